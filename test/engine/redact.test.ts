import { describe, expect, it } from 'vitest';
import { QueryError } from '../../src/engine/database.ts';
import { redact } from '../../src/engine/redact.ts';
import { sql, trusted } from '../../src/engine/sql.ts';
import { withDatabase } from '../support/stages.ts';

const NIK = '3374014506900017';

describe('redact', () => {
  it.each([
    [`Could not convert string '${NIK}' to INT32`],
    [`Original Line: 1,${NIK},BUDI SANTOSO\nBUDI ${NIK}\nPossible fixes: none`],
    [`Original Line: BUDI\nSANTOSO`],
    [`value ${NIK} is out of range`],
    [`Referenced column "${NIK}" not found`],
  ])('hides the value in %s', (message) => {
    expect(redact(message)).not.toContain(NIK);
    expect(redact(message)).not.toContain('BUDI');
  });

  it.each([
    "Conversion Error: Could not convert string 'BUDI MA'RUF SANTOSO' to INT32 when casting from source column nama",
    'Conversion Error: invalid date field format: "BUDI SANTOSO", expected format is (YYYY-MM-DD)',
    'Invalid Input Error: Could not parse string "BUDI" according to format specifier "%d"\nBUDI\n^\nError: Expected a number',
    'Invalid Input Error: missing ): (BUDI SANTOSO',
    'Constraint Error: Duplicate key "nama: BUDI SANTOSO" violates unique constraint',
    'Out of Range Error: cannot take BUDI SANTOSO',
  ])('keeps only the kind of an error that may quote a cell: %s', (message) => {
    expect(redact(message)).toMatch(/^(Conversion|Invalid Input|Constraint|Out of Range) Error: \*\*\*/);
    expect(redact(message)).not.toMatch(/BUDI|RUF|SANTOSO/);
    expect(redact(redact(message))).toBe(redact(message));
  });

  it.each([
    `{"nama":"BUDI SANTOSO","nik":RUF${NIK}`,
    `["BUDI", 'SANTOSO']`,
    'BUDI "SANTOSO"',
    "BUDI MA'RUF SANTOSO",
  ])('hides what the JSON parser quotes of %s', (cell) => {
    const message = (() => {
      try {
        return String(JSON.parse(cell));
      } catch (error) {
        return String(error);
      }
    })();
    expect(message).toContain('is not valid JSON');
    expect(redact(message)).not.toMatch(/BUDI|RUF|SANTOSO|3374/);
    expect(redact(message)).toContain('SyntaxError');
    expect(redact(redact(message))).toBe(redact(message));
  });

  it.each(['33.74.01.45.06.90.0017', '3374 0145 0690 0017', '05|06|1990', '1990-06-05', '05/06/1990'])(
    'hides digits with signs between them: %s',
    (digits) => {
      expect(redact(`row ${digits} of the file`)).toBe('row #### of the file');
    },
  );

  it('names the cast that failed', () => {
    const message =
      "Conversion Error: Could not convert string 'A' to INT32 when casting from source column nama";
    expect(redact(`${message}\n\nLINE 1: SELECT nama::int`)).toBe(
      'Conversion Error: *** to INT32 when casting from source column nama',
    );
  });

  it('hides a cell in whatever DuckDB says of it', async () => {
    const types = 'INTEGER,DATE,DECIMAL(3),BOOLEAN,JSON,TIMESTAMP,UUID,INTEGER[],INTERVAL'.split(',');
    const expressions = [
      "strptime(nama, '%d')",
      "regexp_matches('a', '(' || nama)",
      'from_base64(nama)',
      'error(nama)',
      "date_part(nama, DATE '2020-01-01')",
      "json_extract('{}', '$' || nama)",
      "format('{' || nama || '}', 1)",
    ].concat(types.map((type) => `CAST(nama AS ${type})`));
    await withDatabase(async (database) => {
      await database.run(sql`CREATE TABLE cell AS SELECT ${'BUDI MA\'RUF "SANTOSO\nJAYA'} AS nama`);
      for (const expression of expressions) {
        const failing = database.run(
          sql`CREATE OR REPLACE TABLE x AS SELECT ${trusted(expression)} AS v FROM cell`,
        );
        const error = await failing.then(
          () => new Error('it did not fail'),
          (reason: unknown) => reason,
        );
        expect(error, expression).toBeInstanceOf(QueryError);
        expect(String(error), expression).not.toMatch(/BUDI|RUF|SANTOSO|JAYA/);
      }
    });
  });

  it('keeps what helps: the kind of error and the names of columns', () => {
    expect(redact('Binder Error: Referenced column "nikk" not found')).toBe(
      'Binder Error: Referenced column "nikk" not found',
    );
  });

  it('is applied to every failure of the database', async () => {
    await withDatabase(async (database) => {
      const failing = [
        () => database.run(sql`SELECT CAST(${NIK} AS DATE)`),
        () => database.rows(sql`SELECT error('nik ' || ${NIK})`),
        () => database.materialise('broken', sql`SELECT CAST('${literalNik}' AS INTEGER) AS x`),
      ];
      for (const action of failing) {
        const error = await action().then(
          () => undefined,
          (reason: unknown) => reason,
        );
        expect(error).toBeInstanceOf(QueryError);
        expect(String(error)).not.toContain(NIK);
        expect((error as Error).stack).not.toContain(NIK);
      }
    });
  });
});

const literalNik = sql`${NIK}`;
