import type { Comparison } from '../../../src/model/ganda.ts';
import {
  isDamagedNik,
  NIK_ONE_EDIT,
  NIK_SLIPPED,
  nikText,
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

/** A NIK of which the last digits are masked, up to them. */
function shown(row: 'a' | 'b'): string {
  return `rtrim(${row}.nik_pattern, '_')`;
}

/** Two masked NIK of which one shows as much as the other and perhaps more. */
const BOTH_SHOWN_AGREE = `a.nik_pattern = b.nik_pattern OR starts_with(${shown('a')}, ${shown('b')}) OR starts_with(${shown('b')}, ${shown('a')})`;

/** What a masked NIK still shows agrees with the other NIK; of two masked NIK, what both show. */
const SHOWN_AGREES = `(${nikText('a')} LIKE b.nik_pattern OR ${nikText('b')} LIKE a.nik_pattern OR ${BOTH_SHOWN_AGREE})`;

/** That a NIK is masked says nothing of who it is: only of pairs of masked NIK is it told how often the rest agrees. */
const MASKED = '(a.nik_pattern IS NOT NULL OR b.nik_pattern IS NOT NULL)';

/** What both NIK of a pair show, of which one at least is masked in its last digits. */
function shownIn(row: 'a' | 'b'): string {
  return `left(coalesce(${shown(row)}, ${nikText(row)}), least(length(coalesce(${shown('a')}, ${nikText('a')})), length(coalesce(${shown('b')}, ${nikText('b')}))))`;
}

/** Tens of the day, of a man and a woman. */
const SEXES_APART = ['04', '40', '15', '51', '26', '62', '37', '73'].map((tens) => `'${tens}'`).join(', ');

/**
 * One digit of date or serial wrong, or two neighbours exchanged: not where two people born on one day differ by
 * themselves, in the area or the sex.
 */
const SHOWN_SLIPPED = `${MASKED} AND substr(${shownIn('a')}, 3, 4) = substr(${shownIn('b')}, 3, 4)
  AND damerau_levenshtein(${shownIn('a')}, ${shownIn('b')}) = 1
  AND NOT list_contains([${SEXES_APART}], substr(${shownIn('a')}, 7, 1) || substr(${shownIn('b')}, 7, 1))`;

/** Day, month and sex, and the year where both show it. */
const SHOWN_DATE_AGREES = `${MASKED} AND length(${shownIn('a')}) >= 10 AND substr(${shownIn('a')}, 7, 6) = substr(${shownIn('b')}, 7, 6)`;

/** The area can be seen: what a mask at the front leaves, date and serial, neighbours share. */
function showsArea(row: 'a' | 'b'): string {
  return `NOT contains(left(${row}.nik_pattern, 6), '_')`;
}

/** A masked NIK is held against a whole one, or against one whose last digits are masked too, or that is masked alike. */
const ONE_MASKED = `(a.nik_pattern IS NOT NULL AND ${showsArea('a')} AND b.nik_number IS NOT NULL)
    OR (b.nik_pattern IS NOT NULL AND ${showsArea('b')} AND a.nik_number IS NOT NULL)
    OR (${showsArea('a')} AND coalesce(a.nik_pattern = b.nik_pattern OR NOT (contains(${shown('a')}, '_') OR contains(${shown('b')}, '_')), false))`;

/** More than the area: the date can be seen too. */
const SHOWS_DATE = `least(length(replace(coalesce(a.nik_pattern, b.nik_pattern), '_', '')),
    length(replace(coalesce(b.nik_pattern, a.nik_pattern), '_', ''))) >= 12`;

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
  examples: [
    {
      a: { nik: '3319011206900001', tanggal_lahir: '12|06|1990' },
      b: { nik: '3319011206900001', tanggal_lahir: '12|06|1990' },
      level: 'sama',
      stratum: 'tanggal-kabupaten-sama',
    },
    {
      a: { nik: '3319011206900001', tanggal_lahir: '12|06|1990', kode_desa: '3319012001' },
      b: { nik: '3319011206900003', tanggal_lahir: '12|06|1990', kode_desa: '3319012001' },
      level: 'nomor-urut-satu-digit',
      stratum: 'tanggal-kecamatan-sama',
      because: {
        id: 'nomor urut berdekatan: di satu kecamatan, dua orang yang lahir pada hari yang sama sering begini',
        en: 'close serials: two people of one kecamatan, born on one day, often look like this',
      },
    },
    {
      a: { nik: '3319011206900001', tanggal_lahir: '12|06|1990', kode_desa: '3319012001' },
      b: { nik: '3319021206900001', tanggal_lahir: '12|06|1990', kode_desa: '3319022001' },
      level: 'kecamatan-satu-digit',
      stratum: 'tanggal-kabupaten-sama',
      because: {
        id: 'kecamatan bernomor berdekatan: dua orang yang lahir pada hari yang sama sering begini',
        en: 'neighbouring kecamatan: two people born on one day often look like this',
      },
    },
    {
      a: { nik: '3319011206900001', tanggal_lahir: '12|06|1990' },
      b: { nik: '3319012106900001', tanggal_lahir: '12|06|1990' },
      level: 'satu-suntingan',
      stratum: 'tanggal-kabupaten-sama',
      because: { id: '12 tertulis 21', en: '12 written as 21' },
    },
    {
      a: { nik: '3319011206900001', nkk: '3319010502070011', tanggal_lahir: '12|06|1990' },
      b: { nik: '331901120690001', nkk: '3319010502070011', tanggal_lahir: '12|06|1991' },
      level: 'satu-suntingan',
      stratum: 'nkk-sama',
      because: { id: 'satu digit hilang', en: 'one digit lost' },
    },
    {
      a: { nik: '3319011206900001' },
      b: { nik: '3319011206900301' },
      level: 'satu-suntingan',
      because: {
        id: 'nomor urut terpaut ratusan pada tanggal biasa: salah tulis, bukan tetangga',
        en: 'serials hundreds apart on an ordinary date: a slip, not a neighbour',
      },
    },
    {
      a: { nik: '3319010107600001' },
      b: { nik: '3319010107600301' },
      level: 'nomor-urut-satu-digit',
      because: {
        id: 'pada 1 Juli ratusan orang diberi nomor',
        en: 'hundreds of people are numbered on 1 July',
      },
    },
    {
      a: { nik: '33190112069000011' },
      b: { nik: '3319011206900001' },
      level: 'satu-suntingan',
      stratum: 'tanggal-sama',
    },
    {
      a: { nik: '3319011206900001', tanggal_lahir: '12|06|1990' },
      b: { nik: '3319015206900001', tanggal_lahir: '12|06|1990' },
      level: 'jenis-beda',
      stratum: 'tanggal-kabupaten-sama',
    },
    {
      a: { nik: '3319011206900029' },
      b: { nik: '3319011206900038' },
      level: 'wilayah-tanggal-sama',
      because: {
        id: 'dua digit berbeda, tetapi tidak tertukar',
        en: 'two digits differ, but they are not exchanged',
      },
    },
    {
      a: { nik: '3319011206900001', tanggal_lahir: '12|06|1990', kode_desa: '3319012001' },
      b: { nik: '3374021206900017', tanggal_lahir: '12|06|1990', kode_desa: '3374011001' },
      level: 'tanggal-jenis-sama',
      stratum: 'tanggal-sama',
    },
    {
      a: { nik: '3319011206900001', tanggal_lahir: '12|06|1990', kode_desa: '3319012001' },
      b: { nik: '3319021206900001', tanggal_lahir: '12|06|1990', kode_desa: '3374011001' },
      level: 'kecamatan-satu-digit',
      stratum: 'tanggal-kabupaten-sama',
      because: {
        id: 'seorang sudah pindah, tetapi NIK keduanya terbitan Kudus',
        en: 'one has moved, but both NIK were issued in Kudus',
      },
    },
    { a: { nik: '3319011206900007' }, b: { nik: '3319011206900123' }, level: 'wilayah-tanggal-sama' },
    { a: { nik: '3319011206900001' }, b: { nik: '3374021206900001' }, level: 'tanggal-nomor-sama' },
    { a: { nik: '3319011206900001' }, b: { nik: '3374021206900017' }, level: 'tanggal-jenis-sama' },
    {
      a: { nik: '3319011206900001', nkk: '3319010502070011', tanggal_lahir: '12|06|1990' },
      b: { nik: '3319012309710004', nkk: '3319010502070011', tanggal_lahir: '23|09|1971' },
      level: 'beda',
      stratum: 'nkk-sama',
    },
    {
      a: { nik: '3319011206900001', tanggal_lahir: '12|06|1990', kode_desa: '3319012001' },
      b: { nik: '3319011306900001', tanggal_lahir: '13|06|1990', kode_desa: '3319012004' },
      level: 'satu-suntingan',
      stratum: 'tanggal-dekat-kecamatan-sama',
      because: {
        id: 'NIK dua orang yang lahir berselang sehari juga berbeda satu digit',
        en: 'the NIK of two people born a day apart differ by one digit too',
      },
    },
    {
      a: { nik: '3319011206900001', tanggal_lahir: '12|06|1990', kode_desa: '3319012001' },
      b: { nik: '3319021206900001', tanggal_lahir: '06|12|1990', kode_desa: '3319022001' },
      level: 'kecamatan-satu-digit',
      stratum: 'tanggal-dekat-kabupaten-sama',
    },
    { a: { nik: '331901120690001' }, b: { nik: '331901120690001' }, level: 'sama', stratum: 'tanggal-sama' },
    { a: { nik: '331901120690001' }, b: { nik: '331901120960001' }, level: 'satu-suntingan' },
    {
      a: { nik: 'A1234567' },
      b: { nik: 'A1234567' },
      level: 'tidak-dinilai',
      because: { id: 'bukan NIK: lihat identitas', en: 'no NIK: see identitas' },
    },
    {
      a: { nik: 'A1234567' },
      b: { nik: '3319011206900001' },
      level: 'tidak-dinilai',
      because: {
        id: 'dua macam nomor identitas tidak dapat dibandingkan',
        en: 'identifiers of two kinds cannot be compared',
      },
    },
    {
      a: { nik: '331901120690****' },
      b: { nik: '3319011206900001' },
      level: 'terlihat-sama',
      stratum: 'tersamar-tanggal-sama',
    },
    {
      a: { nik: '331901120690****', tanggal_lahir: '12|06|1990', kode_desa: '3319012001' },
      b: { nik: '3319011206900001', tanggal_lahir: '12|06|1990', kode_desa: '3319012001' },
      level: 'terlihat-sama',
      stratum: 'tersamar-tanggal-kecamatan-sama',
      because: {
        id: 'yang terlihat hanya wilayah dan tanggal, dan keduanya sama dengan sendirinya',
        en: 'what can be seen is area and date alone, and both agree by themselves',
      },
    },
    {
      a: { nik: '331902**********', tanggal_lahir: '12|06|1990', kode_desa: '3319012001' },
      b: { nik: '3319021206900001', tanggal_lahir: '12|06|1990', kode_desa: '3319022001' },
      level: 'wilayah-terlihat-sama',
      stratum: 'tersamar-tanggal-kabupaten-sama',
    },
    {
      a: { nik: '331902**********', tanggal_lahir: '12|06|1990', kode_desa: '3319012001' },
      b: { nik: '3319021206900001', tanggal_lahir: '12|06|1990', kode_desa: '3320022001' },
      level: 'wilayah-terlihat-sama',
      stratum: 'tersamar-tanggal-sama',
    },
    {
      a: { nik: '331902**********', tanggal_lahir: '12|06|1990', kode_desa: '3319022001' },
      b: { nik: '3319023011710001', tanggal_lahir: '30|11|1971', kode_desa: '3319022001' },
      level: 'wilayah-terlihat-sama',
      stratum: 'tersamar-kecamatan-sama',
    },
    {
      a: { nik: '3319011206900001', tanggal_lahir: '12|06|1990', kode_desa: '3319012001' },
      b: { nik: '3319011206900001', tanggal_lahir: '30|11|1971', kode_desa: '3319022001' },
      level: 'sama',
      stratum: 'kabupaten-sama',
    },
    {
      a: { nik: '3319011206900001', tanggal_lahir: '12|06|1990', kode_desa: '3319012001' },
      b: { nik: '3319011206900001', tanggal_lahir: '30|11|1971', kode_desa: '3319012002' },
      level: 'sama',
      stratum: 'kecamatan-sama',
    },
    { a: { nik: '331901**********' }, b: { nik: '3319011206900001' }, level: 'wilayah-terlihat-sama' },
    { a: { nik: '331901120690****' }, b: { nik: '331901120690****' }, level: 'terlihat-sama' },
    { a: { nik: '331901120690****' }, b: { nik: '3374022309710001' }, level: 'beda' },
    {
      a: { nik: '3319************' },
      b: { nik: '3319011206900001' },
      level: 'tidak-dinilai',
      because: { id: 'kurang dari enam angka terlihat', en: 'fewer than six digits can be seen' },
    },
    {
      a: { nik: '331901120690****' },
      b: { nik: '331901**********' },
      level: 'wilayah-terlihat-sama',
      because: {
        id: 'keduanya tersamar: yang terlihat pada keduanya sama',
        en: 'both are masked: what both show is equal',
      },
    },
    {
      a: { nik: '331901120690****' },
      b: { nik: '331901******0001' },
      level: 'tidak-dinilai',
      because: { id: 'angka yang tersamar berlainan tempatnya', en: 'the masked digits stand elsewhere' },
    },
    {
      a: { nik: '331901120690****', tanggal_lahir: '12|06|1990' },
      b: { nik: '3374022309710001', tanggal_lahir: '23|09|1971' },
      level: 'beda',
      stratum: 'tersamar',
    },
    {
      a: { nik: '3319011206900001', tanggal_lahir: '12|06|1990' },
      b: { nik: '3374022309710001', tanggal_lahir: '23|09|1971' },
      level: 'beda',
      stratum: 'lain',
    },
    {
      a: { nik: '******1206900001', tanggal_lahir: '12|06|1990' },
      b: { nik: '3319011206900001', tanggal_lahir: '12|06|1990' },
      level: 'tidak-dinilai',
      because: {
        id: 'wilayah tersamar: tanggal dan nomor urut 0001 dimiliki banyak orang',
        en: 'the area is masked: many people share a date and the serial 0001',
      },
    },
    {
      a: { nik: '3319 0112 0690 0001', tanggal_lahir: '12|06|1990' },
      b: { nik: '3319011206900001', tanggal_lahir: '12|06|1990' },
      level: 'sama',
      because: { id: 'spasi bukan bagian NIK', en: 'spaces are no part of a NIK' },
    },
    {
      a: { nik: '331901120690xxxx', tanggal_lahir: '12|06|1990' },
      b: { nik: '3319011206900001', tanggal_lahir: '12|06|1990' },
      level: 'terlihat-sama',
      because: { id: 'x menyamarkan seperti *', en: 'x masks as * does' },
    },
    { a: { nik: '' }, b: { nik: '3319011206900001' }, level: 'tidak-dinilai' },
    {
      a: { nik: '3319011206900000' },
      b: { nik: '3319011206900000' },
      level: 'wilayah-tanggal-sama',
      because: {
        id: 'nomor urut 0000 bukan milik siapa pun; dilaporkan oleh nik-nomor-urut-0000',
        en: 'serial 0000 is nobody’s; reported by nik-nomor-urut-0000',
      },
    },
    { a: { nik: '3.31901E+15' }, b: { nik: '3.31901E+15' }, level: 'tidak-dinilai' },
    { a: { nik: '2222222222222222' }, b: { nik: '2222222222222222' }, level: 'tidak-dinilai' },
    {
      a: { nik: '331214500500****', tanggal_lahir: '10|05|2000', kode_desa: '3312142001' },
      b: { nik: '331214500600****', tanggal_lahir: '10|05|2000', kode_desa: '3312142001' },
      level: 'terlihat-satu-suntingan',
      stratum: 'tersamar-tanggal-kecamatan-sama',
      because: { id: 'satu digit bulan salah', en: 'one digit of the month is wrong' },
    },
    {
      a: { nik: '331214420796****', tanggal_lahir: '02|07|1996', kode_desa: '3312142006' },
      b: { nik: '331219420796****', tanggal_lahir: '02|07|1996', kode_desa: '3312191014' },
      level: 'tanggal-terlihat-sama',
      stratum: 'tersamar-tanggal-kabupaten-sama',
      because: {
        id: 'kecamatan lain: dua orang yang lahir pada hari itu sering begini',
        en: 'another kecamatan: two people born on that day are often like this',
      },
    },
    {
      a: { nik: '3312144207960003', tanggal_lahir: '02|07|1996', kode_desa: '3312142006' },
      b: { nik: '3312144207******', tanggal_lahir: '02|07|1996', kode_desa: '3312142006' },
      level: 'wilayah-terlihat-sama',
    },
    {
      a: { nik: '331214100676****', tanggal_lahir: '10|06|1976', kode_desa: '3312142001' },
      b: { nik: '331214110707****', tanggal_lahir: '11|07|2007', kode_desa: '3312142001' },
      level: 'beda',
    },
  ],
};

export default comparison;
