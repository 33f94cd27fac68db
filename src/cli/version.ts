import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { asRecord } from './unknowns.ts';

/** Sisir's version, from the package.json above this file (in `src/` and in `dist/`). */
export function engineVersion(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) {
    const above = dirname(folder);
    if (above === folder) return 'unknown';
    folder = above;
  }
  const version = asRecord(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')))?.['version'];
  return typeof version === 'string' ? version : 'unknown';
}
