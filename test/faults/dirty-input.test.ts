import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from '../../src/engine/sql.ts';
import { EXIT } from '../../src/model/errors.ts';
import { type Manifest, manifestSchema } from '../../src/model/manifest.ts';
import { LANGUAGES, type Language } from '../../src/model/text.ts';
import { withDatabase } from '../support/stages.ts';
import { type Ended, HEADER, MARKED_NAME, MARKED_NIK, OTHER, ROLL, ROW, World } from './support.ts';

function utf16(text: string, order: 'le' | 'be', mark: boolean): Buffer {
  const bytes = Buffer.from((mark ? '\uFEFF' : '') + text, 'utf16le');
  return order === 'le' ? bytes : bytes.swap16();
}

const ACCENTED = ROLL.replace(MARKED_NAME, `${MARKED_NAME} RENÉ`);

/** File → its bytes, its encoding as it must be recognised, rows accepted, and the line and reason of each reject. */
const DIRTY: Readonly<
  Record<string, readonly [content: string | Buffer, encoding: string, accepted: number, rejects?: string[]]>
> = {
  '3301.csv': [
    `${HEADER}\n${ROW.replace(MARKED_NAME, `"${MARKED_NAME}`)}\n${OTHER}\n${OTHER}\n`,
    'utf-8',
    2,
    ['2 kutip-tak-seimbang'],
  ],
  '3302.csv': [ROLL.replace(MARKED_NAME, `ZULAI\0KHAH ${MARKED_NAME}\0`), 'utf-8', 2],
  '3303.csv': [utf16(ACCENTED, 'le', true), 'utf-16le', 2],
  '3304.csv': [utf16(ACCENTED, 'be', true), 'utf-16be', 2],
  '3305.csv': [utf16(ACCENTED, 'le', false), 'utf-16le', 2],
  '3306.csv': [utf16(ACCENTED, 'be', false), 'utf-16be', 2],
  '3307.csv': [Buffer.from(ACCENTED, 'latin1'), 'windows-1252', 2],
  '3308.csv': [
    `${HEADER}\n${ROW},${MARKED_NIK}\n${MARKED_NIK},${MARKED_NAME}\n${OTHER}\n`,
    'utf-8',
    1,
    ['2 kolom-lebih', '3 kolom-kurang'],
  ],
  '3309.csv': [
    Buffer.concat([
      Buffer.from(`${ACCENTED}${OTHER.replace('SUTRISNO', 'ANDRÉ')}\n`),
      Buffer.from(`${ROW.replace('ZULAIKHAH', 'ZULAIKHAH\xe9')}\n`, 'latin1'),
    ]),
    'utf-8',
    3,
    ['5 encoding-rusak'],
  ],
  '3310.csv': [`${HEADER}\r\n${ROW}\r\n${OTHER}\n`, 'utf-8', 2],
};

const world = new World();
const ended: Partial<Record<Language, Ended>> = {};
let manifest: Manifest;
/** File → line and reason of each reject. */
const rejects = new Map<string, string[]>();

beforeAll(async () => {
  for (const [name, [content]] of Object.entries(DIRTY)) world.write(`daftar/${name}`, content);
  for (const language of LANGUAGES)
    ended[language] = await world.sisir(['run', 'daftar', '--lang', language]);
  const latest = join(world.folder, 'runs/latest');
  manifest = manifestSchema.parse(JSON.parse(readFileSync(join(latest, 'manifest.json'), 'utf8')));
  const rows = await withDatabase((database) =>
    database.rows<{ path: string; line: number; reason: string }>(
      sql`SELECT path, line, reason FROM read_parquet(${join(latest, 'rejects/rejects.parquet')})
        ORDER BY path, line`,
    ),
  );
  for (const { path, line, reason } of rows) {
    const name = path.slice(-8);
    rejects.set(name, [...(rejects.get(name) ?? []), `${line} ${reason}`]);
  }
});
afterAll(() => world.remove());

describe('dirty files', () => {
  it('are read all the same: the run ends well, in both languages', () => {
    for (const language of LANGUAGES) expect(ended[language]?.exitCode).toBe(EXIT.done);
    expect(world.runs()).toHaveLength(2);
  });

  it.each(Object.entries(DIRTY))('%s: every line is a row or a reject with its line', (name, expected) => {
    const [, encoding, accepted, refused = []] = expected;
    const input = manifest.inputs.find(({ path }) => path.endsWith(name));
    expect(input).toMatchObject({
      encoding,
      accepted,
      rejected: refused.length,
      rows: accepted + refused.length,
      kode_kabupaten: name.slice(0, 4),
    });
    expect(rejects.get(name) ?? []).toEqual(refused);
  });

  it('are conserved together, and their rejects counted by reason', () => {
    const { read, accepted, rejected } = manifest.rows;
    const all = Object.values(DIRTY);
    expect(accepted).toBe(all.reduce((sum, [, , rows]) => sum + rows, 0));
    expect(rejected).toBe(all.reduce((sum, [, , , refused = []]) => sum + refused.length, 0));
    expect(read).toBe(accepted + rejected);
    expect(manifest.rejects_by_reason).toEqual({
      'encoding-rusak': 1,
      'kolom-kurang': 1,
      'kolom-lebih': 1,
      'kutip-tak-seimbang': 1,
    });
    expect(ended.id?.out).toContain('Baris yang ditolak, menurut alasan');
    expect(ended.en?.out).toContain('Rejected rows by reason');
  });

  it('are told of in the log by file, without a row of them', () => {
    const lines = ended.id?.err ?? '';
    expect(lines).toMatch(/3302\.csv","lines":1,"msg":"NUL characters were removed"/);
    expect(lines).toMatch(/3309\.csv","lines":1,"msg":"lines are not UTF-8"/);
    expect(lines).toMatch(/3301\.csv","msg":"read line by line/);
  });
});

describe('sisir columns', () => {
  it('shows patterns of a dirty file and no value', async () => {
    for (const [index, name] of Object.keys(DIRTY).entries()) {
      const argv = ['columns', join(world.folder, 'daftar', name), '--lang', LANGUAGES[index % 2] ?? 'id'];
      const { exitCode, out } = await world.sisir(argv);
      expect(exitCode).toBe(EXIT.done);
      expect(out).toContain('9{16}');
    }
  });
});
