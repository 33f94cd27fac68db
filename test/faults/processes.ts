import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

/** The door, compiled; tests that start processes compile what is stale. */
export const BIN = join(ROOT, 'bin/sisir.js');

export function compile(): void {
  execFileSync(process.execPath, [join(ROOT, 'bin/setup.js')], { stdio: 'ignore' });
}

export interface ProcessEnd {
  /** Null when a signal ended it. */
  readonly exitCode: number | null;
  readonly signal: string | null;
  readonly out: string;
  readonly err: string;
}

export interface SisirProcess {
  readonly child: ChildProcess;
  readonly end: Promise<ProcessEnd>;
}

/** Starts Sisir as a process of its own. `onLog` is told each line of stderr, and may send signals. */
export function startSisir(
  argv: readonly string[],
  cwd: string,
  onLog: (line: string, child: ChildProcess) => void = () => undefined,
  env: Readonly<Record<string, string>> = {},
): SisirProcess {
  return startProcess(process.execPath, [BIN, ...argv], cwd, onLog, env);
}

export function startProcess(
  command: string,
  argv: readonly string[],
  cwd: string,
  onLog: (line: string, child: ChildProcess) => void = () => undefined,
  env: Readonly<Record<string, string>> = {},
): SisirProcess {
  const child = spawn(command, argv, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [out, err] = ['', ''];
  child.stdout.on('data', (text) => {
    out += String(text);
  });
  child.stderr.on('data', (text) => {
    err += String(text);
    for (const line of String(text).split('\n')) onLog(line, child);
  });
  const end = new Promise<ProcessEnd>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (exitCode, signal) => resolve({ exitCode, signal, out, err }));
  });
  return { child, end };
}
