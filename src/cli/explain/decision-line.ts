import type { DecisionPeople } from '../../decisions/load.ts';
import type { Decision } from '../../model/decision.ts';
import type { Text } from '../../model/text.ts';
import type { NotAssessed } from '../rerun.ts';

/**
 * What became of a pair that an answer calls two people.
 * - `dikeluarkan`: settled; not reported, in no group
 * - `menunggu`: the satker of the other row has not answered
 * - `bertentangan`: answers contradict each other
 * - `lawan-berubah`: the other row has changed since
 * - `nik-ramai`: the NIK stands on so many rows that both rows must be cleared
 */
export type PairState = 'dikeluarkan' | 'menunggu' | 'bertentangan' | 'lawan-berubah' | 'nik-ramai';

export type EffectCode =
  | PairState
  /** Of several pairs some are left out. */
  | 'sebagian'
  | 'ditarik'
  | 'diganti'
  | 'batal'
  | 'usang'
  | 'satker-lain'
  | 'terjawab'
  | 'dikonfirmasi'
  | 'temuan-tidak-ada';

export interface DecidedPair {
  readonly pair_key: string;
  /** The other row. */
  readonly voter_key: string;
  readonly kode_kabupaten: string;
  readonly state: PairState;
}

/** One decision of an officer, and what it does. */
export interface DecisionLine
  extends Pick<
    Decision,
    | 'seq'
    | 'kind'
    | 'key'
    | 'voter_key'
    | 'kode_kabupaten'
    | 'satker'
    | 'verdict'
    | 'code'
    | 'decided_on'
    | 'imported_at'
    | 'source'
    | 'sheet'
    | 'line'
  > {
  readonly verdict_label: Text;
  /** It was in the store when the run was made; otherwise it counts from the next run on. */
  readonly read_by_run: boolean;
  readonly effect: { readonly code: EffectCode; readonly text: Text };
  /** Of `bukan-ganda`: the pairs that were shown with the row. */
  readonly pairs: readonly DecidedPair[];
  /** Personal data; null unless whole values were asked for. */
  readonly people: DecisionPeople | null;
}

export interface DecisionsTold {
  /** In the order in which they were imported. */
  readonly decisions: readonly DecisionLine[];
  /** Why it is not known what was decided. */
  readonly decisions_not_assessed: NotAssessed | null;
}
