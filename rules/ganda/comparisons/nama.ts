import type { Comparison } from '../../../src/model/ganda.ts';
import { A_WORD_UNKNOWN, ONE_WORD_UNKNOWN, SAME_INITIAL, WRITTEN_ALIKE, words } from '../similarity.ts';

/** Names that consist of one word, or whose words are in order already, need no second distance. */
const SORTING_MATTERS = '(a.name_sorted <> a.name_flat OR b.name_sorted <> b.name_flat)';

/** Letters from which a name is long: by chance, hardly any two are then within a few edits. */
const LONG = 11;

/** What stands for more edits than any level allows. */
const MANY = 99;

/** Most edits that a level allows: more are not counted, since a distance costs a microsecond. */
const MOST_EDITS = 4;

const SHORTER = 'least(length(a.name_flat), length(b.name_flat))';

/** NULL where the texts are not of one length in bytes, which `mismatches` compares. */
function mismatches(column: 'name_flat' | 'name_letters'): string {
  return `CASE WHEN strlen(a.${column}) = strlen(b.${column}) THEN mismatches(a.${column}, b.${column}) END`;
}

const MEASURES = {
  /** Edit distance of the keys. */
  nama_key_edits: `CASE WHEN ${SHORTER} >= 4 AND abs(length(a.name_flat) - length(b.name_flat)) <= ${MOST_EDITS}
    THEN levenshtein(a.name_flat, b.name_flat) ELSE ${MANY} END`,
  /** The same, or with the words sorted if that is less. */
  nama_edits: `CASE WHEN nama_key_edits BETWEEN 2 AND ${MANY - 1} AND ${SORTING_MATTERS}
    THEN least(nama_key_edits, levenshtein(a.name_sorted, b.name_sorted)) ELSE nama_key_edits END`,
  /** Places in which keys of one length differ, and letters as written: an exchange makes two, and a distance costs more. */
  nama_key_mismatches: mismatches('name_flat'),
  nama_mismatches: mismatches('name_letters'),
  /** Words of at least 3 letters in both names; of two names of one word each, equal ones are another level. */
  nama_words: `CASE WHEN (contains(a.name_words, ' ') OR contains(b.name_words, ' ')) AND list_has_any(${words('a')}, ${words('b')})
    THEN len(list_filter(list_intersect(${words('a')}, ${words('b')}), lambda word: length(word) >= 3)) ELSE 0 END`,
};

/** Names of so many letters within so many edits. */
function within(edits: number, shortest: number, longest = 1000): string {
  return `nama_edits <= ${edits} AND ${SHORTER} BETWEEN ${shortest} AND ${longest}`;
}

/** Not more than a letter in four differs, in a name of at least 8 letters. */
const FEW_LETTERS = `${SHORTER} >= 8 AND nama_key_edits <= least(${SHORTER} // 4, ${MOST_EDITS})`;

const ALIKE = `jaro_winkler_similarity(a.name_flat, b.name_flat) >= 0.88
  OR jaro_winkler_similarity(a.nama_upper, b.nama_upper) >= 0.92
  OR (${FEW_LETTERS})`;

/** Names as written are asked only where the keys are near. */
const KEYS_NEAR = `nama_key_edits <= ${MOST_EDITS}`;

/** One letter as written, where the key makes two of it: SUWARNO and SEWARNO. */
const LETTER_WRITTEN = `(${KEYS_NEAR} AND least(length(a.name_letters), length(b.name_letters)) >= 5
  AND abs(length(a.name_letters) - length(b.name_letters)) <= 1
  AND levenshtein(a.name_letters, b.name_letters) = 1)`;

/** Two neighbours, in the key or as written; hardly two people's names: a hand has slipped. */
const EXCHANGED = `(nama_key_edits = 2 AND nama_key_mismatches = 2 AND damerau_levenshtein(a.name_flat, b.name_flat) = 1)
  OR (${KEYS_NEAR} AND nama_mismatches = 2 AND length(a.name_letters) >= 4
    AND damerau_levenshtein(a.name_letters, b.name_letters) = 1)`;

const CONTAINED = `list_has_all(${words('a')}, ${words('b')}) OR list_has_all(${words('b')}, ${words('a')})`;

function hasInitial(row: 'a' | 'b'): string {
  return `${row}.has_initial`;
}

/** Every word of one name stands in the other, in full or as an initial of either. */
function standsIn(one: 'a' | 'b', other: 'a' | 'b'): string {
  const text = `' ' || ${other}.name_words || ' '`;
  return `len(list_filter(${words(one)}, lambda word: NOT (
      contains(${text}, ' ' || word || ' ')
      OR (length(word) = 1 AND (contains(${text}, ' ' || word) OR contains(' ' || ${other}.nama_upper, ' ' || word)))
      OR contains(${text}, ' ' || word[1] || ' ')
      OR (${SAME_INITIAL} AND word = split_part(${one}.name_words, ' ', 1))))) = 0`;
}

/** Every word of one name stands in the other, one of them as an initial. */
const WITH_INITIALS = `((${hasInitial('a')} OR ${hasInitial('b')}) AND (${standsIn('a', 'b')} OR ${standsIn('b', 'a')}))`;

const ABBREVIATED = `${WITH_INITIALS} AND nama_words > 0 AND len(${words('a')}) = len(${words('b')})`;

/**
 * The one word of a name is nearly a word of the other: two edits from 7 letters on, one from 4, or much alike and at most a
 * letter longer. SARINAH is not SARI.
 */
function isNearlyAWordOf(one: 'a' | 'b', other: 'a' | 'b'): string {
  const own = `${one}.name_words`;
  return `(NOT contains(${own}, ' ') AND contains(${other}.name_words, ' ') AND len(list_filter(${words(other)}, lambda word:
    word = ${own} OR (length(${own}) >= 4 AND length(word) >= 4 AND ((jaro_winkler_similarity(word, ${own}) >= 0.9 AND abs(length(word) - length(${own})) <= 1)
      OR levenshtein(word, ${own}) <= CASE WHEN length(${own}) >= 7 THEN 2 ELSE 1 END)))) > 0)`;
}

/** Two letters wrong, lost, added or exchanged, in the key or as written; from five letters on. */
const TWO_SLIPS = `${KEYS_NEAR} AND least(length(a.name_letters), length(b.name_letters)) >= 5
  AND (damerau_levenshtein(a.name_flat, b.name_flat) <= 2
    OR damerau_levenshtein(a.name_letters, b.name_letters) <= 2)`;

/** Every word of one name is a word of the other, its initial, or a slip away from it. */
function slipsInto(one: 'a' | 'b', other: 'a' | 'b'): string {
  return `len(list_filter(${words(one)}, lambda word: len(list_filter(${words(other)}, lambda near: word = near
      OR (least(length(word), length(near)) = 1 AND word[1] = near[1])
      OR (least(length(word), length(near)) >= 4 AND damerau_levenshtein(word, near)
        <= CASE WHEN least(length(word), length(near)) >= 7 THEN 2 ELSE 1 END))) = 0)) = 0`;
}

/** The words of the shorter name slip into the longer one; of two names with as many words, each into the other. */
const WORD_BY_WORD = `(nama_words > 0 OR ${A_WORD_UNKNOWN}) AND contains(a.name_words, ' ') AND contains(b.name_words, ' ')
  AND (len(${words('a')}) > len(${words('b')}) OR ${slipsInto('a', 'b')})
  AND (len(${words('b')}) > len(${words('a')}) OR ${slipsInto('b', 'a')})`;

const comparison: Comparison = {
  id: 'nama',
  title: { id: 'Nama', en: 'Name' },
  reads: ['nama'],
  missing: 'a.name_flat IS NULL OR b.name_flat IS NULL',
  measures: MEASURES,
  strata: [{ id: 'semua', label: { id: 'semua pasangan', en: 'all pairs' }, equal: [] }],
  levels: [
    { id: 'sama', label: { id: 'sama', en: 'equal' }, when: 'a.name_id = b.name_id', frequency: 'name' },
    {
      id: 'sama-ejaan',
      label: { id: 'sama, ejaan atau gelar berbeda', en: 'equal but for spelling or title' },
      when: `a.name_flat = b.name_flat OR ${WRITTEN_ALIKE}`,
      frequency: 'name',
    },
    {
      id: 'urutan-beda',
      label: { id: 'kata sama, urutan berbeda', en: 'equal words in another order' },
      when: 'a.name_sorted = b.name_sorted',
      frequency: 'commoner-name',
    },
    {
      id: 'huruf-tertukar',
      label: { id: 'dua huruf bertetangga tertukar', en: 'two neighbouring letters exchanged' },
      when: EXCHANGED,
      frequency: 'commoner-name',
    },
    {
      id: 'disingkat',
      label: {
        id: 'kata yang sama, ada yang disingkat menjadi satu huruf',
        en: 'the same words, some of them as an initial',
      },
      when: ABBREVIATED,
      frequency: 'rarest-word',
    },
    {
      id: 'satu-huruf-asing',
      label: {
        id: 'satu huruf berbeda, dan salah satu kata tidak dipakai orang lain di kabupaten/kota',
        en: 'one letter differs, and a word is nobody else’s in the kabupaten/kota',
      },
      when: `${ONE_WORD_UNKNOWN} AND ((${within(1, 4)}) OR ${LETTER_WRITTEN})`,
      frequency: 'commoner-name',
    },
    {
      id: 'satu-huruf-panjang',
      label: {
        id: `satu huruf berbeda, dari ${LONG} atau lebih`,
        en: `one letter differs, of ${LONG} or more`,
      },
      when: within(1, LONG),
      frequency: 'commoner-name',
    },
    {
      id: 'satu-huruf',
      label: { id: 'satu huruf berbeda', en: 'one letter differs' },
      when: within(1, 4, LONG - 1),
      frequency: 'commoner-name',
    },
    {
      id: 'terkandung',
      label: {
        id: 'semua kata nama yang satu ada pada yang lain, utuh atau disingkat',
        en: 'every word of one name stands in the other, in full or as an initial',
      },
      when: `nama_words > 0 AND (${CONTAINED} OR ${WITH_INITIALS})`,
      frequency: 'rarest-word',
    },
    {
      id: 'dua-huruf-asing',
      label: {
        id: 'dua huruf berbeda, dan salah satu kata tidak dipakai orang lain di kabupaten/kota',
        en: 'two letters differ, and a word is nobody else’s in the kabupaten/kota',
      },
      when: `${ONE_WORD_UNKNOWN} AND (${within(2, 7)} OR ${within(3, LONG)})`,
      frequency: 'commoner-name',
    },
    {
      id: 'kata-demi-kata',
      label: {
        id: 'setiap kata nama yang satu ada pada yang lain: utuh, disingkat, atau salah ketik',
        en: 'every word of one name stands in the other: in full, as an initial, or mistyped',
      },
      when: WORD_BY_WORD,
    },
    {
      id: 'dua-huruf-panjang',
      label: {
        id: `dua huruf berbeda, dari ${LONG} atau lebih`,
        en: `two letters differ, of ${LONG} or more`,
      },
      when: within(2, LONG),
      frequency: 'commoner-name',
    },
    {
      id: 'dua-salah-ketik-asing',
      label: {
        id: 'dua salah ketik, dan ada kata yang tidak dipakai orang lain di kabupaten/kota',
        en: 'two slips, and a word is nobody else’s in the kabupaten/kota',
      },
      when: `${A_WORD_UNKNOWN} AND ${TWO_SLIPS}`,
      frequency: 'commoner-name',
    },
    {
      id: 'dua-huruf',
      label: { id: 'dua huruf berbeda', en: 'two letters differ' },
      when: within(2, 7, LONG - 1),
      frequency: 'commoner-name',
    },
    {
      id: 'mirip-asing',
      label: {
        id: 'mirip, dan salah satu kata tidak dipakai orang lain di kabupaten/kota',
        en: 'alike, and a word is nobody else’s in the kabupaten/kota',
      },
      when: `${ONE_WORD_UNKNOWN} AND (${ALIKE})`,
      frequency: 'commoner-name',
    },
    {
      id: 'satu-kata-mirip',
      label: {
        id: 'nama satu kata, hampir sama dengan satu kata nama yang lain',
        en: 'a name of one word, nearly a word of the other name',
      },
      when: `${isNearlyAWordOf('a', 'b')} OR ${isNearlyAWordOf('b', 'a')}`,
    },
    {
      id: 'tiga-huruf',
      label: {
        id: `tiga huruf berbeda, dari ${LONG} atau lebih`,
        en: `three letters differ, of ${LONG} or more`,
      },
      when: within(3, LONG),
      frequency: 'commoner-name',
    },
    {
      id: 'mirip',
      label: { id: 'mirip', en: 'alike' },
      when: ALIKE,
      frequency: 'commoner-name',
    },
    {
      id: 'dua-kata-sama',
      label: { id: 'dua kata sama', en: 'two words in common' },
      when: 'nama_words > 1',
      frequency: 'rarest-word',
    },
    {
      id: 'kata-sama',
      label: { id: 'satu kata sama', en: 'a word in common' },
      when: 'nama_words > 0',
      frequency: 'rarest-word',
    },
    { id: 'beda', label: { id: 'berbeda', en: 'different' } },
  ],
  examples: [
    { a: { nama: 'SRI WAHYUNI' }, b: { nama: 'Sri  Wahyuni' }, level: 'sama' },
    { a: { nama: 'CHAMID' }, b: { nama: 'H. HAMID' }, level: 'sama-ejaan' },
    { a: { nama: 'NUR HAYATI' }, b: { nama: 'NOERHAJATI' }, level: 'sama-ejaan' },
    { a: { nama: 'HARTINI SETYO' }, b: { nama: 'HAR TINISETYO' }, level: 'sama-ejaan' },
    { a: { nama: 'MOH. PURNOMO' }, b: { nama: 'MOHPURNOMO' }, level: 'sama-ejaan' },
    { a: { nama: 'BUDI SANTOSO' }, b: { nama: 'SANTOSO BUDI' }, level: 'urutan-beda' },
    { a: { nama: 'SUTRISNO' }, b: { nama: 'SUTRISNA' }, level: 'satu-huruf' },
    { a: { nama: 'KEVIN ZAKI' }, b: { nama: 'KEVIN ZKAI' }, level: 'huruf-tertukar' },
    {
      a: { nama: 'BUDI SANTOSO' },
      b: { nama: 'SANTOSA BUDI' },
      level: 'satu-huruf-asing',
      because: {
        id: 'SANTOSO dipakai banyak orang, SANTOSA tidak seorang pun: lebih mungkin salah ketik daripada orang lain',
        en: 'many are called SANTOSO and nobody SANTOSA: a slip rather than another person',
      },
    },
    { a: { nama: 'MARYATI NINGTYAS' }, b: { nama: 'MARYANI NINGTIYAS' }, level: 'satu-huruf-panjang' },
    { a: { nama: 'BUDI SANTOSO' }, b: { nama: 'BUDI SANTAZO' }, level: 'dua-huruf-asing' },
    { a: { nama: 'SITI ROHMAWATI' }, b: { nama: 'SITI ROHMAWATININGRUM' }, level: 'mirip-asing' },
    {
      a: { nama: 'ANI' },
      b: { nama: 'ANA' },
      level: 'beda',
      because: {
        id: 'pada nama tiga huruf, satu huruf adalah sepertiga nama',
        en: 'in a name of three letters, one letter is a third of the name',
      },
    },
    { a: { nama: 'SUWARTINI' }, b: { nama: 'SUWARTINI' }, level: 'sama' },
    { a: { nama: 'SUMARTINA' }, b: { nama: 'SUMARTINA' }, level: 'sama' },
    {
      a: { nama: 'SUWARTINI' },
      b: { nama: 'SUMARTINA' },
      level: 'dua-huruf',
      because: {
        id: 'kedua nama dipakai orang lain juga: lebih mungkin dua orang daripada dua salah ketik',
        en: 'others bear both names too: two people rather than two slips',
      },
    },
    { a: { nama: 'AHMAD FAUZI RIDWAN' }, b: { nama: 'FAUZI' }, level: 'terkandung' },
    { a: { nama: 'AHMAD FAUZI RIDWAN' }, b: { nama: 'A. FAUZI' }, level: 'terkandung' },
    { a: { nama: 'BUDI SANTOSO' }, b: { nama: 'B. SANTOSO' }, level: 'disingkat' },
    { a: { nama: 'BUDI SANTOSO' }, b: { nama: 'SANTOSO B' }, level: 'disingkat' },
    { a: { nama: 'SALSABILA KHARISMA' }, b: { nama: 'SALSABILA K' }, level: 'disingkat' },
    {
      a: { nama: 'M. PURNOMO' },
      b: { nama: 'MIFTAHUL PURNOMO' },
      level: 'disingkat',
      because: {
        id: 'M. biasanya MUHAMMAD, tetapi di sini huruf pertama MIFTAHUL',
        en: 'M. is usually MUHAMMAD, but here it is the first letter of MIFTAHUL',
      },
    },
    { a: { nama: 'SUGENG' }, b: { nama: 'USGNEG' }, level: 'dua-salah-ketik-asing' },
    { a: { nama: 'SULIS RAHAYU' }, b: { nama: 'S. RDAHAYU' }, level: 'kata-demi-kata' },
    { a: { nama: 'NADIA NABILA' }, b: { nama: 'NABLIA NADA' }, level: 'kata-demi-kata' },
    { a: { nama: 'AMIMAH' }, b: { nama: 'SITI AMINAH' }, level: 'satu-kata-mirip' },
    { a: { nama: 'SITI AMINAH' }, b: { nama: 'SITI ROHMAWATI' }, level: 'kata-sama' },
    { a: { nama: 'SUMARTININGSIH' }, b: { nama: 'SUMARTINI' }, level: 'mirip' },
    { a: { nama: 'RETNO WULANDARI' }, b: { nama: 'RETNI WULANDIRI' }, level: 'kata-demi-kata' },
    { a: { nama: 'PURWATININGRUM' }, b: { nama: 'PURWOTININGREM' }, level: 'dua-huruf-panjang' },
    { a: { nama: 'HANDAYANINGSIH' }, b: { nama: 'RANDOYANINGSEH' }, level: 'tiga-huruf' },
    { a: { nama: 'RIZAL AZKA PRATAMA' }, b: { nama: 'RIZLL AZKA PRATAA' }, level: 'dua-salah-ketik-asing' },
    { a: { nama: 'ADRIAN ILHAM PRAYOGA' }, b: { nama: 'WAHYU ILHAM PRAYOGA' }, level: 'dua-kata-sama' },
    { a: { nama: 'SLAMET' }, b: { nama: 'PURWANTO' }, level: 'beda' },
    { a: { nama: 'SLAMET' }, b: { nama: '' }, level: 'tidak-dinilai' },
    { a: { nama: 'SLAMET' }, b: { nama: '?' }, level: 'tidak-dinilai' },
  ],
};

export default comparison;
