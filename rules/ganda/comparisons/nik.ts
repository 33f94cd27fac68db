import type { Comparison } from '../../../src/model/ganda.ts';
import {
  MASKED,
  ONE_MASKED,
  SHOWN_AGREES,
  SHOWN_DATE_AGREES,
  SHOWN_SLIPPED,
  SHOWS_DATE,
} from '../masked-nik.ts';
import { NIK_EXAMPLES } from '../nik-examples.ts';
import {
  isDamagedNik,
  NIK_ONE_EDIT,
  NIK_SLIPPED,
  ONLY_AREA_DIFFERS,
  ONLY_SERIAL_DIFFERS,
  ONLY_SEX_DIFFERS,
  SERIALS_NEAR,
} from '../similarity.ts';

/** A NIK of 15 to 17 characters can be held against one of 16 digits; a shorter one is another identifier. */
function nearlyWhole(row: 'a' | 'b'): string {
  return `coalesce(length(${row}.nik_other), 0) BETWEEN 15 AND 17`;
}

/** All digits equal, on rows of many people, or a spreadsheet's 3.31E+15: it is nobody's. */
function filler(row: 'a' | 'b'): string {
  return `${row}.nik_number % 1111111111111111 = 0 OR ${row}.nik_crowded OR contains(${row}.nik_other, 'E+')`;
}

const BOTH_WHOLE = 'a.nik_number IS NOT NULL AND b.nik_number IS NOT NULL';
const BOTH_DAMAGED = `${isDamagedNik('a')} AND ${isDamagedNik('b')}`;

/** Equal, or unknown on a side: it must not pass for another date, of which an equal NIK would say more. */
const SAME_DATE_PERHAPS = 'coalesce(a.birth_date = b.birth_date, true)';

/** Two of day, month and year agree, or day and month are exchanged in one year; equal dates have a stratum before. */
const DATES_NEAR = `(CASE WHEN year(a.birth_date) = year(b.birth_date)
    THEN day(a.birth_date) = day(b.birth_date) OR month(a.birth_date) = month(b.birth_date)
      OR (day(a.birth_date) = month(b.birth_date) AND month(a.birth_date) = day(b.birth_date))
    ELSE day(a.birth_date) = day(b.birth_date) AND month(a.birth_date) = month(b.birth_date) END)`;

/**
 * Bits of a NIK that is equal in all digits. Two people share one by a clerk's mistake alone, which knows nothing of
 * dates and areas; too few of some thousand drawn pairs do for training to count how rarely, and made rolls seldom
 * have a right NIK beside a wrong date.
 */
const WHOLE_NIK = [18, 30] as const;

/**
 * Bits of a second NIK, issued elsewhere, of which the date alone can be seen: as of two whole ones. In the made rolls a masked
 * copy has the NIK of its original.
 */
const MASKED_ELSEWHERE = [-2.5, 0] as const;

const comparison: Comparison = {
  id: 'nik',
  title: { id: 'NIK', en: 'NIK' },
  reads: ['nik'],
  missing: `NOT ((${BOTH_WHOLE}) OR (${BOTH_DAMAGED}) OR ${ONE_MASKED}
    OR (a.nik_number IS NOT NULL AND ${nearlyWhole('b')})
    OR (b.nik_number IS NOT NULL AND ${nearlyWhole('a')}))
  OR ${filler('a')} OR ${filler('b')}`,
  strata: [
    {
      id: 'tersamar-tanggal-kecamatan-sama',
      label: {
        id: 'salah satunya tersamar, tanggal lahir dan kecamatan sama: yang terlihat sering sama dengan sendirinya',
        en: 'one is masked, equal birth date and kecamatan: what can be seen often agrees by itself',
      },
      when: `${MASKED} AND ${SAME_DATE_PERHAPS} AND a.area_kecamatan = b.area_kecamatan`,
      equal: ['birth_date', 'area_kecamatan'],
    },
    {
      id: 'tersamar-tanggal-kabupaten-sama',
      label: {
        id: 'salah satunya tersamar, tanggal lahir dan kabupaten/kota sama',
        en: 'one is masked, equal birth date and kabupaten/kota',
      },
      when: `${MASKED} AND ${SAME_DATE_PERHAPS} AND a.area_kabupaten = b.area_kabupaten`,
      equal: ['birth_date', 'area_kabupaten'],
    },
    {
      id: 'tersamar-tanggal-sama',
      label: {
        id: 'salah satunya tersamar, tanggal lahir sama',
        en: 'one is masked, equal birth date',
      },
      when: `${MASKED} AND ${SAME_DATE_PERHAPS}`,
      equal: ['birth_date'],
    },
    {
      id: 'tersamar-kecamatan-sama',
      label: {
        id: 'salah satunya tersamar, tanggal lahir lain, kecamatan sama',
        en: 'one is masked, other birth dates, one kecamatan',
      },
      when: `${MASKED} AND a.area_kecamatan = b.area_kecamatan`,
      equal: ['area_kecamatan'],
    },
    {
      id: 'tersamar',
      label: { id: 'salah satunya tersamar', en: 'one is masked' },
      when: MASKED,
      equal: [],
    },
    {
      id: 'tanggal-kecamatan-sama',
      label: {
        id: 'tanggal lahir dan kecamatan sama: dua orang yang lahir di sana pada satu hari hanya berbeda nomor urut',
        en: 'equal birth date and kecamatan: two people born there on one day differ by the serial only',
      },
      when: `${SAME_DATE_PERHAPS} AND a.area_kecamatan = b.area_kecamatan`,
      equal: ['birth_date', 'area_kecamatan'],
    },
    {
      id: 'tanggal-kabupaten-sama',
      label: {
        id: 'tanggal lahir sama, dan kabupaten/kota sama atau NIK terbitan satu kabupaten/kota: tanggal dan empat digit wilayah sering sama dengan sendirinya',
        en: 'equal birth date, and one kabupaten/kota or NIK issued in one: the date and four digits of the area often agree by themselves',
      },
      when: `${SAME_DATE_PERHAPS} AND (a.area_kabupaten = b.area_kabupaten
    OR a.nik_number // 1000000000000 = b.nik_number // 1000000000000)`,
      equal: ['birth_date', 'area_kabupaten'],
    },
    {
      id: 'tanggal-sama',
      label: {
        id: 'tanggal lahir sama: enam digit tanggal sama dengan sendirinya',
        en: 'equal birth date: the six digits of the date agree by themselves',
      },
      when: SAME_DATE_PERHAPS,
      equal: ['birth_date'],
    },
    {
      id: 'tanggal-dekat-kecamatan-sama',
      label: {
        id: 'tanggal lahir hampir sama, kecamatan sama: NIK mengikuti tanggalnya dan wilayahnya sendiri',
        en: 'near birth dates in one kecamatan: a NIK follows its own date and area',
      },
      when: `${DATES_NEAR} AND a.area_kecamatan = b.area_kecamatan`,
      equal: ['area_kecamatan'],
    },
    {
      id: 'tanggal-dekat-kabupaten-sama',
      label: {
        id: 'tanggal lahir hampir sama, kabupaten/kota sama',
        en: 'near birth dates in one kabupaten/kota',
      },
      when: `${DATES_NEAR} AND a.area_kabupaten = b.area_kabupaten`,
      equal: ['area_kabupaten'],
    },
    {
      id: 'nkk-sama',
      label: {
        id: 'NKK sama, tanggal lahir lain: satu keluarga sering terdaftar di kecamatan yang sama',
        en: 'equal NKK, other birth dates: a family is often registered in one kecamatan',
      },
      when: 'a.nkk_number = b.nkk_number',
      equal: ['nkk_number'],
    },
    {
      id: 'kecamatan-sama',
      label: { id: 'tanggal lahir lain, kecamatan sama', en: 'other birth dates in one kecamatan' },
      when: 'a.area_kecamatan = b.area_kecamatan',
      equal: ['area_kecamatan'],
    },
    {
      id: 'kabupaten-sama',
      label: { id: 'tanggal lahir lain, kabupaten/kota sama', en: 'other birth dates in one kabupaten/kota' },
      when: 'a.area_kabupaten = b.area_kabupaten',
      equal: ['area_kabupaten'],
    },
    { id: 'lain', label: { id: 'pasangan lain', en: 'other pairs' }, equal: [] },
  ],
  levels: [
    {
      id: 'sama',
      label: { id: 'sama', en: 'equal' },
      when: '(a.nik_number = b.nik_number AND a.nik_number % 10000 <> 0) OR a.nik_other = b.nik_other',
      within: WHOLE_NIK,
    },
    {
      id: 'terlihat-sama',
      label: {
        id: 'salah satunya tersamar; wilayah dan tanggal yang terlihat sama',
        en: 'one is masked; the area and date that can be seen are equal',
      },
      when: `${SHOWN_AGREES} AND ${SHOWS_DATE}`,
    },
    {
      id: 'wilayah-terlihat-sama',
      label: {
        id: 'salah satunya tersamar; angka yang terlihat sama',
        en: 'one is masked; the digits that can be seen are equal',
      },
      when: SHOWN_AGREES,
    },
    {
      id: 'terlihat-satu-suntingan',
      label: {
        id: 'salah satunya tersamar; dari angka yang terlihat satu digit salah, atau dua bertetangga tertukar',
        en: 'one is masked; of the digits that can be seen one is wrong, or two neighbours are exchanged',
      },
      when: SHOWN_SLIPPED,
    },
    {
      id: 'tanggal-terlihat-sama',
      label: {
        id: 'salah satunya tersamar; hanya tanggal dan jenis kelamin yang terlihat sama',
        en: 'one is masked; of what can be seen only date and sex agree',
      },
      when: SHOWN_DATE_AGREES,
      within: MASKED_ELSEWHERE,
    },
    {
      id: 'satu-suntingan',
      label: {
        id: 'satu digit salah, hilang, atau lebih; atau dua digit bertetangga tertukar',
        en: 'one digit wrong, lost or added; or two neighbouring digits exchanged',
      },
      when: `(${NIK_SLIPPED})
  OR (abs(length(a.nik_other) - length(b.nik_other)) <= 1 AND damerau_levenshtein(a.nik_other, b.nik_other) = 1)`,
    },
    {
      id: 'nomor-urut-satu-digit',
      label: {
        id: 'satu digit nomor urut berbeda, atau dua tertukar',
        en: 'one digit of the serial differs, or two are exchanged',
      },
      when: `${ONLY_SERIAL_DIFFERS} AND ${SERIALS_NEAR} AND (${NIK_ONE_EDIT})`,
    },
    {
      id: 'kecamatan-satu-digit',
      label: {
        id: 'satu digit kecamatan atau kabupaten/kota berbeda, atau dua tertukar',
        en: 'one digit of kecamatan or kabupaten/kota differs, or two are exchanged',
      },
      when: `${ONLY_AREA_DIFFERS} AND (${NIK_ONE_EDIT})`,
    },
    {
      id: 'jenis-beda',
      label: {
        id: 'hanya penanda jenis kelamin (+40) berbeda',
        en: 'only the mark of sex (+40) differs',
      },
      when: ONLY_SEX_DIFFERS,
    },
    {
      id: 'wilayah-tanggal-sama',
      label: {
        id: 'wilayah, tanggal, dan jenis kelamin sama; nomor urut berbeda',
        en: 'area, date and sex agree; the serial differs',
      },
      when: 'a.nik_number // 10000 = b.nik_number // 10000',
    },
    {
      id: 'tanggal-nomor-sama',
      label: {
        id: 'tanggal, jenis kelamin, dan nomor urut sama; wilayah berbeda',
        en: 'date, sex and serial agree; the area differs',
      },
      when: 'a.nik_number % 10000000000 = b.nik_number % 10000000000',
    },
    {
      id: 'tanggal-jenis-sama',
      label: { id: 'hanya tanggal dan jenis kelamin sama', en: 'only date and sex agree' },
      when: '(a.nik_number // 10000) % 1000000 = (b.nik_number // 10000) % 1000000',
    },
    { id: 'beda', label: { id: 'berbeda', en: 'different' } },
  ],
  examples: NIK_EXAMPLES,
};

export default comparison;
