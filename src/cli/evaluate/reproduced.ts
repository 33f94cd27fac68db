import { join } from 'node:path';
import type { Database } from '../../engine/database.ts';
import { sql } from '../../engine/sql.ts';

/** Probabilities this near are the same: they went through a file. */
const SAME = 1e-6;

/**
 * Published pairs that the stages, run again, do not score alike: then they say nothing of the run. Reads
 * scored_pair, roll.
 */
export async function differingPairs(database: Database, folder: string): Promise<number> {
  const published = sql`SELECT voter_key_a, voter_key_b, match_probability FROM read_parquet(${join(folder, 'data-ganda', 'pairs.parquet')})`;
  const { differing } = await database.row<{ differing: number }>(sql`SELECT count(*) FILTER (
      again.row_a IS NULL OR abs(again.match_probability - published_probability) > ${SAME}) AS differing
    FROM (
      SELECT least(a.row_id, b.row_id) AS row_a, greatest(a.row_id, b.row_id) AS row_b, match_probability AS published_probability
      FROM (${published}) AS published
      LEFT JOIN (SELECT row_id, voter_key FROM roll) AS a ON a.voter_key = voter_key_a
      LEFT JOIN (SELECT row_id, voter_key FROM roll) AS b ON b.voter_key = voter_key_b
    ) LEFT JOIN (
      SELECT least(row_a, row_b) AS row_a, greatest(row_a, row_b) AS row_b, match_probability FROM scored_pair
    ) AS again USING (row_a, row_b)`);
  return differing;
}
