import type { Text } from './text.ts';

/** Exit codes of the command line (the contract). */
export const EXIT = {
  done: 0,
  unexpected: 1,
  usage: 2,
  inputRefused: 3,
  gateExceeded: 4,
  locked: 5,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/**
 * An expected failure, told to the user in both languages: what was found, where, and what to do next.
 * The texts never hold a voter's data.
 */
export class SisirError extends Error {
  readonly exitCode: ExitCode;
  readonly text: Text;

  constructor(exitCode: ExitCode, text: Text) {
    super(text.en);
    this.name = new.target.name;
    this.exitCode = exitCode;
    this.text = text;
  }
}

/** The command line or the config is wrong. Exit code 2. */
export class UsageError extends SisirError {
  constructor(text: Text) {
    super(EXIT.usage, text);
  }
}

/** A rule's author is wrong; names the rule. Exit code 2. */
export class RuleError extends SisirError {
  readonly ruleId: string;

  constructor(rule: string, text: Text) {
    super(EXIT.usage, text);
    this.ruleId = rule;
  }
}

/** One thing that is wrong with an input file. */
export interface InputProblem {
  /** Path as the user gave it. */
  readonly path: string;
  /** kebab-case, e.g. `berkas-kosong`. */
  readonly code: string;
  /** Physical line, from 1, where it is known. */
  readonly line?: number;
  /** What was found and what to do next. */
  readonly text: Text;
}

/** Input files that cannot be read; names every one of them. Exit code 3. */
export class InputError extends SisirError {
  readonly problems: readonly InputProblem[];

  constructor(problems: readonly InputProblem[]) {
    const list = (language: keyof Text) =>
      problems
        .map(
          ({ path, line, code, text }) =>
            `${path}${line === undefined ? '' : `:${line}`}: ${code}: ${text[language]}`,
        )
        .join('\n');
    super(EXIT.inputRefused, { id: list('id'), en: list('en') });
    this.problems = problems;
  }
}
