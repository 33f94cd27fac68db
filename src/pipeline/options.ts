import type { Log, RuleSet } from '../engine/stage.ts';
import type { Config } from '../model/config.ts';
import type { Text } from '../model/text.ts';
import type { Expectation } from './expectation.ts';

/** What we believe about a voter roll, handed to the stages as arguments. */
export interface RuleBook extends RuleSet {
  /** Ids of the satker's own rules among them. */
  readonly own: readonly string[];
}

/** Told of the run's progress; knows nothing of the run. */
export interface Observer {
  /** What the run will take; told before its first stage, and again when its rows are counted. */
  expected?(expectation: Expectation): void;
  stageStarted(id: string): void;
  /** `share` from 0 to 1; `counted`: what the stage has read, found or written so far, where it counts. */
  stageProgress(id: string, share: number, counted?: number): void;
  stageFinished(id: string, ms: number, rowsOut: number): void;
  /** Something that the user should know of this run or of an earlier one. */
  notice?(text: Text): void;
}

export interface RunOptions {
  readonly config: Config;
  readonly ruleBook: RuleBook;
  /** YYYY-MM-DD. */
  readonly referenceDate: string;
  readonly engineVersion: string;
  readonly now: () => Date;
  readonly log: Log;
  readonly observer: Observer;
  /** Go on with a run that was broken off, and keep this one where it is broken off. */
  readonly resume?: boolean;
  /** Given when the run shall stop; its reason is a `StopSignal`. */
  readonly signal?: AbortSignal;
}

export interface PublishOptions extends RunOptions {
  /** Who runs it, for the audit log. */
  readonly user: string;
}
