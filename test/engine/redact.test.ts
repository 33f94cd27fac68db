import { describe, expect, it } from 'vitest';
import { QueryError } from '../../src/engine/database.ts';
import { redact } from '../../src/engine/redact.ts';
import { sql } from '../../src/engine/sql.ts';
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
