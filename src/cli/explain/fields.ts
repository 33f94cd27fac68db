import type { Database, Row } from '../../engine/database.ts';
import { masked } from '../../engine/mask.ts';
import { identifier, join, type Sql, sql } from '../../engine/sql.ts';
import { SOURCE_COLUMN_NAMES, type SourceColumnName, sourceColumn } from '../../model/source-columns.ts';
import { withStages } from '../../pipeline.ts';
import type { PublishedRun } from '../published-run.ts';
import { changedInput, isNotAssessed, type NotAssessed, type RerunSetting, rerunOptions } from '../rerun.ts';
import type { FieldValues, PairEnd } from './explanation.ts';

const LAST_STAGE = '20-normalise';

export interface FieldSetting extends RerunSetting {
  /** Whole values instead of masked ones: only for the officer who acts on the pair. */
  readonly showValues: boolean;
}

/**
 * What stands on the two rows of a pair, from the input files: first those of their kabupaten/kota, then all. Columns
 * that are empty on both rows are left out. Without `showValues` no whole value leaves the database.
 */
export async function readFields(
  run: PublishedRun,
  ends: readonly [PairEnd, PairEnd],
  setting: FieldSetting,
): Promise<FieldValues[] | NotAssessed> {
  const { inputs } = run.manifest;
  const areas = new Set(ends.map(({ kode_desa }) => kode_desa?.slice(0, 4)));
  const near = inputs.filter(({ kode_kabupaten }) => kode_kabupaten !== null && areas.has(kode_kabupaten));
  for (const files of near.length > 0 && near.length < inputs.length ? [near, inputs] : [inputs]) {
    const found = await readFrom(run, files, ends, setting);
    if (found !== undefined) return found;
  }
  return VOTER_NOT_FOUND;
}

const VOTER_NOT_FOUND: NotAssessed = {
  code: 'voter-not-found',
  text: {
    id: 'kedua baris tidak ditemukan lagi di berkas masukan',
    en: 'the two rows were not found again in the input files',
  },
};

async function readFrom(
  run: PublishedRun,
  inputs: PublishedRun['manifest']['inputs'],
  ends: readonly [PairEnd, PairEnd],
  setting: FieldSetting,
): Promise<FieldValues[] | NotAssessed | undefined> {
  const changed = await changedInput(inputs);
  if (changed !== undefined) return changed;
  const paths = inputs.map(({ path }) => path);
  const options = await rerunOptions(run, paths, setting);
  if (isNotAssessed(options)) return options;
  return await withStages(
    options,
    LAST_STAGE,
    async ({ database }) => await valuesOf(database, ends, setting.showValues),
  );
}

/** The values of two voters of the roll; undefined unless both are there. */
export async function valuesOf(
  database: Database,
  [a, b]: readonly [PairEnd, PairEnd],
  showValues: boolean,
): Promise<FieldValues[] | undefined> {
  const shown = SOURCE_COLUMN_NAMES.map(
    (name) => sql`${shownValue(name, showValues)} AS ${identifier(`shown ${name}`)}`,
  );
  const voter = (key: string): Sql =>
    sql`(SELECT *, ${join(shown)} FROM roll WHERE voter_key = ${key} LIMIT 1)`;
  const columns = SOURCE_COLUMN_NAMES.map((name) => {
    const [column, value] = [identifier(name), identifier(`shown ${name}`)];
    return sql`a.${value} AS ${identifier(`a ${name}`)}, b.${value} AS ${identifier(`b ${name}`)},
      a.${column} IS NOT DISTINCT FROM b.${column} AS ${identifier(`equal ${name}`)}`;
  });
  const [row] = await database.rows(
    sql`SELECT ${join(columns)} FROM ${voter(a.voter_key)} AS a, ${voter(b.voter_key)} AS b`,
  );
  if (row === undefined) return undefined;
  return SOURCE_COLUMN_NAMES.map((name) => fieldOf(row, name)).filter(
    (field) => field.a !== null || field.b !== null,
  );
}

function shownValue(name: SourceColumnName, showValues: boolean): Sql {
  return showValues || !sourceColumn(name).personal ? identifier(name) : masked(name);
}

function fieldOf(row: Row, name: SourceColumnName): FieldValues {
  const side = (letter: 'a' | 'b') => {
    const value = row[`${letter} ${name}`];
    return typeof value === 'string' ? value : null;
  };
  return { field: name, a: side('a'), b: side('b'), equal: row[`equal ${name}`] === true };
}
