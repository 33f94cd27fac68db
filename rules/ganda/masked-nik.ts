/** SQL conditions on NIK of which some digits are masked, over `a.` and `b.`, the same whichever row stands first. */

import { nikText } from './similarity.ts';

/** A NIK of which the last digits are masked, up to them. */
function shown(row: 'a' | 'b'): string {
  return `rtrim(${row}.nik_pattern, '_')`;
}

/** Two masked NIK of which one shows as much as the other and perhaps more. */
const BOTH_SHOWN_AGREE = `a.nik_pattern = b.nik_pattern OR starts_with(${shown('a')}, ${shown('b')}) OR starts_with(${shown('b')}, ${shown('a')})`;

/** What a masked NIK still shows agrees with the other NIK; of two masked NIK, what both show. */
export const SHOWN_AGREES = `(${nikText('a')} LIKE b.nik_pattern OR ${nikText('b')} LIKE a.nik_pattern OR ${BOTH_SHOWN_AGREE})`;

/** That a NIK is masked says nothing of who it is: only of pairs of masked NIK is it told how often the rest agrees. */
export const MASKED = '(a.nik_pattern IS NOT NULL OR b.nik_pattern IS NOT NULL)';

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
export const SHOWN_SLIPPED = `${MASKED} AND substr(${shownIn('a')}, 3, 4) = substr(${shownIn('b')}, 3, 4)
  AND damerau_levenshtein(${shownIn('a')}, ${shownIn('b')}) = 1
  AND NOT list_contains([${SEXES_APART}], substr(${shownIn('a')}, 7, 1) || substr(${shownIn('b')}, 7, 1))`;

/** Day, month and sex, and the year where both show it. */
export const SHOWN_DATE_AGREES = `${MASKED} AND length(${shownIn('a')}) >= 10 AND substr(${shownIn('a')}, 7, 6) = substr(${shownIn('b')}, 7, 6)`;

/** The area can be seen: what a mask at the front leaves, date and serial, neighbours share. */
function showsArea(row: 'a' | 'b'): string {
  return `NOT contains(left(${row}.nik_pattern, 6), '_')`;
}

/** A masked NIK is held against a whole one, or against one whose last digits are masked too, or that is masked alike. */
export const ONE_MASKED = `(a.nik_pattern IS NOT NULL AND ${showsArea('a')} AND b.nik_number IS NOT NULL)
    OR (b.nik_pattern IS NOT NULL AND ${showsArea('b')} AND a.nik_number IS NOT NULL)
    OR (${showsArea('a')} AND coalesce(a.nik_pattern = b.nik_pattern OR NOT (contains(${shown('a')}, '_') OR contains(${shown('b')}, '_')), false))`;

/** More than the area: the date can be seen too. */
export const SHOWS_DATE = `least(length(replace(coalesce(a.nik_pattern, b.nik_pattern), '_', '')),
    length(replace(coalesce(b.nik_pattern, a.nik_pattern), '_', ''))) >= 12`;
