import type { Config } from '../model/config.ts';
import type { BlockingRule, Comparison, GradeBook, Guard } from '../model/ganda.ts';
import type { InputFile } from '../model/input-file.ts';
import type { MatchModel } from '../model/match-model.ts';
import type { CodeBook } from '../model/parameters.ts';
import type { Rule } from '../model/rule.ts';
import type { Database } from './database.ts';
import type { EarlierRun, NoPrevious } from './earlier-runs.ts';

/** Structured log lines; never a voter's data. */
export interface Log {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
}

/** What earlier runs in the same output folder left. */
export interface History {
  /** The run that this one is compared with, or why there is none. */
  readonly previous: EarlierRun | NoPrevious;
  /** Runs whose counts say what is usual. */
  readonly earlier: readonly EarlierRun[];
}

/** Records of officers' decisions: one JSON object a line, the first `records` of the file. */
export interface DecisionFile {
  readonly path: string;
  readonly records: number;
  /** SHA-256 of the last record. */
  readonly sha256: string;
}

/** What we believe about a voter roll. */
export interface RuleSet {
  readonly rules: readonly Rule[];
  readonly codeBook: CodeBook;
  readonly blockingRules: readonly BlockingRule[];
  readonly gradeBook: GradeBook;
  readonly comparisons: readonly Comparison[];
  readonly guards: readonly Guard[];
  readonly model: MatchModel;
}

/** Everything a stage may touch. Clock and randomness are not in it: a stage has none. */
export interface RunContext extends RuleSet {
  readonly database: Database;
  /** Where the outputs of this run are written before they are published. */
  readonly outputFolder: string;
  readonly config: Config;
  readonly threads: number;
  /** YYYY-MM-DD. */
  readonly referenceDate: string;
  readonly inputs: readonly InputFile[];
  /** Key of the hash that stands in for a missing dpid. */
  readonly voterKeySecret: Uint8Array;
  readonly history: History;
  /** Officers' decisions, checked; undefined where nothing was ever decided. */
  readonly decisions: DecisionFile | undefined;
  readonly log: Log;
  /** Share of the stage's time that is over, 0 to 1, and what it has counted so far, for the progress display. */
  readonly progress: (share: number, counted?: number) => void;
}

/** One step of the pipeline: it reads tables and writes tables. */
export interface Stage {
  readonly id: string;
  readonly reads: readonly string[];
  readonly writes: readonly string[];
  run(context: RunContext): Promise<{ readonly rowsIn: number; readonly rowsOut: number }>;
}
