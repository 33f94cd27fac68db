import { describe, expect, it } from 'vitest';
import { sql } from '../../../src/engine/sql.ts';
import { normalise } from '../../../src/stages/20-normalise/index.ts';
import { nameKey } from '../../../src/stages/20-normalise/name-key.ts';
import { keyNames } from '../../../src/stages/20-normalise/name-table.ts';
import { loadRows, withDatabase } from '../../support/stages.ts';

describe('name', () => {
  it('gives equal names one number, and each row the number of its name', async () => {
    await withDatabase(async (database) => {
      await normalise.run(
        await loadRows(database, [
          { nama: 'Siti  Aminah' },
          { nama: 'SITI AMINAH ' },
          { nama: 'José' },
          { nama: '' },
          { nama: '?' },
        ]),
      );
      const rows = await database.rows(
        sql`SELECT nama_upper, name_key, name_tokens FROM roll LEFT JOIN name USING (name_id) ORDER BY row_id`,
      );
      expect(rows).toEqual([
        { nama_upper: 'SITI AMINAH', name_key: nameKey('SITI AMINAH'), name_tokens: 'AMINA SITI' },
        { nama_upper: 'SITI AMINAH', name_key: nameKey('SITI AMINAH'), name_tokens: 'AMINA SITI' },
        { nama_upper: 'JOSE', name_key: nameKey('JOSE'), name_tokens: nameKey('JOSE') },
        { nama_upper: null, name_key: null, name_tokens: null },
        { nama_upper: '?', name_key: null, name_tokens: null },
      ]);
    });
  });

  it('keys many names in a worker thread as it would one by one', async () => {
    await withDatabase(async (database) => {
      await database.run(sql`CREATE TABLE distinct_name AS
        SELECT 'MOCH ' || chr(CAST(65 + i % 26 AS INTEGER)) || 'OEDI ' || chr(CAST(65 + i // 26 % 26 AS INTEGER)) || chr(CAST(65 + i // 676 % 26 AS INTEGER)) || chr(CAST(65 + i // 17576 AS INTEGER)) AS nama_upper
        FROM range(70000) AS numbers (i)`);
      await keyNames(database);
      const names = await database.rows<{ name_id: number; nama_upper: string; name_key: string }>(
        sql`SELECT name_id, nama_upper, name_key FROM name ORDER BY name_id`,
      );
      expect(names).toHaveLength(70_000);
      expect(names.every(({ name_id }, index) => name_id === index)).toBe(true);
      for (const { nama_upper, name_key } of names.filter((_, index) => index % 97 === 0))
        expect(name_key).toBe(nameKey(nama_upper));
    });
  });
});
