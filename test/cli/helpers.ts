import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { afterAll } from 'vitest';
import type { Io } from '../../src/cli/io.ts';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A new folder that is gone after the test file. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sisir-test-'));
  folders.push(folder);
  return folder;
}

class Collector extends Writable {
  text = '';
  override _write(chunk: Buffer | string, _encoding: string, done: () => void): void {
    this.text += String(chunk);
    done();
  }
}

/** A world whose streams are read back as texts and whose clock stands still. */
export function testIo(overrides: Partial<Io> = {}): { io: Io; out: () => string; err: () => string } {
  const stdout = new Collector();
  const stderr = new Collector();
  const io: Io = {
    stdout,
    stderr,
    env: {},
    cwd: overrides.cwd ?? temporaryFolder(),
    now: () => new Date(2026, 10, 22, 23, 30),
    user: 'petugas',
    isTTY: false,
    ...overrides,
  };
  return { io, out: () => stdout.text, err: () => stderr.text };
}
