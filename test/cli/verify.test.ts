import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verify } from '../../src/cli/commands/verify.ts';
import { CHECKS, type Verification, verifyRun } from '../../src/cli/verify/index.ts';
import { Database } from '../../src/engine/database.ts';
import { literal, sql, trusted } from '../../src/engine/sql.ts';
import { EXIT } from '../../src/model/errors.ts';
import { PRUNED_FILE } from '../../src/model/manifest.ts';
import { LANGUAGES } from '../../src/model/text.ts';
import { HARD_ROWS, hardRun } from '../support/shared-runs.ts';
import { calling } from './made-run.ts';

let folder: string;
let whole: string;
let database: Database;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sisir-verify-'));
  database = await Database.open({ threads: 1, memory: '500MB', folder: join(folder, 'work') });
  whole = (await hardRun()).folder;
});
afterAll(() => {
  database.close();
  rmSync(folder, { recursive: true, force: true });
});

const PAIRS = 'data-ganda/pairs.parquet';
const GROUPS = 'data-ganda/groups.parquet';

/** One Parquet file of the findings that has rows. */
async function findingsFile(run: string): Promise<string> {
  const { path } = await database.row<{ path: string }>(
    sql`SELECT any_value(filename) AS path FROM read_parquet(${`${run}/data-invalid/*/*.parquet`}, filename = true)`,
  );
  return path.slice(run.length + 1);
}

/** Writes a table of the run anew, from `SELECT …` over what it holds. */
async function rewrite(run: string, path: string, select: string, rest = ''): Promise<void> {
  const file = join(run, path);
  await database.run(
    sql`CREATE OR REPLACE TABLE rewritten AS SELECT ${trusted(select)} FROM read_parquet(${literal(file)}, hive_partitioning = false) ${trusted(rest)}`,
  );
  await database.run(sql`COPY rewritten TO ${literal(file)} (FORMAT parquet)`);
}

function changeManifest(run: string, from: RegExp, to: string): void {
  const path = join(run, 'manifest.json');
  const text = readFileSync(path, 'utf8');
  expect(text).toMatch(from);
  writeFileSync(path, text.replace(from, to));
}

const brokenIn = ({ checks }: Verification) =>
  checks.filter(({ verdict }) => verdict === 'broken').map(({ id }) => id);

describe('a run that is whole', () => {
  it('passes every check', async () => {
    const verification = await verifyRun(database, whole);
    expect(brokenIn(verification)).toEqual([]);
    expect(verification.whole).toBe(true);
    expect(verification.checks.map(({ id }) => id)).toEqual(['manifest', ...CHECKS.map(({ id }) => id)]);
    expect(verification.checks.every(({ verdict }) => verdict === 'holds')).toBe(true);
  });

  it('of which retention removed the findings passes the rest', async () => {
    const run = join(folder, 'pruned');
    cpSync(whole, run, { recursive: true });
    const paths = readdirSync(join(run, 'data-invalid')).map(
      (name) => `data-invalid/${name}/findings.parquet`,
    );
    rmSync(join(run, 'data-invalid'), { recursive: true });
    expect(brokenIn(await verifyRun(database, run))).toEqual(['files']);
    writeFileSync(
      join(run, PRUNED_FILE),
      JSON.stringify({ pruned_at: '2026-12-01T00:00:00Z', by_run: 'x', retention: {}, paths }),
    );
    const { whole: isWhole, checks, pruned } = await verifyRun(database, run);
    expect([isWhole, pruned]).toEqual([true, paths]);
    expect(checks.find(({ id }) => id === 'findings')?.verdict).toBe('not-checked');
    expect(checks.find(({ id }) => id === 'personal-numbers')?.verdict).toBe('partly');
  });
});

/** What is done to a run, and the checks that must notice. */
const DAMAGES: Readonly<Record<string, { broken: string[]; damage: (run: string) => Promise<void> | void }>> =
  {
    'a file is gone': { broken: ['files'], damage: (run) => rmSync(join(run, 'distribution/tps.csv')) },
    'a file too many': { broken: ['files'], damage: (run) => writeFileSync(join(run, 'copy.csv'), '') },
    'a byte of a table': {
      broken: ['checksums'],
      damage: (run) => {
        const bytes = readFileSync(join(run, PAIRS));
        writeFileSync(join(run, PAIRS), bytes.fill(bytes[100] === 0 ? 1 : 0, 100, 101));
      },
    },
    'rejects that others may read': {
      broken: ['modes'],
      damage: (run) => chmodSync(join(run, 'rejects/rejects.parquet'), 0o644),
    },
    'a manifest that is cut': {
      broken: ['manifest'],
      damage: (run) => writeFileSync(join(run, 'manifest.json'), '{"run_id": "2026'),
    },
    'a row read that is neither accepted nor rejected': {
      broken: ['conservation'],
      damage: (run) =>
        changeManifest(run, new RegExp(`"read": ${HARD_ROWS.read}`), `"read": ${HARD_ROWS.read + 1}`),
    },
    'one finding more in the manifest': {
      broken: ['findings', 'totals-manifest'],
      damage: (run) => changeManifest(run, /"nik-kosong": (\d+)/, '"nik-kosong": 9$1'),
    },
    'a reject that is gone': {
      broken: ['rejects', 'rows'],
      damage: (run) => rewrite(run, 'rejects/rejects.parquet', '*', 'WHERE false'),
    },
    'a group that keeps nobody': {
      broken: ['keep-one'],
      damage: (run) => rewrite(run, GROUPS, '* REPLACE (false AS suggested_keep)'),
    },
    'a member that is gone': {
      broken: ['groups', 'members', 'pairs-in-groups', 'rows'],
      damage: (run) => rewrite(run, GROUPS, '*', 'ORDER BY group_key OFFSET 1'),
    },
    'a voter in two groups': {
      broken: ['one-group', 'members'],
      damage: (run) =>
        rewrite(
          run,
          GROUPS,
          '* REPLACE ((SELECT min(voter_key) FROM read_parquet(' +
            `'${whole}/${GROUPS}'` +
            ')) AS voter_key)',
        ),
    },
    'a pair that is gone': {
      broken: ['pairs', 'pairs-written', 'rows'],
      damage: (run) => rewrite(run, PAIRS, '*', 'ORDER BY pair_key OFFSET 1'),
    },
    'a pair that stands twice': {
      broken: ['keys'],
      damage: (run) => rewrite(run, PAIRS, "* REPLACE ('0123456789abcdef' AS pair_key)"),
    },
    'a TPS that counts one more': {
      broken: ['totals'],
      damage: (run) => rewrite(run, 'distribution/tps.parquet', '* REPLACE ("count" + 1 AS "count")'),
    },
    'a satker that counts one more': {
      broken: ['summary'],
      damage: (run) => rewrite(run, 'distribution/summary.parquet', '* REPLACE (voters + 1 AS voters)'),
    },
    'a finding in the folder of another kabupaten': {
      broken: ['partitions', 'totals-findings'],
      damage: async (run) =>
        await rewrite(run, await findingsFile(run), "* REPLACE ('9999' AS kode_kabupaten)"),
    },
    'findings that flag nobody': {
      broken: ['flagged', 'findings', 'rows'],
      damage: async (run) => await rewrite(run, await findingsFile(run), '*', 'WHERE false'),
    },
    'a finding whose change is not told': {
      broken: ['change', 'change-present', 'change-summary'],
      damage: (run) => rewrite(run, 'change/findings.parquet', '*', 'ORDER BY finding_key OFFSET 1'),
    },
    'a pair that is told of as if it were there': {
      broken: ['change-present'],
      damage: (run) => rewrite(run, 'change/pairs.parquet', "* REPLACE ('x' || pair_key AS pair_key)"),
    },
    'a voter more in the movement of voters': {
      broken: ['change-voters'],
      damage: (run) => rewrite(run, 'change/voters.parquet', '* REPLACE (voters_after + 1 AS voters_after)'),
    },
    'decisions of which the last ones are gone': {
      broken: ['decisions'],
      damage: (run) => {
        mkdirSync(join(run, '../decisions'));
        changeManifest(run, /"records": 0,\s+"sha256": null/, `"records": 3, "sha256": "${'0'.repeat(64)}"`);
      },
    },
    'a NIK in a finding': {
      broken: ['personal-numbers', 'masked-values'],
      damage: async (run) =>
        await rewrite(run, await findingsFile(run), "* REPLACE ('3374014506900017' AS value_masked)"),
    },
    'a name in a finding': {
      broken: ['masked-values'],
      damage: async (run) =>
        await rewrite(run, await findingsFile(run), "* REPLACE ('SITI AMINAH' AS value_masked)"),
    },
    'a column of names': {
      broken: ['personal-columns'],
      damage: (run) => rewrite(run, PAIRS, "*, 'x' AS nama"),
    },
    'a NIK in the manifest': {
      broken: ['personal-texts'],
      damage: (run) =>
        changeManifest(run, /"engine_version": "test"/, '"engine_version": "3374014506900017"'),
    },
  };

describe('a run that is not', () => {
  it.each(Object.entries(DAMAGES))('is told: %s', async (name, { broken, damage }) => {
    const run = join(folder, name.replaceAll(' ', '-'), 'run');
    cpSync(whole, run, { recursive: true });
    await damage(run);
    const verification = await verifyRun(database, run);
    expect(brokenIn(verification)).toEqual(expect.arrayContaining(broken));
    expect(verification.whole).toBe(false);
    rmSync(join(run, '..'), { recursive: true });
  });

  it('is damaged above in a way that each check notices, but for encryption (decrypt.test.ts)', () => {
    const noticed = new Set([...Object.values(DAMAGES).flatMap(({ broken }) => broken), 'encryption']);
    expect(CHECKS.map(({ id }) => id).filter((id) => !noticed.has(id))).toEqual([]);
  });
});

describe('sisir verify', () => {
  const sisir = calling([verify]);

  it('says that a run is whole, exit 0, in both languages and as JSON', async () => {
    const says = { id: 'utuh: ', en: 'is whole: ' };
    for (const language of LANGUAGES) {
      const { exitCode, out, err } = await sisir(['verify', whole, '--lang', language]);
      expect([exitCode, err]).toEqual([EXIT.done, '']);
      expect(out).toContain(says[language]);
      expect(out.match(/✔/g)).toHaveLength(CHECKS.length + 1);
    }
    const { out } = await sisir(['verify', whole, '--json']);
    expect(JSON.parse(out)).toMatchObject({ whole: true, pruned: [], not_opened: [] });
  });

  it('says what is wrong with one that is not, exit 3', async () => {
    const run = join(folder, 'broken');
    cpSync(whole, run, { recursive: true });
    rmSync(join(run, 'distribution/tps.csv'));
    const { exitCode, out } = await sisir(['verify', run]);
    expect(exitCode).toBe(EXIT.inputRefused);
    expect(out).toContain('TIDAK utuh: 1 dari');
    expect(out).toContain('    distribution/tps.csv: tidak ada');
  });

  it('names a run that is none, exit 2', async () => {
    const { exitCode, err } = await sisir(['verify', 'nowhere']);
    expect([exitCode, err.includes('nowhere')]).toEqual([EXIT.usage, true]);
  });
});
