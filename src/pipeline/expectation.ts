import { forecastOf } from './forecast.ts';

/** What a run is expected to take on the measured machine, by its stages. */
export interface Expectation {
  readonly rows: number;
  /** Candidate pairs. */
  readonly pairs: number;
  /** The stages that will run, in their order. */
  readonly stages: readonly { readonly id: string; readonly ms: number }[];
  /** Before, between and after all stages: inspection, manifest, publication. */
  readonly other_ms: number;
}

/** Of a run of `rows` rows that does the stages `ids`, by the forecast of its size. */
export function expectationOf(rows: number, ids: readonly string[]): Expectation {
  const { stages, ms, pairs } = forecastOf(rows);
  return {
    rows,
    pairs,
    stages: ids.map((id) => ({ id, ms: stages.find((stage) => stage.id === id)?.ms ?? 0 })),
    other_ms: Math.max(0, ms - stages.reduce((sum, stage) => sum + stage.ms, 0)),
  };
}
