import type { Comparison } from '../../../src/model/ganda.ts';

function digits(row: 'a' | 'b'): string {
  return `CAST(${row}.nkk_number + 10000000000000000 AS VARCHAR)`;
}

const comparison: Comparison = {
  id: 'nkk',
  title: { id: 'Nomor kartu keluarga (NKK)', en: 'Family card number (NKK)' },
  reads: ['nkk'],
  /** A serial of 0000 is no family's: its NKK is a filler that many rows share. */
  missing: `a.nkk_number IS NULL OR b.nkk_number IS NULL OR a.nkk_number % 10000 = 0 OR b.nkk_number % 10000 = 0`,
  strata: [
    {
      id: 'tanggal-sama',
      label: {
        id: 'tanggal lahir dan kabupaten/kota sama: dalam satu keluarga berarti kembar atau orang yang sama',
        en: 'equal birth date and kabupaten/kota: within one family twins or one person',
      },
      when: 'a.birth_date = b.birth_date AND a.area_kabupaten = b.area_kabupaten',
      equal: ['birth_date', 'area_kabupaten'],
    },
    {
      id: 'kabupaten-sama',
      label: {
        id: 'tanggal lahir lain, kabupaten/kota sama: dalam satu keluarga berarti saudara atau orang tua',
        en: 'other birth dates in one kabupaten/kota: within one family brothers, sisters or parents',
      },
      when: 'a.area_kabupaten = b.area_kabupaten',
      equal: ['area_kabupaten'],
    },
    {
      id: 'lain',
      label: {
        id: 'kabupaten/kota lain atau tidak diketahui',
        en: 'another kabupaten/kota, or unknown',
      },
      equal: [],
    },
  ],
  levels: [
    {
      id: 'sama',
      label: { id: 'sama', en: 'equal' },
      when: 'a.nkk_number = b.nkk_number',
      frequency: 'nkk',
    },
    {
      id: 'satu-suntingan',
      label: {
        id: 'satu digit salah, atau dua digit bertetangga tertukar',
        en: 'one digit wrong, or two neighbouring digits exchanged',
      },
      when: `mismatches(${digits('a')}, ${digits('b')}) = 1
  OR (mismatches(${digits('a')}, ${digits('b')}) = 2
    AND (a.nkk_number - b.nkk_number) % 9 = 0
    AND damerau_levenshtein(${digits('a')}, ${digits('b')}) = 1)`,
    },
    { id: 'beda', label: { id: 'berbeda', en: 'different' } },
  ],
  examples: [
    {
      a: { nkk: '3319010502070011', tanggal_lahir: '12|06|1990', kode_desa: '3319012001' },
      b: { nkk: '3319010502070011', tanggal_lahir: '12|06|1990', kode_desa: '3319012001' },
      level: 'sama',
      stratum: 'tanggal-sama',
    },
    {
      a: { nkk: '3319010502070011', tanggal_lahir: '12|06|1990', kode_desa: '3319012001' },
      b: { nkk: '3319010502070011', tanggal_lahir: '23|09|1971', kode_desa: '3319012001' },
      level: 'sama',
      stratum: 'kabupaten-sama',
    },
    {
      a: { nkk: '3319010502070011', tanggal_lahir: '12|06|1990', kode_desa: '3319012001' },
      b: { nkk: '3319010502070011', tanggal_lahir: '12|06|1990', kode_desa: '3374011001' },
      level: 'sama',
      stratum: 'lain',
    },
    {
      a: { nkk: '3319010502070011' },
      b: { nkk: '3319010502070041' },
      level: 'satu-suntingan',
      stratum: 'lain',
    },
    { a: { nkk: '3319010502070011' }, b: { nkk: '3319010502700011' }, level: 'satu-suntingan' },
    { a: { nkk: '3319010502070011' }, b: { nkk: '3319010502980022' }, level: 'beda' },
    {
      a: { nkk: '3319010502070029' },
      b: { nkk: '3319010502070038' },
      level: 'beda',
      because: {
        id: 'dua digit berbeda, tetapi tidak tertukar',
        en: 'two digits differ, but they are not exchanged',
      },
    },
    { a: { nkk: '3319010502070011' }, b: { nkk: '331901050207****' }, level: 'tidak-dinilai' },
    {
      a: { nkk: '3319000000000000' },
      b: { nkk: '3319000000000000' },
      level: 'tidak-dinilai',
      because: {
        id: 'nomor urut 0000 bukan keluarga siapa pun; dilaporkan oleh nkk-nomor-urut-0000',
        en: 'serial 0000 is no family; reported by nkk-nomor-urut-0000',
      },
    },
  ],
};

export default comparison;
