import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import { codeBook } from '../../rules/code-books.ts';
import nikSama from '../../rules/ganda/blocking/nik-sama.ts';
import { GRADE_BOOKS } from '../../rules/ganda/grades.ts';
import { Database } from '../../src/engine/database.ts';
import { defineParameters } from '../../src/engine/parameters.ts';
import { identifier, join as joinSql, literal, sql } from '../../src/engine/sql.ts';
import type { DecisionFile, RunContext } from '../../src/engine/stage.ts';
import { type ConfigInput, configSchema } from '../../src/model/config.ts';
import type { BlockingRule, Comparison, Guard } from '../../src/model/ganda.ts';
import type { InputFile } from '../../src/model/input-file.ts';
import type { MatchModel } from '../../src/model/match-model.ts';
import type { ExampleRow, Rule } from '../../src/model/rule.ts';
import { SOURCE_COLUMN_NAMES } from '../../src/model/source-columns.ts';
import { REFERENCE_TABLES } from './reference-database.ts';

export const REFERENCE_DATE = '2026-11-22';

/**
 * A database with the reference tables and the parameters of a run, in a temporary folder; close it. On one thread
 * unless more are asked for: over a few rows a second one costs a seventh more and gains nothing.
 */
export async function openDatabase(threads = 1): Promise<Database> {
  const folder = mkdtempSync(join(tmpdir(), 'sisir-'));
  const database = await Database.open({ threads, memory: '1GB', folder });
  const book = codeBook('pdpb-2025');
  await defineParameters(database, {
    reference_date: REFERENCE_DATE,
    tps_limit: 600,
    disabilitas_codes: Object.keys(book.disabilitas),
    ktp_el_codes: Object.keys(book.ktpEl),
    keterangan_codes: Object.keys(book.keterangan),
    tms_codes: Object.keys(book.tms),
  });
  await database.run(sql`ATTACH ${literal(inject('referenceDatabase'))} AS reference (READ_ONLY)`);
  for (const table of REFERENCE_TABLES)
    await database.run(sql`CREATE VIEW ${identifier(table)} AS FROM reference.${identifier(table)}`);
  return database;
}

/** `openDatabase` for one action. */
export async function withDatabase<T>(
  action: (database: Database) => Promise<T>,
  threads?: number,
): Promise<T> {
  const database = await openDatabase(threads);
  try {
    return await action(database);
  } finally {
    database.close();
  }
}

/** `withDatabase` on two threads, for tables of many rows. */
export async function withThreads<T>(action: (database: Database) => Promise<T>): Promise<T> {
  return await withDatabase(action, 2);
}

/** An input row of a test; `file` (default 1) says which made-up file it stands in. */
export type TestRow = ExampleRow & { readonly file?: number };

/** A model that has learned nothing. */
export const EMPTY_MODEL: MatchModel = {
  version: 1,
  trained: {
    engine_version: 'test',
    data_sha256: '',
    rows: 0,
    candidate_pairs: 0,
    random_pairs: 0,
    seed: 0,
    iterations: 0,
    converged: true,
    last_change: 0,
  },
  duplicates_per_1000: 1,
  comparisons: {},
};

/** What a test states of a run; the rest is empty or the default. */
export interface TestSetting {
  readonly rules?: readonly Rule[];
  readonly config?: ConfigInput;
  readonly kabupaten?: number;
  readonly blockingRules?: readonly BlockingRule[];
  readonly comparisons?: readonly Comparison[];
  readonly guards?: readonly Guard[];
  readonly model?: MatchModel;
  readonly decisions?: DecisionFile | undefined;
}

/** Makes `roll_raw` and `input_file` from rows, as stage 10 would; returns what stages need. */
export async function loadRows(
  database: Database,
  rows: readonly TestRow[],
  {
    rules = [],
    config = {},
    kabupaten,
    blockingRules = [nikSama],
    comparisons = [],
    guards = [],
    model = EMPTY_MODEL,
    decisions,
  }: TestSetting = {},
): Promise<RunContext> {
  const columns = joinSql(SOURCE_COLUMN_NAMES.map((name) => sql`${identifier(name)} VARCHAR`));
  await database.run(
    sql`CREATE OR REPLACE TABLE test_input (row_number INTEGER, file_id INTEGER, ${columns})`,
  );
  const lines = rows.map((row, index) => {
    const values = SOURCE_COLUMN_NAMES.map((name) => literal(row[name] === '' ? null : (row[name] ?? null)));
    return sql`(${literal(index)}, ${literal(row.file ?? 1)}, ${joinSql(values)})`;
  });
  if (lines.length > 0) await database.run(sql`INSERT INTO test_input VALUES ${joinSql(lines)}`);
  await database.materialise(
    'roll_raw',
    sql`SELECT * EXCLUDE (row_number) FROM test_input ORDER BY row_number`,
    { rowId: 'row_id' },
  );
  const fileIds = [...new Set(rows.map(({ file }) => file ?? 1))];
  await database.run(sql`CREATE OR REPLACE TABLE input_file AS
    SELECT file_id, 'berkas-' || file_id || '.csv' AS path, '' AS sha256, 0 AS bytes, 'csv' AS format, 'utf-8' AS encoding,
      count(*) AS rows_read, count(*) AS rows_accepted, 0 AS rows_rejected,
      CAST(${kabupaten ?? null} AS USMALLINT) AS kabupaten, 'dmy' AS date_order
    FROM test_input GROUP BY file_id`);
  const inputs = fileIds.map(
    (fileId): InputFile => ({
      fileId,
      path: `berkas-${fileId}.csv`,
      absolutePath: '',
      bytes: 0,
      modifiedMs: 0,
      sha256: '',
      format: 'csv',
      compressed: false,
      header: SOURCE_COLUMN_NAMES,
      columns: SOURCE_COLUMN_NAMES.map((column, position) => ({ column, positions: [position] })),
      unusedHeaders: [],
      dateOrder: 'dmy',
      dateOrderFrom: 'default',
      areaFrom: 'none',
      datesContradict: false,
    }),
  );
  const [gradeBook] = GRADE_BOOKS;
  if (gradeBook === undefined) throw new Error('no grade book');
  return {
    database,
    outputFolder: database.folder,
    config: configSchema.parse(config),
    threads: 2,
    referenceDate: REFERENCE_DATE,
    inputs,
    rules,
    codeBook: codeBook('pdpb-2025'),
    voterKeySecret: Buffer.from('test'),
    blockingRules,
    gradeBook,
    comparisons,
    guards,
    model,
    history: { previous: 'none', earlier: [] },
    decisions,
    log: { info() {}, warn() {} },
    progress() {},
  };
}
