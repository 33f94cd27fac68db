import { GRADE_BOOKS } from '../../../rules/ganda/grades.ts';
import tanggalLahirTidakSah from '../../../rules/invalid/tanggal-lahir-tidak-sah.ts';
import type { Database } from '../../../src/engine/database.ts';
import { identifier, join, literal, sql } from '../../../src/engine/sql.ts';
import type { RunContext } from '../../../src/engine/stage.ts';
import type { ConfigInput } from '../../../src/model/config.ts';
import type { Comparison, Guard } from '../../../src/model/ganda.ts';
import { normalise } from '../../../src/stages/20-normalise/index.ts';
import { invalid } from '../../../src/stages/30-invalid/index.ts';
import { group } from '../../../src/stages/60-group/index.ts';
import { loadRows, type TestRow, withDatabase } from '../../support/stages.ts';

/** A scored pair as stage 50 would give it; rows by their place in the test's list. */
export interface ScoredPair {
  readonly a: number;
  readonly b: number;
  readonly probability: number;
  /** Comparison → level and weight; others are not assessed. */
  readonly levels?: Readonly<Record<string, readonly [level: string, weight: number]>>;
  readonly guard?: string;
}

export interface Pair {
  readonly voter_key_a: string;
  readonly voter_key_b: string;
  readonly grade: string;
  readonly tier: string;
  readonly scope: string;
  readonly bridge_cut: boolean;
  readonly match_probability: number;
  readonly level_nama: string | null;
  readonly level_nkk: string | null;
  readonly weight_nkk: number | null;
  readonly guard: string | null;
  readonly found_by: string;
  readonly pair_key: string;
}

export interface Member {
  readonly group_key: string;
  readonly voter_key: string;
  readonly kode_kabupaten: string;
  readonly grade: string;
  readonly group_grade: string;
  readonly tier: string;
  readonly match_probability: number;
  readonly members: number;
  readonly pairs_total: number;
  readonly pairs_written: number;
  readonly suggested_keep: boolean;
  readonly suggestion: string;
  readonly reason: string;
  readonly scope: string;
  readonly row_fingerprint: string;
  readonly status: string;
  readonly verdict: string | null;
  readonly verdict_code: string | null;
}

export interface Grouped {
  readonly pairs: Pair[];
  readonly members: Member[];
  readonly facts: { readonly candidates: number; readonly same_nik_not_compared: number };
}

const text = (id: string) => ({ id, en: `${id} (en)` });

function comparison(id: string, levels: readonly string[]): Comparison {
  return {
    id,
    title: { id: id.toUpperCase(), en: `${id.toUpperCase()} (en)` },
    reads: [],
    missing: 'false',
    strata: [{ id: 'semua', label: text('semua'), equal: [] }],
    levels: levels.map((level) => ({ id: level, label: text(`taraf ${level}`) })),
    examples: [],
  };
}

export const TEST_COMPARISONS: readonly Comparison[] = [
  comparison('nama', ['sama', 'mirip', 'beda']),
  comparison('tanggal_lahir', ['sama', 'beda']),
  comparison('nik', ['sama', 'satu-digit', 'beda']),
  comparison('alamat', ['sama', 'beda']),
];

export const TEST_GUARD: Guard = {
  id: 'kembar',
  title: { id: 'orang kembar', en: 'twins' },
  reason: text('alasan'),
  when: 'false',
  needs: [],
  weight: -8,
  examples: { fires: [], silent: [] },
};

async function makeScoredPairs(database: Database, pairs: readonly ScoredPair[]): Promise<void> {
  const compared = TEST_COMPARISONS.flatMap(({ id }) => [
    sql`${identifier(`level_${id}`)} VARCHAR`,
    sql`${identifier(`weight_${id}`)} DOUBLE`,
  ]);
  await database.run(sql`CREATE OR REPLACE TABLE scored_pair (
    row_a BIGINT, row_b BIGINT, found_by VARCHAR, ${join(compared)}, guard VARCHAR, weight_guard DOUBLE,
    match_weight DOUBLE, match_probability DOUBLE)`);
  const lines = pairs.map(({ a, b, probability, levels = {}, guard = null }) => {
    const values = TEST_COMPARISONS.flatMap(({ id }) => (levels[id] ?? ['tidak-dinilai', 0]).map(literal));
    return sql`(${literal(a)}, ${literal(b)}, ${join(values)}, ${literal(guard)}, ${literal(guard === null ? 0 : -8)}, ${literal(String(probability))})`;
  });
  if (lines.length === 0) return;
  await database.run(sql`INSERT INTO scored_pair
    SELECT row_a.row_id, row_b.row_id, 'aturan', stated.* EXCLUDE (a, b, probability), 0, CAST(probability AS DOUBLE)
    FROM (VALUES ${join(lines)}) AS stated (a, b, ${join(compared.map((_, index) => identifier(`said_${index}`)))},
      guard, weight_guard, probability)
    JOIN test_row AS row_a ON row_a.place = a JOIN test_row AS row_b ON row_b.place = b`);
}

/** Sends rows through stages 20 and 30 and scores them as stated: all that stage 60 reads. */
export async function scored(
  database: Database,
  rows: readonly TestRow[],
  pairs: readonly ScoredPair[],
  config: ConfigInput = {},
  comparisons: readonly Comparison[] = TEST_COMPARISONS,
): Promise<RunContext> {
  const context = await loadRows(database, rows, {
    rules: [tanggalLahirTidakSah],
    config,
    comparisons,
    guards: [TEST_GUARD],
  });
  await normalise.run(context);
  await invalid.run(context);
  await database.run(
    sql`CREATE OR REPLACE TABLE test_row AS SELECT row_id, row_number() OVER (ORDER BY row_id) - 1 AS place FROM roll`,
  );
  await makeScoredPairs(database, pairs);
  const gradeBook = GRADE_BOOKS.find(({ id }) => id === context.config.grades) ?? context.gradeBook;
  return { ...context, gradeBook };
}

/** What stage 60 makes of scored rows. */
export async function groupsOf(context: RunContext): Promise<Grouped> {
  const { database } = context;
  await group.run(context);
  return {
    pairs: await database.rows<Pair>(sql`SELECT * FROM ganda_pair ORDER BY voter_key_a, voter_key_b`),
    members: await database.rows<Member>(
      sql`SELECT * EXCLUDE (row_id), lpad(CAST(area_kabupaten AS VARCHAR), 4, '0') AS kode_kabupaten
        FROM ganda_group ORDER BY voter_key`,
    ),
    facts: await database.row(sql`FROM candidate_fact`),
  };
}

/** Sends rows through stages 20 and 30, scores them as stated, and groups them. */
export async function grouped(
  rows: readonly TestRow[],
  pairs: readonly ScoredPair[],
  config: ConfigInput = {},
  comparisons: readonly Comparison[] = TEST_COMPARISONS,
): Promise<Grouped> {
  return await withDatabase(
    async (database) => await groupsOf(await scored(database, rows, pairs, config, comparisons)),
  );
}

/** Every pair of rows with an equal NIK of 16 digits, with one probability. */
export function sameNikPairs(rows: readonly TestRow[], probability = 0.999): ScoredPair[] {
  return rows.flatMap(({ nik = '' }, a) =>
    /^\d{16}$/.test(nik)
      ? rows.flatMap((other, b) => (b > a && other.nik === nik ? [{ a, b, probability }] : []))
      : [],
  );
}

/** The groups as sets of voter keys, in key order. */
export function partition(members: readonly Member[]): string[][] {
  const groups = new Map<string, string[]>();
  for (const { group_key, voter_key } of members)
    groups.set(group_key, [...(groups.get(group_key) ?? []), voter_key]);
  return [...groups.values()]
    .map((keys) => keys.toSorted())
    .toSorted(([left = ''], [right = '']) => (left < right ? -1 : 1));
}
