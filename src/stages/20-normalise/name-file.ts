import { writeFileSync } from 'node:fs';
import { keyedNames } from './name-key.ts';

/** Names to be keyed, one a line, and where to. */
export interface NameFileTask {
  readonly names: string;
  /** Number of the first; the others follow. */
  readonly first: number;
  readonly path: string;
}

/** Writes a line for each name: its number, key, sorted key and words, as `KeyedNames` has them, apart by tabs. */
export function writeNameFile({ names, first, path }: NameFileTask): void {
  const { keys, sorted, words } = keyedNames(names);
  const forms = [sorted.split('\n'), words.split('\n')] as const;
  const lines = keys
    .split('\n')
    .map((key, at) => `${first + at}\t${key}\t${forms[0][at] ?? ''}\t${forms[1][at] ?? ''}\n`);
  writeFileSync(path, lines.join(''), { mode: 0o600 });
}
