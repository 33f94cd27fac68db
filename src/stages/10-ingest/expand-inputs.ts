import { stat } from 'node:fs/promises';
import { basename, isAbsolute, posix, resolve, sep } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import type { InputProblem } from '../../model/errors.ts';
import { fileMissing, folderEmpty } from './problems.ts';

/** One input file, named but not yet opened. */
export interface FoundInput {
  /** As the user gave it, `/` as separator. */
  readonly path: string;
  readonly absolutePath: string;
}

const ROLL_FILE = /\.(csv|tsv|txt|csv\.gz|tsv\.gz|parquet|xlsx)$/i;

/**
 * Files, folders (recursive) and globs as a list of files in bytewise path order, each once,
 * so that the order in which they were given does not matter.
 */
export async function expandInputs(
  patterns: readonly string[],
): Promise<{ readonly found: readonly FoundInput[]; readonly problems: readonly InputProblem[] }> {
  const problems: InputProblem[] = [];
  const paths: string[] = [];
  for (const pattern of patterns.map((given) => posix.normalize(given.split(sep).join('/')))) {
    const kind = await kindOf(pattern);
    if (kind === 'file') paths.push(pattern);
    else if (kind === 'folder') {
      const inside = await filesIn(pattern, '**/*');
      if (inside.length === 0) problems.push(folderEmpty(pattern));
      paths.push(...inside);
    } else {
      const matched = isDynamicPattern(pattern) ? await filesIn('.', pattern) : [];
      if (matched.length === 0) problems.push(fileMissing(pattern));
      paths.push(...matched);
    }
  }
  return { found: inOrder(paths), problems };
}

function inOrder(paths: readonly string[]): FoundInput[] {
  const sorted = [...new Set(paths)].toSorted((left, right) =>
    Buffer.compare(Buffer.from(left), Buffer.from(right)),
  );
  const byPlace = new Map<string, FoundInput>();
  for (const path of sorted) {
    const absolutePath = resolve(path);
    if (!byPlace.has(absolutePath)) byPlace.set(absolutePath, { path, absolutePath });
  }
  return [...byPlace.values()];
}

async function filesIn(folder: string, pattern: string): Promise<string[]> {
  const files = await glob([pattern], {
    cwd: resolve(folder),
    onlyFiles: true,
    expandDirectories: false,
    absolute: isAbsolute(pattern),
  });
  return files
    .filter((file) => ROLL_FILE.test(file) && !basename(file).startsWith('~$'))
    .map((file) => (isAbsolute(pattern) ? file : posix.join(folder, file)));
}

async function kindOf(path: string): Promise<'file' | 'folder' | 'none'> {
  try {
    return (await stat(path)).isDirectory() ? 'folder' : 'file';
  } catch {
    return 'none';
  }
}
