import { describe, expect, it } from 'vitest';
import { sql } from '../../../src/engine/sql.ts';
import { normalise } from '../../../src/stages/20-normalise/index.ts';
import { nameKey } from '../../../src/stages/20-normalise/name-key.ts';
import { keyNames } from '../../../src/stages/20-normalise/name-table.ts';
import { loadRows, withDatabase } from '../../support/stages.ts';

describe('name', () => {
  it('holds the keys of names on rows that share a NIK', async () => {
    await withDatabase(async (database) => {
      const nik = '3374014506900017';
      const rows = [
        { nik, nama: 'Siti  Aminah' },
        { nik, nama: 'SITI AMINAH ' },
        { nik, nama: 'José' },
        { nik, nama: '' },
        { nik, nama: '?' },
        { nik: '3374014506900018', nama: 'BUDI' },
      ];
      await normalise.run(await loadRows(database, rows));
      const found = await database.rows(
        sql`SELECT nama_upper, name_key, name_tokens FROM roll LEFT JOIN name USING (nama_upper) ORDER BY row_id`,
      );
      const siti = { nama_upper: 'SITI AMINAH', name_key: nameKey('SITI AMINAH'), name_tokens: 'AMINA SITI' };
      const none = { nama_upper: null, name_key: null, name_tokens: null };
      expect(found).toEqual([
        siti,
        siti,
        { nama_upper: 'JOSE', name_key: nameKey('JOSE'), name_tokens: nameKey('JOSE') },
        none,
        { ...none, nama_upper: '?' },
        { ...none, nama_upper: 'BUDI' },
      ]);
    });
  });

  it('keys many names in a worker thread as it would one by one', async () => {
    await withDatabase(async (database) => {
      await database.run(sql`CREATE TABLE compared_name AS
        SELECT 'MOCH ' || chr(CAST(65 + i % 26 AS INTEGER)) || 'OEDI ' || chr(CAST(65 + i // 26 % 26 AS INTEGER)) || chr(CAST(65 + i // 676 % 26 AS INTEGER)) || chr(CAST(65 + i // 17576 AS INTEGER)) AS nama_upper
        FROM range(70000) AS numbers (i)`);
      await keyNames(database, 2);
      const names = await database.rows<{ nama_upper: string; name_key: string }>(
        sql`SELECT nama_upper, name_key FROM name ORDER BY nama_upper`,
      );
      expect(new Set(names.map(({ nama_upper }) => nama_upper)).size).toBe(70_000);
      expect(names).toHaveLength(70_000);
      for (const { nama_upper, name_key } of names.filter((_, index) => index % 97 === 0))
        expect(name_key).toBe(nameKey(nama_upper));
    });
  });
});
