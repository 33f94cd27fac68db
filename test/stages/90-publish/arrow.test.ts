import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DataType, tableFromIPC } from 'apache-arrow';
import { beforeAll, describe, expect, it } from 'vitest';
import { literal, sql } from '../../../src/engine/sql.ts';
import { CHANCE_TABLE, DISTRIBUTION_TABLES, SUMMARY_TABLE } from '../../../src/model/output-tables.ts';
import { temporaryFolder } from '../../cli/helpers.ts';
import { runWith } from '../../support/run.ts';
import { withDatabase } from '../../support/stages.ts';

const TABLES = [...DISTRIBUTION_TABLES, SUMMARY_TABLE, CHANCE_TABLE];

let folder: string;
beforeAll(async () => {
  ({ folder } = await runWith({ inputs: ['samples/jateng-kecil/3371.csv'], out: temporaryFolder() }));
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
