import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from '../src/engine/sql.ts';
import { InputError } from '../src/model/errors.ts';
import type { Manifest } from '../src/model/manifest.ts';
import { OUTPUT_TABLES } from '../src/model/output-tables.ts';
import { STAGES } from '../src/pipeline.ts';
import { generateSample } from '../src/sample/index.ts';
import { runWith } from './support/run.ts';
import { REFERENCE_DATE, withDatabase } from './support/stages.ts';

function hashes({ outputs }: Manifest): Record<string, string> {
  return Object.fromEntries(outputs.map(({ path, sha256 }) => [path, sha256]));
}

/** Outputs that name the input files, and so differ when those lie elsewhere. */
const NAMES_INPUTS = /^(data-invalid|report)\/|^distribution\/causes\./;

/** The rolls of a sample, without the truth beside them. */
function rollFiles(sampleFolder: string): string[] {
  return readdirSync(sampleFolder)
    .filter((name) => /^\d{4}\.csv$/.test(name))
    .map((name) => join(sampleFolder, name));
}

const ROWS = 3000;
let folder: string;
let sample: string;
let done: { manifest: Manifest; folder: string };

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sisir-pipeline-'));
  sample = join(folder, 'sample');
  await generateSample({
    rows: ROWS,
    seed: 5,
    profile: 'hard',
    out: sample,
    referenceDate: REFERENCE_DATE,
    threads: 2,
  });
  done = await runWith({ inputs: [sample], out: join(folder, 'runs'), threads: 2 });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function query<T extends object>(text: (run: string) => ReturnType<typeof sql>): Promise<T[]> {
  return await withDatabase(async (database) => await database.rows<T>(text(done.folder)));
}

describe('STAGES', () => {
  it('read only what the reference data or an earlier stage wrote', () => {
    const written = new Set(['area', 'tps_reference']);
    for (const { id, reads, writes } of STAGES) {
      expect(
        reads.filter((table) => !written.has(table)),
        id,
      ).toEqual([]);
      for (const table of writes) written.add(table);
    }
  });
});

describe('a run', () => {
  it('accounts for every row', () => {
    const { rows, inputs } = done.manifest;
    expect(rows.read).toBe(ROWS);
    expect(rows.read).toBe(rows.accepted + rows.rejected);
    expect(rows.accepted).toBe(rows.clean + rows.flagged);
    expect(inputs.reduce((sum, input) => sum + input.rows, 0)).toBe(rows.read);
  });

  it('finds every planted defect and calls no clean row an error', async () => {
    const truth = join(sample, 'truth-invalid.csv');
    const missed = await query<{ defect: string }>(
      (run) => sql`SELECT DISTINCT defect FROM read_csv(${truth}, all_varchar = true) AS planted
        WHERE NOT EXISTS (FROM read_parquet(${`${run}/data-invalid/*/*.parquet`}) AS found
          WHERE found.dpid = planted.dpid AND found.rule_id = planted.defect)`,
    );
    expect(missed).toEqual([]);
    const wrong = await query<{ rule_id: string; rows: number }>(
      (
        run,
      ) => sql`SELECT rule_id, count(*) AS rows FROM read_parquet(${`${run}/data-invalid/*/*.parquet`}) AS found
        WHERE severity = 'error' AND NOT EXISTS (FROM read_csv(${truth}, all_varchar = true) AS planted
          WHERE found.dpid = planted.dpid AND found.rule_id = planted.defect) GROUP BY rule_id`,
    );
    expect(wrong).toEqual([]);
  });

  it('gives the same bytes with one thread, files in another order, and from another folder', async () => {
    const copy = join(folder, 'copy');
    cpSync(sample, copy, { recursive: true });
    const files = rollFiles(copy);
    const again = await runWith({ inputs: files.toReversed(), out: join(folder, 'runs-again'), threads: 1 });
    const withoutPaths = (all: Record<string, string>) =>
      Object.fromEntries(Object.entries(all).filter(([path]) => !NAMES_INPUTS.test(path)));
    expect(withoutPaths(hashes(again.manifest))).toEqual(withoutPaths(hashes(done.manifest)));
    const same = await runWith({
      inputs: rollFiles(sample).toReversed(),
      out: join(folder, 'runs-same'),
      threads: 1,
    });
    expect(hashes(same.manifest)).toEqual(hashes(done.manifest));
  });

  it('sums up: TPS = desa = kecamatan = kabupaten = manifest, for everything counted', async () => {
    const levels = ['kabupaten', 'kecamatan', 'desa', 'tps'];
    const totals = await query<Record<string, number | string>>(
      (run) => sql`SELECT measure, coalesce(rule_id, dimension, severity, grade, tier, scope, '') AS what,
          ${sumOf(levels)}
        FROM (${unionOf(levels, run)})
        GROUP BY ALL ORDER BY ALL`,
    );
    expect(totals.length).toBeGreaterThan(40);
    for (const row of totals)
      expect([row['kecamatan'], row['desa'], row['tps']], `${row['measure']} ${row['what']}`).toEqual(
        Array(3).fill(row['kabupaten']),
      );
    const of = (measure: string) =>
      Object.fromEntries(
        totals
          .filter((row) => row['measure'] === measure && row['kabupaten'] !== 0)
          .map((row) => [row['what'], row['kabupaten']]),
      );
    const { data_invalid, rows, satker } = done.manifest;
    expect(of('rule')).toEqual(
      Object.fromEntries(Object.entries(data_invalid.by_rule).filter(([, count]) => count > 0)),
    );
    expect(of('severity')).toEqual(data_invalid.by_severity);
    expect(of('voters')).toEqual({ '': rows.accepted });
    expect(satker.reduce((sum, { voters }) => sum + voters, 0)).toBe(rows.accepted);
    expect(satker.reduce((sum, { flagged_voters }) => sum + flagged_voters, 0)).toBe(rows.flagged);
  });

  it('writes every table of the data dictionary with exactly its columns', async () => {
    for (const table of OUTPUT_TABLES) {
      const columns = await query<{ column_name: string; column_type: string }>(
        (run) =>
          sql`SELECT column_name, column_type FROM (DESCRIBE FROM read_parquet(${`${run}/${table.path}`}, hive_partitioning = false))`,
      );
      expect(
        columns.map(({ column_name, column_type }) => `${column_name} ${column_type}`),
        table.name,
      ).toEqual(table.columns.map(({ name, type }) => `${name} ${type}`));
    }
    const dictionary = readFileSync(join(done.folder, 'data-dictionary.md'), 'utf8');
    for (const table of OUTPUT_TABLES) expect(dictionary).toContain(`## ${table.name}`);
  });

  it('keeps one of every group and gives keys that are unique', async () => {
    const [row] = await query<Record<string, number>>(
      (run) => sql`SELECT
        (SELECT count(*) FROM (SELECT group_key FROM read_parquet(${`${run}/data-ganda/groups.parquet`}) GROUP BY group_key HAVING NOT bool_or(suggested_keep))) AS keeps_nobody,
        (SELECT count(*) - count(DISTINCT pair_key) FROM read_parquet(${`${run}/data-ganda/pairs.parquet`})) AS repeated_pairs,
        (SELECT count(*) - count(DISTINCT finding_key) FROM read_parquet(${`${run}/data-invalid/*/*.parquet`})) AS repeated_findings,
        (SELECT count(*) FROM read_parquet(${`${run}/data-ganda/pairs.parquet`}) WHERE voter_key_a >= voter_key_b) AS unordered_pairs`,
    );
    expect(row).toEqual({ keeps_nobody: 0, repeated_pairs: 0, repeated_findings: 0, unordered_pairs: 0 });
  });

  it('leaves only the published run, with latest pointing to it', () => {
    expect(readdirSync(join(folder, 'runs')).toSorted()).toEqual([
      done.manifest.run_id,
      'audit.jsonl',
      'latest',
    ]);
    expect(existsSync(join(folder, 'runs', 'latest', 'manifest.json'))).toBe(true);
    expect(statSync(join(done.folder, 'rejects', 'rejects.parquet')).mode & 0o077).toBe(0);
  });

  it('holds no NIK and no name of the roll outside the rejects', async () => {
    const persons = await query<{ nik: string; nama: string }>(
      () =>
        sql`SELECT DISTINCT nik, nama FROM read_csv(${join(sample, '3*.csv')}, all_varchar = true) WHERE length(nik) = 16 AND nik SIMILAR TO '[0-9]{16}' AND length(nama) > 8 LIMIT 400`,
    );
    const manifest = readFileSync(join(done.folder, 'manifest.json'), 'utf8');
    const tables = await Promise.all(
      OUTPUT_TABLES.filter(({ name }) => name !== 'rejects').map(async ({ path }) =>
        JSON.stringify(
          await query((run) => sql`FROM read_parquet(${`${run}/${path}`})`),
          (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value),
        ),
      ),
    );
    const written = [manifest, ...tables].join('\n');
    for (const { nik, nama } of persons) {
      expect(written.includes(nik)).toBe(false);
      expect(written.includes(nama)).toBe(false);
    }
  });
});

describe('a run that fails', () => {
  it('refuses bad input before anything is written', async () => {
    const out = join(folder, 'refused');
    await expect(runWith({ inputs: [join(folder, 'nowhere.csv')], out })).rejects.toThrow(InputError);
    expect(existsSync(out)).toBe(false);
  });

  it('leaves no trace when a stage fails', async () => {
    const out = join(folder, 'failed');
    const failing = runWith(
      { inputs: [sample], out },
      {
        stageStarted(id) {
          if (id === '90-publish') throw new Error('power cut');
        },
      },
    );
    await expect(failing).rejects.toThrow('power cut');
    expect(existsSync(out)).toBe(false);
  });
});

function sumOf(levels: readonly string[]) {
  const parts = levels.map(
    (level) =>
      sql`CAST(coalesce(sum("count") FILTER (level = ${level}), 0) AS BIGINT) AS ${{ values: [], text: () => level }}`,
  );
  return parts.reduce((left, right) => sql`${left}, ${right}`);
}

function unionOf(levels: readonly string[], run: string) {
  const parts = levels.map(
    (
      level,
    ) => sql`SELECT ${level} AS level, measure, rule_id, dimension, severity, grade, tier, scope, "count"
      FROM read_parquet(${`${run}/distribution/${level}.parquet`}) WHERE measure IN ('rule', 'severity', 'voters', 'grade', 'tier', 'scope')`,
  );
  return parts.reduce((left, right) => sql`${left} UNION ALL ${right}`);
}
