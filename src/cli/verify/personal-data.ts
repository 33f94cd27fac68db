import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { identifier, join as joinSql, literal, sql } from '../../engine/sql.ts';
import { isPersonal } from '../../model/audit.ts';
import { OUTPUT_TABLES } from '../../model/output-tables.ts';
import type { Check, Fault } from './check.ts';

/**
 * A number that is formed like a NIK or NKK: an area of a province 11 to 99, a day (40 more for women) and a month.
 * Digits, a point or letters of a hash beside it make it something else.
 */
const NIK_SHAPE = '[1-9][1-9][0-9]{4}([04][1-9]|[1256][0-9]|[37][01])(0[1-9]|1[0-2])[0-9]{6}';
const NIK_IN_TEXT = new RegExp(`(?<![0-9A-Za-z.])${NIK_SHAPE}(?![0-9A-Za-z])`, 'g');

/** Tables that hold personal data, and are closed to others. */
const PERSONAL_TABLES: ReadonlySet<string> = new Set(['rejects']);

/** Keys of hex digits: one in two thousand happens to be a number. */
const HEX_KEY = /(^|_)(finding|pair|group|item)_key$/;

/** Columns of a whole personal value; a published table has none of them. */
const PERSONAL_COLUMNS: ReadonlySet<string> = new Set([
  'nik',
  'nkk',
  'nama',
  'tempat_lahir',
  'tanggal_lahir',
  'alamat',
]);

/** Forms of a masked value (`value_masked`): letters as A, digits as 9, initials, a year, area digits, a short code. */
const MASKED = [
  '[^0-8B-Za-z]*',
  '[0-9]{6}\\*+',
  '(\\S? )*\\S?',
  '(18|19|20)[0-9]{2}-\\*\\*-\\*\\*',
  '\\*+',
  '.{0,3}',
];

const columns: Check = {
  id: 'personal-columns',
  surveys: true,
  title: {
    id: 'Tidak ada tabel terbit dengan kolom NIK, NKK, nama, tanggal atau tempat lahir, atau alamat',
    en: 'No published table has a column of NIK, NKK, name, birth date or place, or address',
  },
  async find({ database, tables }) {
    const faults: Fault[] = [];
    for (const table of tables) {
      if (PERSONAL_TABLES.has(table)) continue;
      const found = await database.rows<{ column_name: string }>(
        sql`SELECT column_name FROM (DESCRIBE ${identifier(table)})`,
      );
      for (const { column_name: name } of found)
        if (PERSONAL_COLUMNS.has(name)) faults.push({ id: `${table}.${name}`, en: `${table}.${name}` });
    }
    return faults;
  },
};

const numbers: Check = {
  id: 'personal-numbers',
  surveys: true,
  title: {
    id: 'Tidak ada NIK atau NKK utuh di luar rejects/ dan worklists/, dalam tabel apa pun',
    en: 'No whole NIK or NKK outside rejects/ and worklists/, in any table',
  },
  async find({ database, tables }) {
    const faults: Fault[] = [];
    for (const { name, columns: declared } of OUTPUT_TABLES) {
      if (!tables.has(name) || PERSONAL_TABLES.has(name)) continue;
      const texts = declared.filter((column) => column.type === 'VARCHAR' && !HEX_KEY.test(column.name));
      if (texts.length === 0) continue;
      const counts = texts.map(
        (column) =>
          sql`count(*) FILTER (regexp_matches(${identifier(column.name)}, ${literal(`(^|[^0-9A-Za-z.])${NIK_SHAPE}($|[^0-9A-Za-z])`)})) AS ${identifier(column.name)}`,
      );
      const row = await database.row<Record<string, number>>(
        sql`SELECT ${joinSql(counts)} FROM ${identifier(name)}`,
      );
      for (const [column, rows] of Object.entries(row))
        if (rows > 0)
          faults.push({ id: `${name}.${column}: ${rows} baris`, en: `${name}.${column}: ${rows} rows` });
    }
    return faults;
  },
};

const READ_AS_TEXT = /\.(?:json|csv|md|html|txt|svg)(?:\.gz)?$/;

const texts: Check = {
  id: 'personal-texts',
  title: {
    id: 'Tidak ada NIK atau NKK utuh dalam manifest, laporan, CSV, dan kamus data',
    en: 'No whole NIK or NKK in the manifest, the report, the CSV files and the data dictionary',
  },
  async find({ folder, files, madeUp }) {
    const faults: Fault[] = [];
    for (const { path } of files) {
      if (!READ_AS_TEXT.test(path) || isPersonal(path)) continue;
      const bytes = await readFile(join(folder, path));
      const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('latin1');
      const found = (text.match(NIK_IN_TEXT) ?? []).filter((number) => !madeUp.has(number)).length;
      if (found > 0) faults.push({ id: `${path}: ${found} kali`, en: `${path}: ${found} times` });
    }
    return faults;
  },
};

const masks: Check = {
  id: 'masked-values',
  title: {
    id: 'Setiap nilai dalam temuan disamarkan',
    en: 'Every value in a finding is masked',
  },
  reads: ['data_invalid'],
  async find({ database }) {
    const rows = await database.rows<{ rule_id: string; rows: number }>(sql`
      SELECT rule_id, count(*) AS rows FROM data_invalid
      WHERE subject = 'voter' AND NOT regexp_full_match(value_masked, ${MASKED.join('|')}) GROUP BY rule_id ORDER BY rule_id`);
    return rows.map(({ rule_id, rows: count }) => ({
      id: `${rule_id}: ${count} nilai tidak disamarkan`,
      en: `${rule_id}: ${count} values are not masked`,
    }));
  },
};

export const PERSONAL_CHECKS: readonly Check[] = [columns, numbers, texts, masks];
