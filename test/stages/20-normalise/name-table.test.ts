import { describe, expect, it } from 'vitest';
import { sql } from '../../../src/engine/sql.ts';
import { normalise } from '../../../src/stages/20-normalise/index.ts';
import { nameKey } from '../../../src/stages/20-normalise/name-key.ts';
import { keyNames } from '../../../src/stages/20-normalise/name-table.ts';
import { loadRows, withDatabase } from '../../support/stages.ts';

describe('name', () => {
  it('gives equal names one number, and keys those on rows that share a NIK', async () => {
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
        sql`SELECT nama_upper, name_key, name_tokens FROM roll LEFT JOIN name USING (name_id) ORDER BY row_id`,
      );
      const siti = { nama_upper: 'SITI AMINAH', name_key: nameKey('SITI AMINAH'), name_tokens: 'AMINA SITI' };
      const none = { nama_upper: null, name_key: null, name_tokens: null };
      expect(found).toEqual([
        siti,
        siti,
        { nama_upper: 'JOSE', name_key: nameKey('JOSE'), name_tokens: nameKey('JOSE') },
        none,
        { nama_upper: '?', name_key: null, name_tokens: null },
        none,
      ]);
      const { numbers } = await database.row(sql`SELECT count(DISTINCT name_id) AS numbers FROM roll`);
      expect(numbers).toBe(4);
    });
  });

  it('keys many names in a worker thread as it would one by one', async () => {
    await withDatabase(async (database) => {
      await database.run(sql`CREATE TABLE compared_name AS
        SELECT i AS name_id, 'MOCH ' || chr(CAST(65 + i % 26 AS INTEGER)) || 'OEDI ' || chr(CAST(65 + i // 26 % 26 AS INTEGER)) || chr(CAST(65 + i // 676 % 26 AS INTEGER)) || chr(CAST(65 + i // 17576 AS INTEGER)) AS nama_upper
        FROM range(70000) AS numbers (i)`);
      await keyNames(database, 2);
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
