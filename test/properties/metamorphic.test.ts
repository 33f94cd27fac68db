import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { identifier, type Sql, sql } from '../../src/engine/sql.ts';
import { generateSample } from '../../src/sample/index.ts';
import { runWith } from '../support/run.ts';
import { REFERENCE_DATE, withDatabase } from '../support/stages.ts';

/** Two kabupaten with every error and trap; a third, of other people, comes and goes. */
const KABUPATEN = ['3319', '3374'];
const OTHER = '3301';

let folder: string;
let before: string;

async function made(name: string, kabupaten: readonly string[], size: number, dirty: boolean) {
  const out = join(folder, name);
  await generateSample({
    rows: size,
    seed: dirty ? 3 : 4,
    profile: dirty ? 'hard' : 'maintained2025',
    kabupaten,
    plantEvery: dirty,
    out,
    referenceDate: REFERENCE_DATE,
    threads: 2,
  });
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sisir-metamorphic-'));
  await made('roll', KABUPATEN, 3_000, true);
  await made('other', [OTHER], 1_500, false);
  before = await run('roll');
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Folder of a run over folders of rolls. */
async function run(...rolls: readonly string[]): Promise<string> {
  const inputs = rolls.map((name) => join(folder, name));
  const done = await runWith({ inputs, out: join(folder, `runs-${rolls.join('-')}`), threads: 2 });
  return done.folder;
}

/** A copy of the rolls with each file's lines changed; the header stays first. */
function changed(name: string, change: (lines: string[]) => string[]): void {
  cpSync(join(folder, 'roll'), join(folder, name), { recursive: true });
  for (const file of readdirSync(join(folder, name)).filter((entry) => /^\d{4}\.csv$/.test(entry))) {
    const path = join(folder, name, file);
    const [header = '', ...lines] = readFileSync(path, 'utf8').trimEnd().split('\n');
    writeFileSync(path, `${[header, ...change(lines)].join('\n')}\n`);
  }
}

async function rows(query: Sql): Promise<object[]> {
  return await withDatabase(async (database) => await database.rows(query));
}

function table(folderOfRun: string, path: string): Sql {
  return sql`read_parquet(${join(folderOfRun, path)})`;
}

/** Pairs of the two kabupaten with all that is said of them, and members of groups. */
async function ganda(folderOfRun: string) {
  const inside = (kode: Sql) => sql`left(${kode}, 4) IN ('3319', '3374')`;
  return {
    pairs: await rows(sql`FROM ${table(folderOfRun, 'data-ganda/pairs.parquet')}
      WHERE ${inside(sql`kode_desa_a`)} AND ${inside(sql`kode_desa_b`)} ORDER BY dpid_a, dpid_b`),
    groups: await rows(sql`FROM ${table(folderOfRun, 'data-ganda/groups.parquet')}
      WHERE kode_kabupaten IN ('3319', '3374') ORDER BY dpid, group_key`),
  };
}

describe('metamorphic: nothing else changes', () => {
  it('when a clean kabupaten is added: every pair, weight, probability, tier, group and count of the others', async () => {
    mkdirSync(join(folder, 'more'));
    const clean = readFileSync(join(folder, 'other', `${OTHER}.csv`), 'utf8').replace(/^(\d)/gm, 'X$1');
    writeFileSync(join(folder, 'more', `${OTHER}.csv`), clean);
    const after = await run('roll', 'more');
    const found = await ganda(before);
    expect(found.pairs.length).toBeGreaterThan(100);
    expect(await ganda(after)).toEqual(found);
    for (const level of ['kabupaten', 'kecamatan', 'desa', 'tps']) {
      const counts = (of: string) =>
        rows(sql`FROM ${table(of, `distribution/${level}.parquet`)}
        WHERE kode_kabupaten IN ('3319', '3374') ORDER BY ALL`);
      expect(await counts(after), level).toEqual(await counts(before));
    }
    for (const kode of KABUPATEN) {
      const findings = (of: string) => sql`FROM ${table(of, `data-invalid/kabupaten=${kode}/*.parquet`)}`;
      expect(await rows(sql`${findings(after)} EXCEPT ALL ${findings(before)}`), kode).toEqual([]);
      expect(await rows(sql`${findings(before)} EXCEPT ALL ${findings(after)}`), kode).toEqual([]);
    }
  });

  it('when the rows stand in another order, so that the two of a pair change places', async () => {
    changed('reversed', (lines) => lines.toReversed());
    expect(await ganda(await run('reversed'))).toEqual(await ganda(before));
  });

  it('when every dpid has another name', async () => {
    const renamed = (dpid: string) => `Q${dpid}`;
    changed('renamed', (lines) => lines.map((line) => line.replace(/^\d+/, renamed)));
    const said = (folderOfRun: string, dpid: (column: string) => Sql) =>
      rows(sql`SELECT ${dpid('dpid_a')} AS one, ${dpid('dpid_b')} AS other,
          * EXCLUDE (dpid_a, dpid_b, voter_key_a, voter_key_b, pair_key)
        FROM ${table(folderOfRun, 'data-ganda/pairs.parquet')} ORDER BY one, other`);
    const after = await run('renamed');
    const plain = (column: string) =>
      sql`if(starts_with(${identifier(column)}, 'Q'), substr(${identifier(column)}, 2), ${identifier(column)})`;
    expect(await said(after, plain)).toEqual(await said(before, plain));
    const members = (folderOfRun: string) =>
      rows(sql`SELECT ${plain('dpid')} AS voter,
        * EXCLUDE (dpid, voter_key, group_key) REPLACE (replace(reason, 'baris Q', 'baris ') AS reason)
        FROM ${table(folderOfRun, 'data-ganda/groups.parquet')} ORDER BY voter`);
    expect(await members(after)).toEqual(await members(before));
  });
});
