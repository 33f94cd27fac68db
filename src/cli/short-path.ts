import { relative } from 'node:path';

/** Relative to the working folder where that is shorter to read. */
export function shortPath(path: string, cwd: string): string {
  const short = relative(cwd, path);
  return short === '' || short.startsWith('..') ? path : short;
}
