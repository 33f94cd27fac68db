#!/usr/bin/env node
// Makes a bare clone ready: installs what the lock file names and compiles, each only when it is stale.
import { execSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const inRoot = (...parts) => join(root, ...parts);

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 15)) {
  process.stderr.write(`Sisir needs Node 20.15 or newer; this is ${process.version}.\n`);
  process.exit(2);
}

function run(command) {
  execSync(command, { cwd: root, stdio: ['ignore', 2, 2] });
}

function newestChange(folder) {
  let newest = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    newest = Math.max(newest, statSync(join(entry.parentPath ?? entry.path, entry.name)).mtimeMs);
  }
  return newest;
}

function isInstalled() {
  const installed = inRoot('node_modules', '.package-lock.json');
  if (!existsSync(installed)) return false;
  const wanted = JSON.parse(readFileSync(inRoot('package-lock.json'), 'utf8')).packages;
  const present = JSON.parse(readFileSync(installed, 'utf8')).packages;
  return Object.entries(wanted).every(
    ([path, entry]) => path === '' || entry.optional === true || present[path]?.version === entry.version,
  );
}

function isBuilt() {
  const entries = [inRoot('dist', 'src', 'cli', 'main.js'), inRoot('dist', 'report', 'client.js')];
  if (!entries.every((entry) => existsSync(entry))) return false;
  const built = Math.min(...entries.map((entry) => statSync(entry).mtimeMs));
  return Math.max(newestChange(inRoot('src')), newestChange(inRoot('rules'))) <= built;
}

if (!isInstalled()) {
  process.stderr.write('Sisir: installing its libraries (once) …\n');
  run('npm ci --no-audit --no-fund');
}
if (!isBuilt()) {
  process.stderr.write('Sisir: compiling …\n');
  run('npm run --silent build');
}
