import { openStore, verifyStore } from '../../src/decisions/store.ts';
import type { DecisionFile } from '../../src/engine/stage.ts';
import type { Decision } from '../../src/model/decision.ts';

export type NewDecision = Omit<Decision, 'seq'>;

/** A made-up decision about a row of a group; what a test does not state is the same in all. */
export function decision(stated: Partial<NewDecision>): NewDecision {
  const { key = 'g1', voter_key = 'a', satker = '3301', verdict = 'ms', row_fingerprint = 'isi' } = stated;
  return {
    imported_at: '2026-11-22T01:02:03.000Z',
    imported_by: 'penguji',
    source: '3301-contoh.xlsx',
    source_sha256: '',
    sheet: 'Data Ganda',
    line: 2,
    kind: 'ganda',
    key,
    voter_key,
    kode_kabupaten: satker,
    satker,
    row_fingerprint,
    verdict,
    code: null,
    duplicate: stated.code === '2',
    period: 'pdpb-2025',
    remark: null,
    officer: 'Petugas Contoh',
    decided_on: '2026-11-21',
    corrects: verdict === 'batal',
    members: 2,
    pairs: [],
    id: [key, voter_key, satker, verdict, stated.code, row_fingerprint].join('|'),
    ...stated,
  };
}

/** A pair as a decision holds it. */
export function shownPair(
  pair_key: string,
  voter_key: string,
  kode_kabupaten = '3301',
  row_fingerprint = 'isi',
): Decision['pairs'][number] {
  return { pair_key, voter_key, kode_kabupaten, row_fingerprint };
}

/** Adds decisions to the store of a folder. */
export async function storeWith(
  out: string,
  decisions: readonly NewDecision[],
): Promise<DecisionFile | undefined> {
  const writer = await openStore(out, { since: new Date(0) });
  try {
    await writer.append(decisions);
  } finally {
    await writer.release();
  }
  return await verifyStore(out);
}
