import type { ConflictReason } from '../../decisions/standing.ts';
import type { Database } from '../../engine/database.ts';
import { sql } from '../../engine/sql.ts';
import type { Text } from '../../model/text.ts';

export const CONFLICT_REASONS: Readonly<Record<ConflictReason, Text>> = {
  'dua-jawaban': { id: 'dua jawaban berbeda', en: 'two different answers' },
  'semua-ganda': {
    id: 'semua anggota dinyatakan ganda: tidak ada yang tetap',
    en: 'every member is called a duplicate: nobody stays',
  },
  'ganda-tanpa-pasangan': {
    id: 'dinyatakan ganda, tetapi setiap pasangannya dinyatakan bukan ganda',
    en: 'called a duplicate, but each of its pairs is called two people',
  },
};

/** One standing answer that takes part in a conflict. */
export interface ConflictAnswer {
  readonly reason: ConflictReason;
  readonly kind: 'ganda' | 'invalid';
  readonly key: string;
  readonly voter_key: string | null;
  readonly kode_kabupaten: string;
  readonly satker: string;
  readonly verdict: string;
  readonly code: string | null;
  readonly source: string;
  readonly sheet: string | null;
  readonly line: number;
  readonly imported_at: string;
  /** Number of the record in the store. */
  readonly seq: number;
}

/**
 * The standing answers that contradict each other, by the first reason, with where each came from. Reads the tables
 * of `settle`. Two claims that a pair is two people belong to the row that has no other pair left.
 */
export async function conflictAnswers(database: Database): Promise<ConflictAnswer[]> {
  return await database.rows<ConflictAnswer>(sql`
    WITH told AS (
      SELECT kind, key, voter_key, min(reason) AS reason FROM conflict GROUP BY ALL
    ),
    claimed AS (
      SELECT told.reason, told.key AS of_key, claim.key, claim.voter_key
      FROM told JOIN answer USING (key, voter_key), unnest(answer.pairs) AS shown (pair)
      JOIN claim ON claim.pair_key = pair.pair_key
      WHERE reason = 'ganda-tanpa-pasangan'
    )
    SELECT DISTINCT reason, kind, coalesce(of_key, key) AS key, voter_key, kode_kabupaten, satker, verdict, code, source,
      sheet, line, imported_at, seq
    FROM (
      SELECT standing_decision.*, reason, CAST(NULL AS VARCHAR) AS of_key FROM standing_decision
      JOIN told ON told.kind = standing_decision.kind AND told.key = standing_decision.key
        AND told.voter_key IS NOT DISTINCT FROM standing_decision.voter_key
      UNION ALL BY NAME
      SELECT standing_decision.*, reason, of_key FROM standing_decision JOIN claimed USING (key, voter_key)
      WHERE kind = 'ganda'
    )
    ORDER BY kind, key, reason, voter_key, seq`);
}
