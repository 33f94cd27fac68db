/**
 * How two like names differ: as a hurried hand writes one, or as parents name two children. SQL over `a.` and `b.`, the same
 * whichever row stands first (docs/decisions/0012).
 */

import { A_LETTER_OR_TWO, A_WORD_UNKNOWN, nameLevelIn, RESEMBLING } from './similarity.ts';

/** Words of a name as a list: as written, or as its key has them. */
function wordsOf(row: 'a' | 'b', name: 'nama_upper' | 'name_words'): string {
  return `string_split(replace(${row}.${name}, '.', ' '), ' ')`;
}

/** The words that only this name of the two has. */
function ownWords(row: 'a' | 'b', other: 'a' | 'b', name: 'nama_upper' | 'name_words'): string {
  return `array_to_string(list_filter(${wordsOf(row, name)}, lambda word: NOT list_contains(${wordsOf(other, name)}, word)), ' ')`;
}

/** A condition over `own.a` and `own.b`: the words that one name has and the other has not, cut once. */
export function ofOwnWords(condition: string, name: 'nama_upper' | 'name_words' = 'nama_upper'): string {
  const words = `{'a': ${ownWords('a', 'b', name)}, 'b': ${ownWords('b', 'a', name)}}`;
  return `list_transform([${words}], lambda own: ${condition})[1]`;
}

const VOWELS = 'AEIOU';

function isVowel(letter: string): string {
  return `contains('${VOWELS}', ${letter})`;
}

function consonants(text: string): string {
  return `translate(${text}, '${VOWELS}', '')`;
}

/** Another first letter: MOSO and ROSO. */
const OTHER_FRONT = 'substr(own.a, 2) = substr(own.b, 2)';

/** Another last letter, where one of the two is a vowel: RINA and RINI. */
const OTHER_END = `left(own.a, -1) = left(own.b, -1) AND (${isVowel('right(own.a, 1)')} OR ${isVowel('right(own.b, 1)')})`;

const CONTINUED = '(starts_with(own.a, own.b) OR starts_with(own.b, own.a))';

/** A syllable more: NOVI and NOVITA. */
const SYLLABLE_MORE = `${CONTINUED} AND abs(length(own.a) - length(own.b)) > 1`;

/** A vowel more: NOVI and NOVIA. */
const VOWEL_MORE = `${CONTINUED} AND ${isVowel('right(CASE WHEN length(own.a) > length(own.b) THEN own.a ELSE own.b END, 1)')}`;

/** Other vowels between the same consonants: HASAN and HUSEN. */
const OTHER_VOWELS = `length(own.a) = length(own.b) AND ${consonants('own.a')} = ${consonants('own.b')}`;

/** One word of each name differs, and like this. */
function wordsDiffer(...ways: readonly string[]): string {
  const areWords = ['own.a', 'own.b'].map((word) => `length(${word}) > 1 AND NOT contains(${word}, ' ')`);
  return ofOwnWords(`${areWords.join(' AND ')} AND ((${ways.join(') OR (')}))`);
}

/** As the names of twins: they begin or end in another way. */
export const RHYMING = wordsDiffer(OTHER_FRONT, OTHER_END, SYLLABLE_MORE);

/** As parents make the names of two children differ. */
const NAMES_OF_TWO = wordsDiffer(OTHER_FRONT, OTHER_END, SYLLABLE_MORE, VOWEL_MORE, OTHER_VOWELS);

/** Levels of names that a slip or two make of one another. */
const A_SLIP_OR_TWO = nameLevelIn(
  'satu-huruf-asing',
  'satu-huruf-panjang',
  'satu-huruf',
  'dua-huruf-asing',
  'dua-huruf-panjang',
  'kata-demi-kata',
  'dua-salah-ketik-asing',
);

/** A word that nobody else bears, and that no parent makes of the other name: a hurried hand has written it. */
export const MISTYPED = `(${A_WORD_UNKNOWN} AND (level_nama = 'huruf-tertukar' OR (${A_SLIP_OR_TWO} AND NOT ${NAMES_OF_TWO})))`;

/** Names that resemble one another, and yet may be given to two children of one family: NOVI and NOVITA. */
export const NAMES_NEAR = `${nameLevelIn(...A_LETTER_OR_TWO, 'satu-kata-mirip', ...RESEMBLING, 'dua-kata-sama', 'kata-sama')}
  AND NOT ${MISTYPED}`;

/** A letter replaced by another in a word that nobody else bears: a slip, or the name of a second child (SALWA, SALMA). */
export const ANOTHER_LETTER = `level_nama = 'satu-huruf-asing' AND length(a.name_flat) = length(b.name_flat)`;
