import { execSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');
const REPORT = join(ROOT, 'src/stages/90-publish/report');

/** Every run writes the report, whose script is bundled; once before all tests, where it is missing or stale. */
export default function setup(): void {
  const bundle = join(ROOT, 'dist/report/client.js');
  const newest = Math.max(
    ...readdirSync(REPORT, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile())
      .map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs),
  );
  if (!existsSync(bundle) || statSync(bundle).mtimeMs < newest)
    execSync('npm run --silent build:report', { cwd: ROOT, stdio: ['ignore', 2, 2] });
}
