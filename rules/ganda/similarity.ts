/**
 * SQL conditions that several comparisons and guards state, over `a.` and `b.` (rows of compared_row). Each is the same
 * whichever row stands first.
 */

/** The 16 digits as text behind a 1, which keeps a leading zero. */
function digits(row: 'a' | 'b'): string {
  return `CAST(${row}.nik_number + 10000000000000000 AS VARCHAR)`;
}

/** The 16 digits of a NIK as text. */
export function nikText(row: 'a' | 'b'): string {
  return `substr(${digits(row)}, 2)`;
}

const ONE_DIGIT_WRONG = `mismatches(${digits('a')}, ${digits('b')}) = 1`;

/** Two digits differ and the numbers by a multiple of 9, as after an exchange; only then the slow distance is asked. */
const NEIGHBOURS_EXCHANGED = `mismatches(${digits('a')}, ${digits('b')}) = 2
  AND (a.nik_number - b.nik_number) % 9 = 0
  AND damerau_levenshtein(${digits('a')}, ${digits('b')}) = 1`;

function lostOrAdded(whole: 'a' | 'b', other: 'a' | 'b'): string {
  return `length(${other}.nik_other) BETWEEN 15 AND 17 AND levenshtein(${nikText(whole)}, ${other}.nik_other) = 1`;
}

/** Day in a NIK, with the +40 of a woman. */
export function nikDay(row: 'a' | 'b'): string {
  return `(${row}.nik_number // 100000000) % 100`;
}

/** NIK that differ by one slip: a digit wrong, neighbours exchanged, a digit lost or added. */
export const NIK_ONE_EDIT = `(${ONE_DIGIT_WRONG})
  OR (${NEIGHBOURS_EXCHANGED})
  OR (${lostOrAdded('a', 'b')})
  OR (${lostOrAdded('b', 'a')})`;

export const ONLY_SERIAL_DIFFERS = '(a.nik_number // 10000 = b.nik_number // 10000)';

/** Serials up to some dozens are given out on one date; hundreds only on dates that many people share. */
export const SERIALS_NEAR = `(abs(a.nik_number - b.nik_number) < 100
    OR list_contains([107, 3112, 101], ${nikDay('a')} % 40 * 100 + (a.nik_number // 1000000) % 100))`;

/** Kecamatan or kabupaten within one province: neighbours have neighbouring codes, and most serials are 0001 to 0005. */
export const ONLY_AREA_DIFFERS =
  '(a.nik_number % 10000000000 = b.nik_number % 10000000000 AND a.nik_number // 100000000000000 = b.nik_number // 100000000000000)';
export const ONLY_SEX_DIFFERS = '(abs(a.nik_number - b.nik_number) = 4000000000)';

/** Two people of one date often have near serials or kecamatan, or are a man and a woman: no slip is needed. */
const NO_SLIP_NEEDED = `coalesce((${ONLY_SERIAL_DIFFERS} AND ${SERIALS_NEAR}) OR ${ONLY_AREA_DIFFERS} OR ${ONLY_SEX_DIFFERS}, false)`;

/** NIK that differ by one slip, and as two people's NIK seldom do. */
export const NIK_SLIPPED = `NOT ${NO_SLIP_NEEDED} AND (${NIK_ONE_EDIT})`;

/** NULL where one NIK is unknown, as in the next. */
export const NIK_EQUAL = '(a.nik_number = b.nik_number OR a.nik_other = b.nik_other)';

/** Equal NIK, or NIK that differ by one slip. */
const NIK_NEAR = `(${NIK_EQUAL} OR ${NIK_ONE_EDIT})`;

/** NIK that are not near, or not known on a side. */
export const NIK_APART = `NOT coalesce(${NIK_NEAR}, false)`;

/** One of the three dates that registrars give most when day and month are unknown: 1 July, 31 December, 1 January. */
export function isCommonDefault(row: 'a' | 'b'): string {
  return `list_contains([107, 3112, 101], day(${row}.birth_date) * 100 + month(${row}.birth_date))`;
}

/** One of the dates that registrars give when the day or month is unknown (rule tanggal-lahir-baku). */
export function isDefaultDate(row: 'a' | 'b'): string {
  return `(${isCommonDefault(row)} OR day(${row}.birth_date) = 15)`;
}

export const SAME_DATE = 'a.birth_date = b.birth_date';
export const SAME_NKK = 'a.nkk_number = b.nkk_number';

/** The same address in the same village. */
export const SAME_ADDRESS = 'a.area_desa = b.area_desa AND a.address_key = b.address_key';

/** A NIK that lost or gained digits. */
export function isDamagedNik(row: 'a' | 'b'): string {
  return `coalesce(regexp_full_match(${row}.nik_other, '[0-9]{13,17}'), false)`;
}

/** An identifier that is no NIK; a spreadsheet's 3.31E+15 is nobody's. */
export function isOtherIdentifier(row: 'a' | 'b'): string {
  return `(${row}.nik_other IS NOT NULL AND NOT ${isDamagedNik(row)} AND NOT contains(${row}.nik_other, 'E+'))`;
}

/** Equal letters as written, whatever the spaces and dots: MOHPURNOMO and MOH. PURNOMO have unlike keys. */
export const WRITTEN_ALIKE = 'a.name_letters = b.name_letters';

function beginsWithInitial(row: 'a' | 'b'): string {
  return `list_contains([' ', '.'], substr(${row}.nama_upper, 2, 1))`;
}

/** One name begins with the other's initial, as written: the key reads M. as MUHAMMAD, which M. PURNOMO need not be. */
export const SAME_INITIAL = `(substr(a.nama_upper, 1, 1) = substr(b.nama_upper, 1, 1)
      AND (${beginsWithInitial('a')} OR ${beginsWithInitial('b')}))`;

/** Words of a name, as a list. */
export function words(row: 'a' | 'b'): string {
  return `${row}.name_word_list`;
}

/** Levels of names that differ by one letter or two. */
export const A_LETTER_OR_TWO = [
  'huruf-tertukar',
  'satu-huruf-asing',
  'satu-huruf-panjang',
  'satu-huruf',
  'dua-huruf-asing',
  'dua-huruf',
  'dua-huruf-panjang',
  'dua-salah-ketik-asing',
] as const;

/** Levels of names that differ by more, and yet resemble one another. */
export const RESEMBLING = ['kata-demi-kata', 'mirip-asing', 'tiga-huruf', 'mirip'] as const;

/** Whether the names have one of these levels. */
export function nameLevelIn(...levels: readonly string[]): string {
  return `list_contains(['${levels.join("', '")}'], level_nama)`;
}

/** One name, as two clerks may write it. */
export const LIKE_NAMES = nameLevelIn(
  'sama',
  'sama-ejaan',
  'urutan-beda',
  ...A_LETTER_OR_TWO,
  'disingkat',
  'terkandung',
  'satu-kata-mirip',
);

/** Dates of which more than one part differs. */
export const DATES_UNLIKE =
  "list_contains(['dua-angka-beda', 'setahun', 'tahun-jauh', 'beda'], level_tanggal_lahir)";

/** Dates that no slip makes of one another; two default dates agree in day and month by themselves. */
export const DATES_APART = `(${DATES_UNLIKE} OR (${isDefaultDate('a')} AND ${isDefaultDate('b')}))`;

const SERIALS_APART = 'abs(a.nik_number % 10000 - b.nik_number % 10000)';

/** NIK as twins get them who are registered together; a brother's and a sister's days differ by 40. */
export const NIK_FOLLOW = `a.nik_number // 10000000000 = b.nik_number // 10000000000
    AND (a.nik_number // 10000) % 10000 = (b.nik_number // 10000) % 10000
    AND ((${nikDay('a')} = ${nikDay('b')} AND ${SERIALS_APART} BETWEEN 1 AND 9)
      OR (abs(${nikDay('a')} - ${nikDay('b')}) = 40 AND a.sex <> b.sex AND ${SERIALS_APART} <= 9))`;

/** Equal, or a slip away from it. What a mask still shows is area and date alone, which two people share. */
export const NIK_SETTLES = "list_contains(['sama', 'satu-suntingan'], level_nik)";

/** Serials next to one another. */
export const NIK_NEXT = `${SERIALS_APART} = 1`;

/**
 * One of the names has a word that nobody else in the kabupaten bears, and the other has none: often a slip. Twins' names
 * are mostly both known, like RINA and RINI, or both unheard of.
 */
export const ONE_WORD_UNKNOWN = '(a.lone_word <> b.lone_word)';

/** One of the names or both have a word that nobody else in the kabupaten bears. */
export const A_WORD_UNKNOWN = '(a.lone_word OR b.lone_word)';

/** One telephone number or e-mail address, or two that differ by a slip. */
const ONE_IDENTIFIER = `(${isOtherIdentifier('a')} AND ${isOtherIdentifier('b')} AND levenshtein(a.nik_other, b.nik_other) <= 2)`;

/** In a list that names no desa. */
const ONE_ADDRESS =
  'coalesce(a.address_key = b.address_key AND a.area_desa IS NULL AND b.area_desa IS NULL, false)';

/** What a family shares in a list without NIK, NKK and desa. */
export const ONE_NUMBER_OR_HOUSE = `(${ONE_ADDRESS} OR ${ONE_IDENTIFIER})`;

/** Two halves of names may be of one person. */
export const ONE_IN_FULL = "(contains(a.name_words, ' ') OR contains(b.name_words, ' '))";
