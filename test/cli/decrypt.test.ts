import {
  chmodSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  realpathSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { main } from '../../src/cli/main.ts';
import type { Verification } from '../../src/cli/verify/index.ts';
import { plainPath } from '../../src/engine/encryption.ts';
import { filesBelow, sha256OfFile } from '../../src/engine/files.ts';
import { auditEntrySchema } from '../../src/model/audit.ts';
import { ROW_STATE_PATHS } from '../../src/model/change-tables.ts';
import { manifestSchema } from '../../src/model/manifest.ts';
import { temporaryFolder, testIo } from './helpers.ts';

const NIK = '3374014506900017';
const ROLL = `dpid,nkk,nik,nama,tanggal_lahir,jenis_kelamin,tps,kode_desa
1,3374014506080002,${NIK},SUTRISNO,05|06|1990,L,001,3374011001
2,3374014506080002,${NIK},SUTRISNO,05|06|1990,L,001,3374011001
3,3374014506080003,,PARTINI,05|06|1991,P,001,3374011001
4,baris,kurang
`;

const cwd = temporaryFolder();
const run = join(cwd, 'runs', 'latest');

async function sisir(...argv: string[]) {
  const { io, out, err } = testIo({ cwd });
  const exitCode = await main(argv, io);
  return { exitCode, out: out(), err: err() };
}

function auditLines() {
  const text = readFileSync(join(cwd, 'runs', 'audit.jsonl'), 'utf8');
  return text
    .trim()
    .split('\n')
    .map((line) => auditEntrySchema.parse(JSON.parse(line)));
}

beforeAll(async () => {
  await sisir('init', '.', '--lang', 'en');
  writeFileSync(join(cwd, 'roll.csv'), ROLL);
  const encrypt = { worklists: true, findings: true, key_file: 'sisir-encrypt.key' };
  const privacy = { key_file: 'sisir.key', encrypt };
  writeFileSync(join(cwd, 'sisir.config.json'), JSON.stringify({ inputs: ['roll.csv'], privacy }));
  const done = await sisir('run');
  if (done.exitCode !== 0) throw new Error(done.err);
});

describe('a run under privacy.encrypt', () => {
  test('holds findings only encrypted, and lists them as they lie there', async () => {
    const { outputs } = manifestSchema.parse(JSON.parse(readFileSync(join(run, 'manifest.json'), 'utf8')));
    const found = await filesBelow(run);
    expect(outputs.map(({ path }) => path)).toEqual(
      found.map(({ path }) => path).filter((path) => path !== 'manifest.json'),
    );
    expect(outputs.find(({ path }) => path === 'rejects/rejects.parquet.enc')?.rows).toBe(1);
    for (const { path, sha256 } of outputs) {
      expect(await sha256OfFile(join(run, path))).toBe(sha256);
      const isSecret =
        /^(worklists|data-invalid|data-ganda|rejects)\//.test(path) ||
        ROW_STATE_PATHS.includes(plainPath(path));
      expect(path.endsWith('.enc'), path).toBe(isSecret);
      expect(statSync(join(run, path)).mode & 0o077 & (isSecret ? 0o777 : 0)).toBe(0);
    }
  });

  test('tells its exports in the audit log', () => {
    const [reject, ...others] = auditLines().filter(({ path }) => path.includes('/rejects/'));
    const runId = readdirSync(join(cwd, 'runs')).find((name) => /^\d{8}T/.test(name));
    expect(others).toEqual([]);
    expect(reject).toMatchObject({ user: 'petugas', action: 'export', run_id: runId, rows: 1 });
    const lists = auditLines().filter(({ path }) => path.includes('/worklists/'));
    expect(lists.map(({ path, rows }) => [path.replace(/.*\//, ''), rows !== null])).toEqual([
      ['3374-kota-semarang.xlsx.enc', true],
    ]);
    expect(reject?.path).toBe(`${runId}/rejects/rejects.parquet.enc`);
    expect(statSync(join(cwd, 'runs', 'audit.jsonl')).mode & 0o777).toBe(0o600);
  });

  const verified = async (...argv: string[]) => {
    const { exitCode, out } = await sisir('verify', ...argv, '--json');
    const told = JSON.parse(out) as Verification;
    const idsOf = (verdict: string) =>
      told.checks.filter((check) => check.verdict === verdict).map(({ id }) => id);
    return {
      exitCode,
      told,
      broken: idsOf('broken'),
      unknown: [...idsOf('partly'), ...idsOf('not-checked')],
    };
  };

  test('is verified with its key, all of it', async () => {
    const done = await sisir('verify', 'latest', '--lang', 'en');
    expect([done.exitCode, done.err], done.out).toEqual([0, '']);
    const { told, broken, unknown } = await verified('latest');
    expect([broken, unknown, told.not_opened]).toEqual([[], [], []]);
    expect(told.checks.map(({ id }) => id)).toContain('findings');
  });

  test('is verified without its key as far as that goes, and it is said what was not checked', async () => {
    writeFileSync(join(cwd, 'no-key.json'), '{}');
    const { exitCode, told, broken, unknown } = await verified('latest', '--config', 'no-key.json');
    expect([exitCode, broken]).toEqual([0, []]);
    expect(told.not_opened).toEqual(
      (await filesBelow(run)).map(({ path }) => path).filter((path) => path.endsWith('.enc')),
    );
    expect(unknown).toEqual(expect.arrayContaining(['rows', 'personal-numbers', 'findings', 'encryption']));
    expect(unknown).not.toContain('checksums');
    const { out } = await sisir('verify', 'latest', '--config', 'no-key.json', '--lang', 'en');
    expect(out).toContain(`${told.not_opened.length} files are encrypted and were not opened`);
    expect(out).toContain('– Every encrypted file opens with its key');
  });

  test('is not called whole where an encrypted file was replaced together with its checksum', async () => {
    const place = join(cwd, 'replaced');
    cpSync(realpathSync(run), place, { recursive: true });
    const path = 'data-ganda/pairs.parquet.enc';
    const bytes = readFileSync(join(place, path));
    bytes.writeUInt8(bytes.at(-1) === 0 ? 1 : 0, bytes.length - 1);
    writeFileSync(join(place, path), bytes);
    const manifest = readFileSync(join(place, 'manifest.json'), 'utf8');
    const [was, is] = [await sha256OfFile(join(run, path)), await sha256OfFile(join(place, path))];
    writeFileSync(join(place, 'manifest.json'), manifest.replace(was, is));
    const { exitCode, broken } = await verified('replaced');
    expect([exitCode, broken.filter((id) => id !== 'modes')]).toEqual([3, ['encryption']]);
  });

  test('is not verified with the key of another run', async () => {
    const done = await sisir('verify', 'latest', '--key-file', 'sisir.key');
    expect([done.exitCode, done.out]).toEqual([3, '']);
    expect(done.err).toContain('kunci-lain');
  });

  test('is not explained before it is opened', async () => {
    const done = await sisir('explain', 'latest', '1', '--lang', 'en');
    expect(done.exitCode).toBe(2);
    expect(done.err).toContain('sisir decrypt latest --out opened');
  });
});

describe('sisir decrypt', () => {
  test('opens a whole run, which can then be explained', async () => {
    const before = auditLines().length;
    const done = await sisir('decrypt', 'runs/latest', '--out', 'opened', '--lang', 'en');
    expect([done.exitCode, done.err]).toEqual([0, '']);
    const opened = (await filesBelow(join(cwd, 'opened'))).map(({ path }) => path);
    expect(opened).toEqual((await filesBelow(run)).map(({ path }) => path.replace(/\.enc$/, '')));
    expect(
      readFileSync(join(cwd, 'opened', 'data-ganda', 'pairs.parquet'))
        .subarray(0, 4)
        .toString(),
    ).toBe('PAR1');
    expect(statSync(join(cwd, 'opened', 'rejects', 'rejects.parquet')).mode & 0o777).toBe(0o600);
    const lines = auditLines().slice(before);
    expect(lines.length).toBe(opened.filter((path) => !existsSync(join(run, path))).length);
    expect(lines[0]).toMatchObject({ user: 'petugas', action: 'decrypt', run_id: null });
    expect((await sisir('explain', 'opened', '1', '--published-only')).exitCode).toBe(0);
  });

  test('opens single files with a key that is named', async () => {
    const file = 'runs/latest/rejects/rejects.parquet.enc';
    const done = await sisir('decrypt', file, '--key-file', 'sisir-encrypt.key', '--out', 'one');
    expect(done.out).toContain('1 berkas terbuka di one');
    expect(readdirSync(join(cwd, 'one'))).toEqual(['rejects.parquet']);
  });

  test.each([
    [['runs/latest/rejects/rejects.parquet.enc'], 2, '--out belum ada'],
    [['runs/latest', '--out', 'opened'], 2, 'sudah ada. Sisir tidak menimpa'],
    [['none.enc', '--out', 'x'], 2, '"none.enc" tidak dapat dibaca (ENOENT)'],
    [['runs/latest/distribution', '--out', 'x'], 2, 'tidak ada berkas .enc'],
    [['roll.csv', '--out', 'x'], 3, 'bukan-berkas-terenkripsi'],
    [['runs/latest', '--key-file', 'sisir.key', '--out', 'x'], 3, 'kunci-lain'],
    [['runs/latest', '--key-file', 'none.key', '--out', 'x'], 2, 'Periksa --key-file'],
  ])('%j is refused', async (argv, exitCode, told) => {
    const done = await sisir('decrypt', ...argv);
    expect([done.exitCode, done.out]).toEqual([exitCode, '']);
    expect(done.err).toContain(told);
    expect(done.err).not.toContain(NIK);
  });

  test('refuses a key that others may open, or that is short', async () => {
    writeFileSync(join(cwd, 'open.key'), 'f'.repeat(64));
    chmodSync(join(cwd, 'open.key'), 0o640);
    writeFileSync(join(cwd, 'short.key'), 'rahasia', { mode: 0o600 });
    const open = await sisir('decrypt', 'runs/latest', '--key-file', 'open.key', '--out', 'y');
    expect(open.err).toContain('chmod 600');
    const short = await sisir('decrypt', 'runs/latest', '--key-file', 'short.key', '--out', 'y');
    expect(short.err).toContain('terlalu pendek');
    expect([open.exitCode, short.exitCode, existsSync(join(cwd, 'y'))]).toEqual([2, 2, false]);
  });
});

test('a config that encrypts names a key, and the key is looked at before the run', async () => {
  const place = temporaryFolder();
  const runUnder = async (encrypt: object) => {
    writeFileSync(
      join(place, 'sisir.config.json'),
      JSON.stringify({ inputs: ['r.csv'], privacy: { encrypt } }),
    );
    writeFileSync(join(place, 'r.csv'), ROLL);
    const { io, err } = testIo({ cwd: place });
    return { exitCode: await main(['run'], io), err: err() };
  };
  const without = await runUnder({ findings: true });
  expect(without.exitCode).toBe(2);
  expect(without.err).toContain('key_file bila salah satunya true');
  const missing = await runUnder({ findings: true, key_file: 'gone.key' });
  expect(missing.exitCode).toBe(2);
  expect(missing.err).toContain('Periksa privacy.encrypt.key_file');
});
