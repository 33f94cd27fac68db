import {
  boolean,
  constantFrom,
  date as dateBetween,
  integer,
  oneof,
  record,
  sample,
  string,
} from 'fast-check';
import { describe, expect, it } from 'vitest';
import { INVALID_RULES } from '../../rules/index.ts';
import type { ExampleRow } from '../../src/model/rule.ts';
import { evaluate } from '../support/examples.ts';
import type { TestRow } from '../support/stages.ts';

const SEED = 20261122;

const ERRORS = new Set(INVALID_RULES.filter(({ severity }) => severity === 'error').map(({ id }) => id));
const ROW_RULES = INVALID_RULES.filter(({ kind }) => kind === 'row');

function padded(value: number, length: number): string {
  return String(value).padStart(length, '0');
}

/** A voter as SIAK would issue the numbers: any known kecamatan of Kudus, any day, any serial. */
const genuineVoter = record({
  birth: dateBetween({ min: new Date('1930-01-01'), max: new Date('2008-12-31'), noInvalidDate: true }),
  card: dateBetween({ min: new Date('2005-01-01'), max: new Date('2024-12-31'), noInvalidDate: true }),
  kecamatan: integer({ min: 1, max: 9 }),
  serial: integer({ min: 1, max: 9999 }),
  woman: boolean(),
  marital: constantFrom('B', 'S', 'P'),
  tps: integer({ min: 1, max: 22 }),
})
  .map(({ birth, card, kecamatan, serial, woman, marital, tps }): ExampleRow => {
    const [day, month, year] = [birth.getUTCDate(), birth.getUTCMonth() + 1, birth.getUTCFullYear()];
    const date = padded(day + (woman ? 40 : 0), 2) + padded(month, 2) + padded(year % 100, 2);
    const cardDate =
      padded(card.getUTCDate(), 2) +
      padded(card.getUTCMonth() + 1, 2) +
      padded(card.getUTCFullYear() % 100, 2);
    return {
      nkk: `3319${padded(kecamatan, 2)}${cardDate}${padded(serial, 4)}`,
      nik: `3319${padded(kecamatan, 2)}${date}${padded(serial, 4)}`,
      nama: 'BUDI CONTOH',
      tempat_lahir: 'KUDUS',
      tanggal_lahir: `${padded(day, 2)}|${padded(month, 2)}|${year}`,
      status_perkawinan: marital,
      jenis_kelamin: woman ? 'P' : 'L',
      alamat: 'DUKUH KRAJAN',
      tps: padded(tps, 3),
      kode_desa: '3319012001',
    };
  })
  .filter(({ nik, nkk }) => nik !== nkk);

function inFile(file: number, niks: readonly string[]): TestRow[] {
  return niks.map((nik) => ({ nik, file }));
}

function counting(count: number, step: bigint): string[] {
  return Array.from({ length: count }, (_, index) => String(3319010101900010n + BigInt(index) * step));
}

describe('NIK rules', () => {
  it('never call a genuine voter an error', async () => {
    const voters = sample(genuineVoter, { numRuns: 400, seed: SEED });
    const verdicts = await evaluate(ROW_RULES, voters, 3319);
    const wrong = verdicts.flatMap(({ violated }, index) =>
      [...violated].filter((id) => ERRORS.has(id)).map((id) => `${id} ${JSON.stringify(voters[index])}`),
    );
    expect(wrong).toEqual([]);
  });

  it('give every written NIK exactly one account of its form', async () => {
    const written = oneof(
      string({ unit: constantFrom(...Array.from('0123456789')), minLength: 1, maxLength: 20 }),
      string({ unit: constantFrom(...Array.from('0123456789 .,-OIE+*x')), maxLength: 20 }),
      constantFrom(
        '3,31901E+15',
        '3.31E+15',
        '3E+15',
        '3319E15',
        '',
        ' ',
        '331901**********',
        '3319010101900001',
      ),
    );
    const niks = sample(written, { numRuns: 400, seed: SEED });
    const verdicts = await evaluate(
      ROW_RULES,
      niks.map((nik) => ({ nik, nama: 'BUDI CONTOH' })),
    );
    const forms = ['nik-kosong', 'nik-bukan-16-digit', 'nik-bukan-angka', 'nik-tersamar', 'nik-rusak-excel'];
    for (const [index, nik] of niks.entries()) {
      const accounts = forms.filter((id) => verdicts[index]?.violated.has(id));
      expect([nik, accounts.length]).toEqual([nik, /^[0-9]{16}$/.test(nik.trim()) ? 0 : 1]);
    }
  });

  it('call all running digits made up', async () => {
    const digits = '0123456789012345678901234567890';
    const rising = Array.from({ length: 10 }, (_, start) => digits.slice(start, start + 16));
    const falling = rising.map((nik) => Array.from(nik).toReversed().join(''));
    const repeated = Array.from({ length: 100 }, (_, pair) => padded(pair, 2).repeat(8));
    const niks = [...rising, ...falling, ...repeated];
    const verdicts = await evaluate(
      ROW_RULES,
      niks.map((nik) => ({ nik })),
    );
    expect(niks.filter((_, index) => !verdicts[index]?.violated.has('nik-pola-palsu'))).toEqual([]);
  });

  it('see a last digit lost in Excel by the file, never by one row', async () => {
    const rows = [
      ...inFile(1, counting(25, 10n)),
      ...inFile(2, counting(25, 1n)),
      ...inFile(3, counting(19, 10n)),
    ];
    const verdicts = await evaluate(ROW_RULES, rows);
    const damaged = rows.map((_, index) => verdicts[index]?.violated.has('nik-rusak-excel'));
    expect(damaged.slice(0, 25)).toEqual(Array.from({ length: 25 }, () => true));
    expect(damaged.slice(25)).toEqual(Array.from({ length: 44 }, () => false));
    expect(verdicts[0]?.causes.get('nik-rusak-excel')).toBe('digit-ke-16-hilang');
  });
});
