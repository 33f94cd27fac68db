import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { masked } from '../../../src/engine/mask.ts';
import { literal, sql } from '../../../src/engine/sql.ts';
import { RuleError } from '../../../src/model/errors.ts';
import type { Rule } from '../../../src/model/rule.ts';
import { SOURCE_COLUMN_NAMES } from '../../../src/model/source-columns.ts';
import { normalise } from '../../../src/stages/20-normalise/index.ts';
import { checkRules } from '../../../src/stages/30-invalid/check.ts';
import { invalid } from '../../../src/stages/30-invalid/index.ts';
import { evaluate } from '../../support/examples.ts';
import { rowRule, ruleOfGroups } from '../../support/rules.ts';
import { loadRows, withDatabase } from '../../support/stages.ts';

const NIK = '3374014506900017';

describe('row rules', () => {
  it('give three verdicts: violated, not assessable, valid', async () => {
    const short = rowRule('nama-pendek', { reads: ['nama'], violatedWhen: 'length(nama) < 3' });
    const [violated, missing, valid] = await evaluate(
      [short],
      [{ nama: 'AB' }, { nama: '  ' }, { nama: 'ABC' }],
    );
    expect([...(violated?.violated ?? [])]).toEqual(['nama-pendek']);
    expect([...(missing?.violated ?? [])]).toEqual([]);
    expect([...(missing?.notAssessable ?? [])]).toEqual(['nama-pendek']);
    expect(valid).toEqual({ violated: new Set(), notAssessable: new Set(), causes: new Map() });
  });

  it('are kept apart from one another beyond one 64-bit word', async () => {
    const rules = Array.from({ length: 150 }, (_, index) =>
      rowRule(`aturan-${index}`, {
        reads: ['rt'],
        violatedWhen: `(CAST(rt AS INTEGER) & ${index}) = ${index}`,
      }),
    );
    await withDatabase(async (database) => {
      const context = await loadRows(database, [{ rt: '0' }, { rt: '77' }, { rt: '149' }], { rules });
      await normalise.run(context);
      await invalid.run(context);
      const found = await database.rows<{ row_id: number; rules: string }>(
        sql`SELECT row_id, string_agg(rule_id, ',' ORDER BY CAST(rule_id[8:] AS INTEGER)) AS rules FROM invalid_finding GROUP BY row_id ORDER BY row_id`,
      );
      const expected = [0, 77, 149].map((rt) =>
        rules
          .map((_, index) => index)
          .filter((index) => (rt & index) === index)
          .map((index) => `aturan-${index}`)
          .join(','),
      );
      expect(found.map((row) => row.rules)).toEqual(expected);
    });
  });

  it('name the first cause that holds', async () => {
    const withCauses = rowRule('nama-aneh', {
      reads: ['nama'],
      violatedWhen: "nama LIKE 'X%'",
      causes: [
        { id: 'dua', label: { id: 'dua', en: 'two' }, when: "nama = 'XX'" },
        { id: 'satu', label: { id: 'satu', en: 'one' }, when: 'length(nama) <= 2' },
      ],
    });
    const verdicts = await evaluate(
      [withCauses],
      [{ nama: 'XX' }, { nama: 'XY' }, { nama: 'XYZ' }, { nama: 'A' }],
    );
    expect(verdicts.slice(0, 4).map(({ causes }) => causes.get('nama-aneh'))).toEqual([
      'dua',
      'satu',
      undefined,
      undefined,
    ]);
  });

  it('leave out the files that lack a column they need', async () => {
    const empty = rowRule('nik-tiada', {
      reads: ['nik'],
      field: 'nik',
      violatedWhen: 'nik IS NULL',
      assessableWhen: 'true',
    });
    await withDatabase(async (database) => {
      const context = await loadRows(database, [{ nama: 'A' }, { nama: 'B', file: 2 }], {
        rules: [empty, rowRule('ada', { reads: ['nama'], violatedWhen: 'true' })],
      });
      const inputs = context.inputs.map((file) =>
        file.fileId === 2
          ? { ...file, columns: file.columns.filter(({ column }) => column !== 'nik') }
          : file,
      );
      await normalise.run(context);
      await invalid.run({ ...context, inputs });
      const rows = await database.rows(sql`SELECT row_id, rule_id FROM invalid_finding ORDER BY ALL`);
      expect(rows).toEqual([
        { row_id: 0, rule_id: 'ada' },
        { row_id: 0, rule_id: 'nik-tiada' },
        { row_id: 1, rule_id: 'ada' },
      ]);
    });
  });
});

describe('group rules', () => {
  const base = rowRule('ada', { reads: ['nama'], violatedWhen: 'false' });

  it('report each member, or the group without a voter', async () => {
    const rules: Rule[] = [
      base,
      ruleOfGroups('kk-besar', {
        reads: ['nkk'],
        groupBy: ['nkk'],
        measures: { n: 'count(*)' },
        violatedWhen: 'n > 1',
        reports: 'members',
        field: 'nkk',
      }),
      ruleOfGroups('rt-besar', {
        reads: ['rt'],
        groupBy: ['rt'],
        measures: { n: 'count(*)' },
        violatedWhen: 'n > 2',
        reports: 'group',
        shows: "n || ' pemilih'",
      }),
    ];
    const verdicts = await evaluate(rules, [
      { nkk: '1', rt: '1' },
      { nkk: '1', rt: '1' },
      { nkk: '2', rt: '1' },
    ]);
    expect(verdicts.map(({ violated }) => [...violated])).toEqual([
      ['kk-besar'],
      ['kk-besar'],
      [],
      ['rt-besar'],
    ]);
  });
});

describe('checkRules', () => {
  it.each([
    ['a misspelt column', 'nikk IS NULL'],
    ['a condition that is none', 'length(nama)'],
    ['broken SQL', 'nama = ='],
  ])('names the rule with %s', async (_, violatedWhen) => {
    await withDatabase(async (database) => {
      const check = checkRules(database, [rowRule('aturan-rusak', { reads: ['nama'], violatedWhen })]);
      await expect(check).rejects.toThrow(RuleError);
      await expect(check).rejects.toThrow(/aturan-rusak/);
    });
  });
});

describe('a rule that fails on the values of a roll', () => {
  it('is named', async () => {
    const failing = rowRule('aturan-gagal', { reads: ['rt'], violatedWhen: 'CAST(rt AS INTEGER) > 5' });
    await expect(evaluate([failing], [{ rt: 'sepuluh' }])).rejects.toThrow(/aturan-gagal/);
  });
});

describe('masked', () => {
  async function show(column: (typeof SOURCE_COLUMN_NAMES)[number], value: string): Promise<string | null> {
    return await withDatabase(async (database) => {
      const { shown } = await database.row<{ shown: string | null }>(
        sql`SELECT ${masked(column)} AS shown FROM (SELECT ${literal(value)} AS ${literalName(column)})`,
      );
      return shown;
    });
  }

  it.each([
    ['nik', NIK, '337401**********'],
    ['nik', '3,37E+15', '9,99A+99'],
    ['nik', '33740', '99999'],
    ['nama', 'SITI AMINAH', 'S A'],
    ['nama', 'BUD1 X', 'AAA9 A'],
    ['tanggal_lahir', '17|08|1945', '1945-**-**'],
    ['tanggal_lahir', '00|00|0000', '99|99|9999'],
    ['jenis_kelamin', 'X', 'X'],
    ['jenis_kelamin', NIK, '9999999999999999'],
    ['alamat', 'JL MERDEKA 17', '************'],
  ] as const)('%s %s is shown as %s', async (column, value, expected) => {
    expect(await show(column, value)).toBe(expected);
  });

  it('never shows more than six digits of a value', async () => {
    await withDatabase(async (database) => {
      await fc.assert(
        fc.asyncProperty(
          fc.stringMatching(/^[0-9A-Z '*.,-]{4,30}$/),
          fc.constantFrom(...SOURCE_COLUMN_NAMES),
          async (value, column) => {
            const { shown } = await database.row<{ shown: string }>(
              sql`SELECT ${masked(column)} AS shown FROM (SELECT ${value} AS ${literalName(column)})`,
            );
            expect(shown.match(/[0-8]\d*[0-8]\d{6,}/)).toBeNull();
          },
        ),
        { numRuns: 80 },
      );
    });
  });
});

function literalName(column: string) {
  return sql`${{ values: [], text: () => column }}`;
}
