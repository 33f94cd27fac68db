import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { basename, isAbsolute, posix, resolve, sep } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import type { InputProblem } from '../../model/errors.ts';
import { fileMissing, fileUnreadable, folderEmpty } from './problems.ts';

/** One input file, named but not yet opened. */
export interface FoundInput {
  /** As the user gave it, `/` as separator. */
  readonly path: string;
  readonly absolutePath: string;
}

/** What a synthetic roll's folder holds beside the rolls; read only when named itself. */
const TRUTH_FILES: ReadonlySet<string> = new Set(['truth.csv', 'truth-invalid.csv']);
const ROLL_FILE = /\.(csv|tsv|txt|csv\.gz|tsv\.gz|parquet|xlsx)$/i;

/**
 * Files, folders (recursive) and globs as a list of files in bytewise path order, each once,
 * so that the order in which they were given does not matter. A folder or glob leaves out the truth of a
 * synthetic roll (`truth.csv`, `truth-invalid.csv`); a file named itself is always taken.
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
      const closed = await closedFolders(pattern);
      if (inside.length === 0 && closed.length === 0) problems.push(folderEmpty(pattern));
      problems.push(...closed);
      paths.push(...inside);
    } else if (kind !== 'none') problems.push(fileUnreadable(pattern, kind.code));
    else {
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
    .filter((file) => ROLL_FILE.test(file) && !isNoRoll(basename(file)))
    .map((file) => (isAbsolute(pattern) ? file : posix.join(folder, file)));
}

/** A spreadsheet program's lock file, or the truth of a synthetic roll. */
function isNoRoll(name: string): boolean {
  return name.startsWith('~$') || TRUTH_FILES.has(name);
}

/** The folder and those below it that may not be listed: the glob would pass over their files without a word. */
async function closedFolders(folder: string): Promise<InputProblem[]> {
  const below = await glob(['**/*'], {
    cwd: resolve(folder),
    onlyDirectories: true,
    expandDirectories: false,
  });
  const problems: InputProblem[] = [];
  for (const path of [folder, ...below.map((inner) => posix.join(folder, inner).replace(/\/$/, ''))]) {
    await access(path, constants.R_OK | constants.X_OK).catch((error: unknown) => {
      problems.push(fileUnreadable(path, codeOf(error)));
    });
  }
  return problems;
}

async function kindOf(path: string): Promise<'file' | 'folder' | 'none' | { readonly code: string }> {
  try {
    return (await stat(path)).isDirectory() ? 'folder' : 'file';
  } catch (error) {
    const code = codeOf(error);
    return code === 'ENOENT' || code === 'ENOTDIR' ? 'none' : { code };
  }
}

function codeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error) return String(error.code);
  throw error;
}
