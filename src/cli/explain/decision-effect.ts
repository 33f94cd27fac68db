import type { JudgedDecision, JudgedPair } from '../../decisions/judged.ts';
import type { Text } from '../../model/text.ts';
import { CONFLICT_REASONS } from '../decide/conflicts.ts';
import type { DecidedPair, DecisionLine, EffectCode, PairState } from './decision-line.ts';

/** What the run says of the pairs, findings and rows that decisions are about. */
export interface Surroundings {
  /** Keys of pairs and findings that the run has published. */
  readonly published: ReadonlySet<string>;
  /** Voter key → fingerprints of its rows. */
  readonly contents: ReadonlyMap<string, ReadonlySet<string>>;
}

type Effect = DecisionLine['effect'];

const TEXTS = {
  ditarik: { id: 'ditarik oleh satkernya', en: 'withdrawn by its satker' },
  diganti: {
    id: 'diganti jawaban satker itu yang lebih baru',
    en: 'replaced by a later answer of that satker',
  },
  batal: {
    id: 'menarik jawaban satker itu yang terdahulu',
    en: "withdraws that satker's earlier answer",
  },
  usang: {
    id: 'usang: isi baris berubah sejak dijawab; ditanyakan lagi',
    en: 'stale: the row has changed since it was answered; it is asked again',
  },
  'satker-lain': {
    id: 'pendapat satker lain; barisnya tetap menunggu jawaban satkernya sendiri',
    en: "another satker's opinion; the row still waits for its own satker",
  },
  dikeluarkan: {
    id: 'dua orang: pasangan tidak dilaporkan dan tidak masuk kelompok',
    en: 'two people: the pair is not reported and in no group',
  },
  'lawan-berubah': {
    id: 'usang: isi baris lawannya berubah sejak dijawab; ditanyakan lagi',
    en: 'stale: the other row has changed since; it is asked again',
  },
  'nik-ramai': {
    id: 'NIK ada pada terlalu banyak baris: pasangan dikeluarkan setelah kedua barisnya bukan ganda',
    en: 'the NIK stands on too many rows: the pair goes once both rows are no duplicates',
  },
  dikonfirmasi: {
    id: 'benar apa adanya: temuan tetap tercantum, tidak lagi terbuka',
    en: 'right as it is: the finding stays listed, no longer open',
  },
  'temuan-tidak-ada': {
    id: 'temuan itu tidak ada dalam hasil proses ini; keputusan tidak mengeluarkan temuan',
    en: 'the finding is not in this run; decisions take no finding out',
  },
} as const satisfies Partial<Record<EffectCode, Text>>;

const ANSWERED: Readonly<Record<DecisionLine['kind'], Text>> = {
  ganda: {
    id: 'baris terjawab; jawaban ini sendiri tidak mengeluarkan apa pun',
    en: 'the row is answered; this alone takes nothing out',
  },
  invalid: {
    id: 'temuan terjawab; tetap tercantum sampai daftar berubah',
    en: 'the finding is answered; it stays listed until the roll changes',
  },
};

/** Whether a row is as it was, as far as the run shows it. */
function holds(
  contents: Surroundings['contents'],
  voterKey: string | null,
  fingerprint: string | null,
): boolean {
  const rows = voterKey === null ? undefined : contents.get(voterKey);
  return rows === undefined || (fingerprint !== null && rows.has(fingerprint));
}

/** @param isRead whether the run had read the decision, so that a pair it has published is not settled by it */
function pairState(pair: JudgedPair, isRead: boolean, { published, contents }: Surroundings): PairState {
  if (!holds(contents, pair.voter_key, pair.row_fingerprint)) return 'lawan-berubah';
  if (pair.settled) return isRead && published.has(pair.pair_key) ? 'nik-ramai' : 'dikeluarkan';
  return pair.disputed ? 'bertentangan' : 'menunggu';
}

/** The pairs of an answer that calls them two people; of any other there is nothing to tell. */
export function decidedPairs(
  decision: JudgedDecision,
  isRead: boolean,
  around: Surroundings,
): readonly DecidedPair[] {
  if (decision.verdict !== 'bukan-ganda') return [];
  return decision.pairs.map((pair) => ({
    pair_key: pair.pair_key,
    voter_key: pair.voter_key,
    kode_kabupaten: pair.kode_kabupaten,
    state: pairState(pair, isRead, around),
  }));
}

function known(code: keyof typeof TEXTS): Effect {
  return { code, text: TEXTS[code] };
}

/** What a decision does, all others considered; the first that fits, as a run would judge it. */
export function effectOf(
  decision: JudgedDecision,
  pairs: readonly DecidedPair[],
  { published, contents }: Surroundings,
): Effect {
  const { kind, key, voter_key, row_fingerprint, verdict, replaced_by, stands, is_own, conflict } = decision;
  if (replaced_by !== null) return known(replaced_by === 'batal' ? 'ditarik' : 'diganti');
  if (verdict === 'batal') return known('batal');
  if (kind === 'invalid' && !published.has(key)) return known('temuan-tidak-ada');
  if (!stands || !holds(contents, voter_key, row_fingerprint)) return known('usang');
  if (conflict !== null) return disputed(CONFLICT_REASONS[conflict]);
  if (!is_own) return known('satker-lain');
  if (kind === 'invalid' && verdict === 'ms') return known('dikonfirmasi');
  return pairs.length === 0 ? { code: 'terjawab', text: ANSWERED[kind] } : effectOnPairs(pairs);
}

function disputed(reason: Text): Effect {
  return {
    code: 'bertentangan',
    text: {
      id: `bertentangan: ${reason.id}; tidak ada yang dikeluarkan`,
      en: `contradiction: ${reason.en}; nothing is taken out`,
    },
  };
}

const GROUP_DISPUTED: Text = { id: 'jawaban lain dalam kelompoknya', en: 'other answers in its group' };

function effectOnPairs(pairs: readonly DecidedPair[]): Effect {
  const [state, ...others] = new Set(pairs.map((pair) => pair.state));
  const out = pairs.filter((pair) => pair.state === 'dikeluarkan').length;
  if (state === undefined || others.length > 0) {
    return {
      code: 'sebagian',
      text: {
        id: `pasangan yang dikeluarkan karena dua orang: ${out} dari ${pairs.length}`,
        en: `pairs left out as two people: ${out} of ${pairs.length}`,
      },
    };
  }
  if (state === 'bertentangan') return disputed(GROUP_DISPUTED);
  if (state !== 'menunggu') return known(state);
  const satker = [...new Set(pairs.map((pair) => pair.kode_kabupaten))].toSorted().join(', ');
  return {
    code: 'menunggu',
    text: {
      id: `menunggu jawaban satker ${satker}; sampai itu pasangan tetap dilaporkan`,
      en: `waits for the answer of satker ${satker}; until then the pair is reported`,
    },
  };
}
