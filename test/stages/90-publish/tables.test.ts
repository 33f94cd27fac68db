import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DataType, tableFromIPC } from 'apache-arrow';
import { beforeAll, describe, expect, it } from 'vitest';
import { identifier, join as joinSql, literal, sql } from '../../../src/engine/sql.ts';
import type { Manifest } from '../../../src/model/manifest.ts';
import {
  CHANCE_TABLE,
  DISTRIBUTION_TABLES,
  OUTPUT_TABLES,
  type OutputTable,
  SUMMARY_TABLE,
} from '../../../src/model/output-tables.ts';
import { writeArrow } from '../../../src/stages/90-publish/arrow.ts';
import { writeParquet } from '../../../src/stages/90-publish/parquet.ts';
import { temporaryFolder } from '../../cli/helpers.ts';
import { runWith } from '../../support/run.ts';
import { withDatabase } from '../../support/stages.ts';

const TABLES = [...DISTRIBUTION_TABLES, SUMMARY_TABLE, CHANCE_TABLE];

let folder: string;
let manifest: Manifest;
beforeAll(async () => {
  ({ folder, manifest } = await runWith({
    inputs: ['samples/jateng-kecil/3371.csv'],
    out: temporaryFolder(),
    threads: 2,
  }));
});

/** The Parquet files of the run. */
function published(): Manifest['outputs'] {
  return manifest.outputs.filter(({ path }) => path.endsWith('.parquet'));
}

/** The registry's entry of a published file. */
function tableOf(path: string): OutputTable {
  const found = OUTPUT_TABLES.find((table) =>
    new RegExp(`^${table.path.replaceAll('*', '[^/]+')}$`).test(path),
  );
  if (found === undefined) throw new Error(`${path} is in no data dictionary`);
  return found;
}

describe('Parquet files', () => {
  it('have exactly the columns that the data dictionary names', async () => {
    for (const { path } of published())
      await withDatabase(async (database) => {
        const found = await database.rows<{ column_name: string; column_type: string }>(
          sql`SELECT column_name, column_type FROM (DESCRIBE FROM read_parquet(${literal(join(folder, path))}, hive_partitioning = false))`,
        );
        expect(found.map(({ column_name, column_type }) => [column_name, column_type])).toEqual(
          tableOf(path).columns.map(({ name, type }) => [name, type]),
        );
      });
  });

  it('are sorted as it says, with the bounds of the first key in each row group', async () => {
    await withDatabase(async (database) => {
      for (const { path } of published()) {
        const { sortedBy } = tableOf(path);
        const file = literal(join(folder, path));
        const order = joinSql(sortedBy.map((name) => sql`${identifier(name)} NULLS FIRST`));
        const { moved } = await database.row<{
          moved: number;
        }>(sql`SELECT count(*) FILTER (place <> wanted) AS moved FROM (
          SELECT row(${joinSql(sortedBy.map(identifier))}) AS key, file_row_number AS place,
            row_number() OVER (ORDER BY ${order}, file_row_number) - 1 AS wanted
          FROM read_parquet(${file}, file_row_number = true, hive_partitioning = false))`);
        expect([path, moved]).toEqual([path, 0]);
        const bounds = await database.rows<{ known: boolean }>(sql`SELECT
          stats_min_value IS NOT NULL OR stats_null_count = num_values AS known
          FROM parquet_metadata(${file}) WHERE path_in_schema = ${sortedBy[0] ?? ''} AND num_values > 0`);
        expect(bounds.every(({ known }) => known)).toBe(true);
      }
    });
  });

  it('let a filter on a desa or a voter skip row groups', async () => {
    await withDatabase(async (database) => {
      const file = join(database.folder, 'many.parquet');
      const rows = sql`SELECT lpad(CAST(i // 500 AS VARCHAR), 10, '0') AS kode_desa, CAST(i AS VARCHAR) AS voter_key
        FROM range(100000) AS numbers (i) ORDER BY kode_desa, voter_key`;
      await writeParquet(database, file, rows);
      const groups = await database.rows<{ holds: boolean }>(sql`SELECT
        stats_min_value <= '0000000077' AND stats_max_value >= '0000000077' AS holds
        FROM parquet_metadata(${literal(file)}) WHERE path_in_schema = 'kode_desa'`);
      expect(groups.length).toBeGreaterThanOrEqual(4);
      expect(groups.filter(({ holds }) => holds).length).toBeLessThanOrEqual(2);
    });
  });
});

describe('Arrow files', () => {
  it.each(TABLES)('$name holds the rows of the Parquet file, in their order', async ({ path, columns }) => {
    const found = tableFromIPC(readFileSync(join(folder, path.replace(/parquet$/, 'arrow'))));
    const wanted = await withDatabase(
      async (database) =>
        await database.rows(
          sql`SELECT CAST(COLUMNS(*) AS VARCHAR) FROM read_parquet(${literal(join(folder, path))})`,
        ),
    );
    expect(found.numRows).toBe(wanted.length);
    expect(found.schema.fields.map(({ name }) => name)).toEqual(columns.map(({ name }) => name));
    for (const { name, type } of columns) {
      const texts = [...(found.getChild(name) ?? [])].map((value: string | number | bigint | null) =>
        value === null || type === 'VARCHAR' ? value : Number(value),
      );
      expect(texts).toEqual(
        wanted.map((row) => {
          const value = row[name] ?? null;
          return value === null ? null : type === 'VARCHAR' ? value : Number(value);
        }),
      );
    }
  });

  it('keep texts as dictionaries and counts as whole numbers', () => {
    const { schema } = tableFromIPC(readFileSync(join(folder, 'distribution/tps.arrow')));
    const typeOf = (name: string) => schema.fields.find((field) => field.name === name)?.type;
    expect(DataType.isDictionary(typeOf('kode_desa'))).toBe(true);
    expect(String(typeOf('count'))).toBe('Int64');
    expect(String(typeOf('rate_per_1000'))).toBe('Float64');
  });

  it.each(TABLES)('$name is the same bytes when its texts are read column by column', async (table) => {
    const copy = join(temporaryFolder(), 'copy.parquet');
    copyFileSync(join(folder, table.path), copy);
    await withDatabase(async (database) => await writeArrow(database, table, copy, 0));
    const [again, first] = [copy, join(folder, table.path)].map((path) =>
      readFileSync(path.replace(/parquet$/, 'arrow')),
    );
    expect(again?.equals(first ?? Buffer.of())).toBe(true);
  });

  it('are the same bytes again', async () => {
    const again = await runWith({
      inputs: ['samples/jateng-kecil/3371.csv'],
      out: temporaryFolder(),
      threads: 1,
    });
    for (const { path } of TABLES) {
      const name = path.replace(/parquet$/, 'arrow');
      expect(readFileSync(join(again.folder, name)).equals(readFileSync(join(folder, name)))).toBe(true);
    }
  });
});
