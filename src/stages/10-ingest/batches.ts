import { type CsvSource, needsCare } from './csv-source.ts';

/** Bytes that one COPY reads: large enough to cost nothing, small enough to repeat when one file is bad. */
const BATCH_BYTES = 768 << 20;

export interface Batches {
  /** Files of one layout each, in path order. */
  readonly fast: readonly (readonly CsvSource[])[];
  readonly careful: readonly CsvSource[];
}

/** Groups files that one `read_csv` can read together. */
export function batchesOf(sources: readonly CsvSource[]): Batches {
  const groups = new Map<string, CsvSource[]>();
  for (const source of sources.filter((candidate) => !needsCare(candidate))) {
    const key = layoutKey(source);
    groups.set(key, [...(groups.get(key) ?? []), source]);
  }
  return {
    fast: [...groups.values()].flatMap(bySize),
    careful: sources.filter(needsCare),
  };
}

function layoutKey({ file, delimiter, quoted, compressed, lines }: CsvSource): string {
  return JSON.stringify([
    delimiter,
    quoted,
    compressed,
    lines.title,
    lines.totals > 0,
    lines.withNul > 0,
    lines.end,
    file.header,
    file.columns,
  ]);
}

function bySize(sources: readonly CsvSource[]): CsvSource[][] {
  const batches: CsvSource[][] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const source of sources) {
    if (bytes + source.file.bytes > BATCH_BYTES) {
      batches.push([]);
      bytes = 0;
    }
    batches.at(-1)?.push(source);
    bytes += source.file.bytes;
  }
  return batches;
}
