import { z } from 'zod';
import type { Database } from '../engine/database.ts';
import { type Sql, sql } from '../engine/sql.ts';
import { type DecidedVerdict, type Decision, shownPairSchema } from '../model/decision.ts';
import type { ConflictReason } from './standing.ts';

const judgedPairSchema = shownPairSchema.extend({
  /** The pair is settled as two people, by this or another answer. */
  settled: z.boolean(),
  /** Answers that contradict each other keep it from being settled. */
  disputed: z.boolean(),
});

/** A pair as it was shown with a row, and whether it is settled. */
export type JudgedPair = z.output<typeof judgedPairSchema>;

type Told =
  | 'seq'
  | 'kind'
  | 'key'
  | 'voter_key'
  | 'kode_kabupaten'
  | 'satker'
  | 'row_fingerprint'
  | 'verdict'
  | 'code'
  | 'period'
  | 'decided_on'
  | 'imported_at'
  | 'source'
  | 'sheet'
  | 'line';

/** A decision, and what is left of it beside the others of the store. */
export interface JudgedDecision extends Pick<Decision, Told> {
  /** What took its place: a later answer of its satker, `batal` where it was withdrawn. */
  readonly replaced_by: DecidedVerdict | null;
  /** Not replaced, no withdrawal, and about the last content of the row that anybody answered for. */
  readonly stands: boolean;
  /** Answered by the row's own satker, or its province. */
  readonly is_own: boolean;
  readonly conflict: ConflictReason | null;
  readonly pairs: readonly JudgedPair[];
}

const SAME_SUBJECT = sql`other.kind = told.kind AND other.key = told.key
  AND other.voter_key IS NOT DISTINCT FROM told.voter_key`;

/** Rows called a duplicate all of whose pairs are called two people: no pair of theirs is settled. */
const WITHOUT_PAIR = sql`SELECT voter_key FROM conflict WHERE reason = 'ganda-tanpa-pasangan'`;

/** The pairs of decisions as JSON, one row a decision. */
function judgedPairs(chosen: Sql): Sql {
  return sql`SELECT seq, to_json(list({'pair_key': pair.pair_key, 'voter_key': pair.voter_key,
      'kode_kabupaten': pair.kode_kabupaten, 'row_fingerprint': pair.row_fingerprint,
      'settled': pair.pair_key IN (SELECT pair_key FROM dismissal),
      'disputed': key IN (SELECT key FROM conflict WHERE kind = 'ganda')
        OR voter_key IN (${WITHOUT_PAIR}) OR pair.voter_key IN (${WITHOUT_PAIR})
      } ORDER BY pair.pair_key)) AS pairs
    FROM (SELECT seq, key, voter_key, unnest(pairs) AS pair FROM (${chosen})) GROUP BY seq`;
}

/**
 * The decisions that a condition on the columns of `decision` admits, in the order of the store. Reads the tables of
 * `settle`.
 */
export async function judgedDecisions(database: Database, condition: Sql): Promise<JudgedDecision[]> {
  const chosen = sql`SELECT * FROM decision WHERE ${condition}`;
  const rows = await database.rows<Omit<JudgedDecision, 'pairs'> & { pairs: string | null }>(sql`
    WITH told AS (
      SELECT * FROM (
        SELECT *,
          max(seq) FILTER (corrects) OVER of_satker AS replaced_at,
          arg_max(verdict, seq) FILTER (corrects) OVER of_satker AS replacing
        FROM decision WINDOW of_satker AS (PARTITION BY kind, key, voter_key, satker)
      ) SEMI JOIN (${chosen}) AS chosen USING (seq)
    )
    SELECT seq, kind, key, voter_key, kode_kabupaten, satker, row_fingerprint, verdict, code, period, decided_on,
      imported_at, source, sheet, line, CASE WHEN seq < replaced_at THEN replacing END AS replaced_by,
      standing.seq IS NOT NULL AS stands, coalesce(standing.is_own, false) AS is_own,
      (SELECT min(reason) FROM conflict AS other WHERE ${SAME_SUBJECT}) AS conflict, judged.pairs AS pairs
    FROM told
    LEFT JOIN (SELECT seq, is_own FROM standing_decision) AS standing USING (seq)
    LEFT JOIN (${judgedPairs(chosen)}) AS judged USING (seq)
    ORDER BY seq`);
  return rows.map(({ pairs, ...decision }) => ({
    ...decision,
    pairs: z.array(judgedPairSchema).parse(pairs === null ? [] : JSON.parse(pairs)),
  }));
}
