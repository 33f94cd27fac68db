import { describe, expect, test } from 'vitest';
import { conditionFault } from '../../src/cli/condition.ts';

describe('one harmless expression', () => {
  test.each([
    "regexp_matches(nama, '[0-9]')",
    'nama IS NOT DISTINCT FROM tempat_lahir AND age > 17',
    "length(nama) < 3 OR nama IN ('XXX', 'TES; DROP')",
    "CASE WHEN sex = 'L' THEN nik_day > 40 ELSE false END",
    'birth_date > reference_date()',
    'list_contains(tms_codes(), keterangan)',
    "nama LIKE '%''%' AND \"alamat\" = 'select from'",
    'count(*) OVER (PARTITION BY tps ORDER BY nik_serial) > tps_limit()',
    'CAST(rt AS INTEGER) BETWEEN 1 AND 99',
  ])('%s', (condition) => {
    expect(conditionFault(condition)).toBeUndefined();
  });
});

describe('refused', () => {
  test.each([
    ['', 'empty'],
    ['true; DROP VIEW roll', 'sign ;'],
    ['(SELECT count(*) FROM roll) > 1', 'SELECT'],
    ["(FROM 'x.csv') = 1", 'FROM'],
    ['EXISTS (VALUES (1))', 'EXISTS'],
    ['true) OR (true', 'brackets'],
    ['nama, nik', 'comma'],
    ['(true', 'brackets'],
    ['true]', 'brackets'],
    ["read_text('x') = 'a'", 'function read_text'],
    ["\"read_csv\"('x') = 'a'", 'function read_csv'],
    ["getenv('HOME') = 'x'", 'function getenv'],
    ["main.getenv('HOME') = 'x'", 'function getenv'],
    ['random() < 0.1', 'function random'],
    ['birth_date > current_date', 'reference_date()'],
    ['age > 1 -- note', 'comments'],
    ['age > 1 /* note */', 'comments'],
    ["nama = E'it\\'s'", "E'"],
    ["nama = 'open", 'not closed'],
    ['nama = "open', 'not closed'],
    ['nama = $$x$$', 'sign $'],
    ['nama = ?', 'sign ?'],
    ["COPY roll TO 'x'", 'COPY'],
    ["ATTACH 'x'", 'ATTACH'],
    ['error(nik)', 'function error'],
  ])('%s', (condition, reason) => {
    expect(conditionFault(condition)?.en).toContain(reason);
    expect(conditionFault(condition)?.id).toBeTruthy();
  });
});
