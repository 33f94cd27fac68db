import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { Database } from '../../src/engine/database.ts';
import { filesBelow } from '../../src/engine/files.ts';
import { sql } from '../../src/engine/sql.ts';
import { type ExitCode, InputError } from '../../src/model/errors.ts';
import { LANGUAGES, type Language } from '../../src/model/text.ts';
import { testIo } from '../cli/helpers.ts';

/** Stand in every made-up roll and may be seen nowhere but in `rejects/`. */
export const MARKED_NIK = '3374019999880001';
export const MARKED_NAME = 'ZULAIKHAH PENANDARAHASIA';
const MARKS = [MARKED_NIK, '9999880001', 'ZULAIKHAH', 'PENANDARAHASIA'];

export const HEADER = 'dpid,nkk,nik,nama,tanggal_lahir,jenis_kelamin,tps,kode_desa';
/** The marked voter and another one. */
export const ROW = `91,3374014506080002,${MARKED_NIK},${MARKED_NAME},05|06|1990,P,001,3374011001`;
export const OTHER = '92,3374014506080003,3374014506900018,SUTRISNO,05|06|1990,L,001,3374011001';
export const ROLL = `${HEADER}\n${ROW}\n${OTHER}\n`;

export interface Ended {
  readonly exitCode: ExitCode;
  readonly out: string;
  readonly err: string;
}

/** A working folder with its files, and Sisir run in it. */
export class World {
  readonly folder = mkdtempSync(join(tmpdir(), 'sisir-faults-'));
  /** Runs already looked at. */
  readonly #clean = new Set<string>();

  write(name: string, content: string | Buffer): void {
    mkdirSync(dirname(join(this.folder, name)), { recursive: true });
    writeFileSync(join(this.folder, name), content);
  }

  /** Runs Sisir here and checks what holds of every end, good or bad. `onLog` is told each line of the log. */
  async sisir(argv: readonly string[], onLog: (line: string) => void = () => undefined): Promise<Ended> {
    const { io, out, err } = testIo({ cwd: this.folder });
    const write = io.stderr.write.bind(io.stderr);
    io.stderr.write = (text: string | Uint8Array) => {
      onLog(String(text));
      return write(text);
    };
    const exitCode = await main(argv, io);
    const ended = { exitCode, out: out(), err: err() };
    expectNoTrace(ended);
    await this.#expectCleanOutput();
    return ended;
  }

  /** Only whole runs may lie in `runs`, without a voter outside `rejects/`. */
  async #expectCleanOutput(): Promise<void> {
    for (const name of this.runs().filter((run) => !this.#clean.has(run))) {
      await expectWholeRun(join(this.folder, 'runs', name));
      this.#clean.add(name);
    }
  }

  /** What lies in the output folder, but for `latest` and the audit log. */
  runs(): string[] {
    const out = join(this.folder, 'runs');
    return existsSync(out)
      ? readdirSync(out).filter((name) => name !== 'latest' && name !== 'audit.jsonl')
      : [];
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** A run has its manifest, and no file but the rejects holds a mark: not in its bytes, nor as a value in Parquet. */
async function expectWholeRun(run: string): Promise<void> {
  expect(existsSync(join(run, 'manifest.json')), run).toBe(true);
  const paths = (await filesBelow(run))
    .map(({ path }) => path)
    .filter((path) => !path.startsWith('rejects/'));
  const folder = mkdtempSync(join(tmpdir(), 'sisir-faults-'));
  const database = await Database.open({ threads: 1, memory: '500MB', folder });
  try {
    for (const path of paths) {
      expectNoVoter(readFileSync(join(run, path), 'latin1'), path);
      if (!path.endsWith('.parquet')) continue;
      const rows = await database.rows(sql`FROM read_parquet(${join(run, path)})`);
      const text = JSON.stringify(rows, (_, value: unknown) =>
        typeof value === 'bigint' ? `${value}` : value,
      );
      expectNoVoter(text, path);
    }
  } finally {
    database.close();
  }
}

function expectNoVoter(text: string, where: string): void {
  for (const mark of MARKS) expect(text.includes(mark), `${mark} in ${where}`).toBe(false);
}

function expectNoTrace({ out, err }: Ended): void {
  for (const text of [out, err]) {
    expectNoVoter(text, 'the messages');
    expect(text).not.toMatch(/^\s+at /m);
    expect(text).not.toMatch(/\.[tj]s:\d/);
    expect(text).not.toMatch(/\[object|undefined/);
  }
}

export interface Refusal {
  readonly argv: readonly string[];
  readonly exitCode: ExitCode;
  /** What both languages name: file, line, column, code. */
  readonly names: readonly string[];
  /** What was found and what to do next, in the words of each language. */
  readonly says: Readonly<Record<Language, readonly string[]>>;
}

/** Sisir refuses in both languages, says why and what to do, and leaves nothing behind. */
export async function expectRefusal(world: World, { argv, exitCode, names, says }: Refusal): Promise<void> {
  for (const language of LANGUAGES) {
    const ended = await world.sisir([...argv, '--lang', language]);
    for (const part of [...names, ...says[language]]) expect(ended.err).toContain(part);
    expect([ended.exitCode, ended.out, world.runs()]).toEqual([exitCode, '', []]);
  }
}

/** The codes of the problems of an `InputError`. */
export async function problemsOf(action: Promise<unknown>): Promise<(readonly [string, string])[]> {
  const error = await action.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof InputError)) throw error ?? new Error('nothing was refused');
  return error.problems.map(({ path, code }) => [path, code]);
}
