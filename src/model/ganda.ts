import type { ExampleRow } from './rule.ts';
import type { SourceColumnName } from './source-columns.ts';
import type { Text } from './text.ts';

/** How sure a pair is: `pasti` and `kuat` may be acted on after verification, `tinjau` is to be looked at. */
export const TIERS = ['pasti', 'kuat', 'tinjau'] as const;
export type Tier = (typeof TIERS)[number];

/** What is proposed for a row; nothing is ever deleted. */
export const SUGGESTIONS = ['tms-ganda', 'verifikasi', 'dukcapil', 'abaikan'] as const;
export type Suggestion = (typeof SUGGESTIONS)[number];

/** Where the two ends of a pair lie, from the narrowest. */
export const SCOPES = ['tps', 'desa', 'kecamatan', 'kabupaten', 'provinsi', 'luar-provinsi'] as const;
export type Scope = (typeof SCOPES)[number];

/** Grade of a pair that no grade of KPU fits. */
export const SIMILAR = 'mirip';

/** One grade of a code-book: pairs of an equal NIK that agree on more. */
export interface Grade {
  readonly id: string;
  /** Roll columns that are equal on both rows; the first grade that fits wins. */
  readonly equal: readonly string[];
  readonly meaning: Text;
  /** Whether rows of this grade are one person beyond doubt, so that one may be proposed as TMS. */
  readonly onePerson: boolean;
}

export interface GradeBook {
  readonly id: string;
  readonly source: string;
  readonly grades: readonly Grade[];
}

/** Two rows as an office would send them; either side may stand first. */
export interface ExamplePair {
  readonly a: ExampleRow;
  readonly b: ExampleRow;
  /** Why this example is here; said where it surprises. */
  readonly because?: Text;
}

/** Columns of `match_row` on which blocks, agreements and conditions are stated. */
export const MATCH_COLUMNS = [
  'name_id',
  'name_key_id',
  'birth_date',
  /** Year. */
  'birth_year',
  /** Month times 100 plus day. */
  'birth_day',
  'sex',
  'nik_number',
  'nik_other_id',
  /** Area and date of the NIK (its first twelve digits), where a masked or rounded NIK of the roll shows the same; else unknown. */
  'nik_shown_id',
  'nik_kabupaten',
  'nkk_number',
  'area_desa',
  'area_kecamatan',
  'area_kabupaten',
  'tps_number',
  'place_id',
] as const;
export type MatchColumn = (typeof MATCH_COLUMNS)[number];

/**
 * How two names must relate, besides being equal:
 * - `near`: key without spaces, or with its tokens sorted, within 2 edits (1 for 4 letters, 0 below, by the shorter)
 * - `alike`: as `near`, with 3 edits from 10 letters on; without `agreeing` only in blocks within the cap,
 *   with it only where the columns are known
 * - `word`: a word of at least 3 letters in common
 * - `contained`: every word of one name stands in the other, in full or as its initial letters, and one of them
 *   in full with at least 3 letters
 */
export type NameRelation = 'near' | 'alike' | 'word' | 'contained';

/**
 * What two rows of one key may have to show, besides names:
 * - `dates-near`: two of day, month and year equal; or the year equal, with day and month exchanged or one of the
 *   dates a default (1 January, 1 July, 31 December, a day 15)
 * - `date-unknown`: the birth date of one is missing
 * - `nik-near`: NIK within one edit (digit wrong, neighbours transposed, one lost or added)
 */
export type PairCondition = 'dates-near' | 'date-unknown' | 'nik-near';

/**
 * A blocking rule: rows with the same `key` are compared, and every pair that the rule's conditions admit is a
 * candidate. NULL in a key column keeps a row out of the rule.
 */
export interface BlockingRule {
  readonly id: string;
  readonly title: Text;
  readonly key: readonly MatchColumn[];
  /** Which errors a pair may have and still be found. */
  readonly survives: Text;
  /** Searched completely in worker threads; absent where names do not matter. */
  readonly names?: NameRelation;
  /**
   * With `names`: at least one of these columns agrees. `nik`, alone, means NIK within one edit (digit wrong, neighbours
   * transposed, one lost or added), and needs no names.
   */
  readonly agreeing?: readonly MatchColumn[] | readonly ['nik'];
  /** Whether a column unknown on a side counts as agreeing, or only when all of them are unknown. */
  readonly unknownAgrees?: 'each' | 'all';
  /**
   * Pairs that meet one of these. Without `names` and `agreeing`, the key has one column or two; with `agreeing` only
   * the NIK, the rule starts from NIK within one edit, one of which does not confirm its row's birth date.
   */
  readonly anyOf?: readonly PairCondition[];
  /** SQL condition over `a.` and `b.` (columns of match_row), for rules without any of these, in small blocks. */
  readonly admits?: string;
  /** Instead of a key: pairs rows that these rules pair with one third row. */
  readonly through?: readonly string[];
  /** With `through`: rules of which at least one found one of the two pairs; the others alone say too little. */
  readonly atLeastOne?: readonly string[];
  /** Rows of one block above which it is split by `splitBy`, one column after another. */
  readonly cap: number;
  /** Rows of the largest roll in which the rule takes part: there it costs little, and finds what keys cannot. */
  readonly mostRows?: number;
  readonly splitBy: readonly MatchColumn[];
  readonly examples: { readonly found: readonly ExamplePair[]; readonly left: readonly ExamplePair[] };
}

/** Columns of `compared_row`, which the SQL of comparisons and guards reads as `a.` and `b.` */
export const COMPARED_COLUMNS = [
  'match_id',
  'row_id',
  'nama_upper',
  'name_id',
  'name_key_id',
  /** Match key without spaces. */
  'name_flat',
  /** Match key, tokens sorted, without spaces. */
  'name_sorted',
  /** Spelled tokens before any joining, apart by one space. */
  'name_words',
  /** The same as a list. */
  'name_word_list',
  /** The name as written, without spaces and dots. */
  'name_letters',
  /** Whether the name as written has a single letter among its words. */
  'has_initial',
  'birth_date',
  /** 'L' or 'P' */
  'sex',
  'nik_number',
  /** Whether the NIK stands beside more than five people of other birth dates: it is nobody's. */
  'nik_crowded',
  /** A NIK of another length or another identifier, as text. */
  'nik_other',
  /** A masked NIK with at least six digits to be seen: `_` stands for what is not (`331901120690____`). */
  'nik_pattern',
  'nkk_number',
  /** Letters of the birth place, upper case. */
  'place_key',
  /** The kabupaten/kota that the birth place is, or lies in: as a kecamatan or desa of where the row lives or the NIK was issued. */
  'place_kabupaten',
  /** Letters and digits of the address, upper case, single spaces, without a leading DUSUN, JALAN or the like. */
  'address_key',
  'rt',
  'rw',
  'area_desa',
  'area_kecamatan',
  'area_kabupaten',
  'tps_number',
  /** Words of the name of at least 3 letters, each with its share of the kabupaten's rows. */
  'word_shares',
  /** Whether a word of the name stands in no other name of the kabupaten: mostly a slip. */
  'lone_word',
  /** Share of the rows of the kabupaten and, where that is large enough, ten-year birth cohort that bear the name key. */
  'name_share',
  /** As name_share; in a list without kabupaten one row less is counted, and what is rare as rarer. */
  'equal_name_share',
  /** Share of the kabupaten's rows that have the birth date, as its year and day foretell and its count corrects it. */
  'date_share',
  /** Rows with the NKK, over the kabupaten's rows. */
  'nkk_share',
  /** Shares of the kabupaten's rows. */
  'place_share',
  'desa_share',
  'kecamatan_share',
] as const;

/**
 * What a level's frequency adjustment counts, always within the kabupaten of the rows:
 * - `name`: share of the birth cohort that bears the (equal) name
 * - `commoner-name`: the larger of the two names' shares, since a rare misspelling of a common name is still common
 * - `rarest-word`: share of the rows with the rarest word that both names have
 * - `birth-date`: share of the rows with the (equal) birth date
 * - `nkk`: members of the (equal) family card over the rows, so that its weight follows the size of the roll
 * - `place`: share of the rows with the (equal) birth place; where the kabupaten differ, where it is rarer
 * - `desa`, `kecamatan`: share of the rows in the (equal) desa or kecamatan
 */
export type FrequencyKind =
  | 'name'
  | 'commoner-name'
  | 'rarest-word'
  | 'birth-date'
  | 'nkk'
  | 'place'
  | 'desa'
  | 'kecamatan';

/** One degree of agreement, from the strongest; the first whose `when` holds names the pair's level. */
export interface ComparisonLevel {
  readonly id: string;
  readonly label: Text;
  /** SQL over `a.` and `b.`; absent in the last level, which takes what is left. */
  readonly when?: string;
  readonly frequency?: FrequencyKind;
  /**
   * Least and most that the level may weigh, log2, whatever training counts: where no roll to train on is like the
   * rolls to come.
   */
  readonly within?: readonly [least: number, most: number];
}

/**
 * Pairs in which the levels of a comparison mean something else, since another column already says it: two NIK of one
 * birth date share their date digits. m and u are kept apart for each stratum and sum to one within it.
 */
export interface Stratum {
  readonly id: string;
  readonly label: Text;
  /** SQL over `a.` and `b.`; absent in the last stratum, which takes what is left. */
  readonly when?: string;
  /** Columns of compared_row on which random pairs of this stratum agree; empty: any two rows. */
  readonly equal: readonly string[];
  /** Levels are not adjusted by frequency here: what is equal anyway says nothing, however rare it is. */
  readonly unadjusted?: true;
}

/** How one field of two rows is compared. */
export interface Comparison {
  /** Column suffix: `level_<id>`, `weight_<id>`. */
  readonly id: string;
  readonly title: Text;
  /** Source columns without any of which it drops out. */
  readonly reads: readonly SourceColumnName[];
  /** SQL over `a.` and `b.`: pairs in which it says nothing (level `tidak-dinilai`, weight 0). */
  readonly missing: string;
  /**
   * What several levels ask: columns by name, SQL over `a.`, `b.` and the measures before, each computed once for a pair.
   * Named after the comparison, as `nama_edits`.
   */
  readonly measures?: Readonly<Record<string, string>>;
  /** At least one; the last takes what is left. */
  readonly strata: readonly Stratum[];
  readonly levels: readonly ComparisonLevel[];
  readonly examples: readonly (ExamplePair & { readonly level: string; readonly stratum?: string })[];
}

/** Level of a pair that a comparison cannot judge. */
export const NOT_ASSESSED = 'tidak-dinilai';

/** A known way in which two people look like one: negative evidence, and no pair of it is ever `pasti`. */
export interface Guard {
  readonly id: string;
  readonly title: Text;
  readonly reason: Text;
  /** SQL over `a.`, `b.` and the pair's `level_<comparison>` columns. */
  readonly when: string;
  /** Comparisons whose columns it needs; without one of them it does not apply. */
  readonly needs: readonly string[];
  /** Negative, log2. */
  readonly weight: number;
  readonly examples: { readonly fires: readonly ExamplePair[]; readonly silent: readonly ExamplePair[] };
}
