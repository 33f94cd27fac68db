import type { Text } from '../../model/text.ts';
import type { NotAssessed } from '../rerun.ts';
import type { DecisionsTold } from './decision-line.ts';

/** One row of a pair, as published. */
export interface PairEnd {
  readonly voter_key: string;
  readonly dpid: string | null;
  readonly kode_desa: string | null;
  readonly tps: string | null;
}

/** One source column of the two rows: whole values or masked ones, as asked for. */
export interface FieldValues {
  readonly field: string;
  readonly a: string | null;
  readonly b: string | null;
  /** Whether the whole values are the same, case and spaces included. */
  readonly equal: boolean;
}

/** One term of the sum. Weights are log2. */
export interface Evidence {
  readonly kind: 'prior' | 'comparison' | 'guard';
  /** Comparison or guard; `prior` for the prior. */
  readonly id: string;
  readonly title: Text;
  /** Level of a comparison. */
  readonly level: string | null;
  readonly level_label: Text | null;
  readonly weight: number;
  /** The sum so far, this term included. */
  readonly running: number;
}

export interface FoundBy {
  readonly rule_id: string;
  readonly title: Text;
  readonly survives: Text;
}

export interface PairExplanation extends DecisionsTold {
  readonly kind: 'pair';
  readonly pair_key: string;
  readonly a: PairEnd;
  readonly b: PairEnd;
  readonly scope: string;
  readonly grade: string;
  readonly tier: string;
  /** The pair was not enough to hold two groups together. */
  readonly bridge_cut: boolean;
  readonly values: 'full' | 'masked' | 'none';
  readonly fields: readonly FieldValues[];
  /** Why there are no values. */
  readonly fields_not_assessed: NotAssessed | null;
  readonly evidence: readonly Evidence[];
  /** Null where the pair has only a grade. */
  readonly match_weight: number | null;
  readonly match_probability: number | null;
  /** The probability is not 1 / (1 + 2^-weight): the model was calibrated. */
  readonly calibrated: boolean;
  readonly found_by: readonly FoundBy[];
  readonly groups: readonly Member[];
}

/** One row of a group. */
export interface Member {
  readonly group_key: string;
  readonly voter_key: string;
  readonly dpid: string | null;
  readonly kode_desa: string | null;
  readonly tps: string | null;
  readonly grade: string | null;
  readonly tier: string | null;
  readonly members: number;
  readonly suggested_keep: boolean;
  readonly suggestion: string;
  readonly reason: string;
  readonly status: string | null;
}

/** A pair told in one line. */
export interface PairLine {
  readonly pair_key: string;
  readonly a: PairEnd;
  readonly b: PairEnd;
  readonly scope: string;
  readonly grade: string;
  readonly tier: string;
  readonly match_probability: number | null;
  readonly bridge_cut: boolean;
}

export interface GroupExplanation extends DecisionsTold {
  readonly kind: 'group';
  readonly group_key: string;
  readonly members: readonly Member[];
  /** Pairs within the group, the surest first. */
  readonly pairs: readonly PairLine[];
  /** Pairs of a member that were too weak to hold two groups together. */
  readonly bridges_cut: readonly PairLine[];
  /** Other pairs of a member with a row outside the group. */
  readonly pairs_outside: readonly PairLine[];
}

export interface FindingLine {
  readonly finding_key: string;
  readonly rule_id: string;
  readonly title: Text | null;
  readonly remedy: Text | null;
  readonly severity: string;
  readonly field: string;
  readonly cause: string | null;
  readonly value_masked: string | null;
  readonly subject: string;
  readonly voter_key: string | null;
  readonly dpid: string | null;
  readonly kode_desa: string | null;
  readonly tps: string | null;
  readonly source_path: string | null;
  /** State of follow-up in the run, one of `FINDING_STATUSES`; null in runs that had none. */
  readonly status: string | null;
}

export interface VoterExplanation extends DecisionsTold {
  readonly kind: 'voter';
  /** More than one where a dpid stands on several rows. */
  readonly voter_keys: readonly string[];
  readonly findings: readonly FindingLine[];
  readonly pairs: readonly PairLine[];
  readonly groups: readonly Member[];
}

export interface FindingExplanation extends DecisionsTold {
  readonly kind: 'finding';
  readonly findings: readonly FindingLine[];
}

/** A key that the run has not published, but officers have decided about. */
export interface GoneExplanation extends DecisionsTold {
  readonly kind: 'gone';
  readonly subject: 'pair' | 'group' | 'finding';
  readonly key: string;
  /** The run left it out because of the decisions that it had read. */
  readonly removed_by_decision: boolean;
  /** Rows that the decisions are about. */
  readonly voter_keys: readonly string[];
  /** Where these rows stand in the run. */
  readonly groups: readonly Member[];
}

/** What `sisir explain` tells; its shape is that of `--json`. */
export type Explanation =
  | PairExplanation
  | GroupExplanation
  | VoterExplanation
  | FindingExplanation
  | GoneExplanation;
