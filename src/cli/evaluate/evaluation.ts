import type { Tier } from '../../model/ganda.ts';
import type { Text } from '../../model/text.ts';
import type { NotAssessed } from '../rerun.ts';
import type { Calibration } from './calibration.ts';
import type { Detection } from './detection.ts';
import type { Rate } from './rate.ts';

/** The truth as it was used. */
export interface TruthFigures {
  /** Rows of the file with a dpid and a person. */
  readonly rows: number;
  /** Left out: no dpid or no person. */
  readonly rows_incomplete: number;
  /** Left out: the dpid stands on several rows. */
  readonly rows_of_repeated_dpid: number;
  /** Rows whose dpid is no single voter of the roll; null where the roll was not read again. */
  readonly rows_without_voter: number | null;
  readonly persons: number;
  /** Pairs of rows of one person, among the rows that found a voter. */
  readonly true_pairs: number;
  readonly published_pairs: number;
  /** Published pairs with an end that the truth does not know; they count nowhere. */
  readonly published_pairs_outside_truth: number;
}

export interface TierDetection extends Detection {
  /** This tier and the surer ones. */
  readonly tier: Tier;
}

export interface GradeDetection {
  readonly tier: Tier;
  /** `K`: a grade of KPU's code-book; `mirip`: judged by probability only. */
  readonly grade: 'K' | 'mirip';
  readonly pairs: number;
  readonly true_positives: number;
  readonly false_positives: number;
  readonly precision: number | null;
}

export interface ErrorKindRecall {
  /** A kind of the truth file, or `exact`: neither row has an error. */
  readonly kind: string;
  readonly true_pairs: number;
  /** Found at the tier or a surer one. */
  readonly found: Readonly<Record<Tier, number>>;
  readonly recall: number;
}

export interface TrapFigures {
  /** `trap:…` of the truth file, or `none`: neither row has a label. */
  readonly trap: string;
  /** Rows that carry the label; null for `none`. */
  readonly rows: number | null;
  /** Published pairs of different people in which a row carries the label, by the tier they were given. */
  readonly false_positives: Readonly<Record<Tier, number>>;
  /** All of them per row with the label; null for `none`. */
  readonly per_row: number | null;
}

export interface BlockingFigures {
  readonly candidate_pairs: number;
  readonly true_pairs: number;
  readonly found: number;
  readonly recall: number | null;
  readonly rules: readonly {
    readonly rule_id: string;
    readonly title: Text;
    readonly candidate_pairs: number;
    /** True pairs it finds. */
    readonly found: number;
    /** … that no earlier rule finds. */
    readonly added: number;
    /** … that no other rule finds. */
    readonly alone: number;
    /** Recall of this rule and all earlier ones. */
    readonly cumulative_recall: number | null;
  }[];
  readonly missed_by_kind: readonly {
    readonly kind: string;
    readonly true_pairs: number;
    readonly missed: number;
  }[];
}

/** Voters that are called duplicates at `kuat` or surer, each of them wrongly, of the voters of a part of the roll. */
export interface WrongfulFlags extends Rate {
  readonly by: 'all' | 'sex' | 'age' | 'name_words' | 'kode_kabupaten';
  readonly value: string;
}

/** What `sisir evaluate` found out; its shape is that of `--json`. */
export interface Evaluation {
  readonly run_id: string;
  readonly engine_version: string;
  readonly truth: TruthFigures;
  readonly tiers: readonly TierDetection[];
  readonly thresholds: readonly (Detection & { readonly threshold: number })[];
  readonly grades: readonly GradeDetection[];
  readonly error_kinds: readonly ErrorKindRecall[];
  readonly traps: readonly TrapFigures[];
  /** Published pairs from 0.5. */
  readonly calibration: Calibration;
  /** Null where the stages were not run again; `not_assessed` says why. */
  readonly blocking: BlockingFigures | null;
  readonly candidate_calibration: Calibration | null;
  readonly wrongful_flags: readonly WrongfulFlags[] | null;
  readonly not_assessed: NotAssessed | null;
}
