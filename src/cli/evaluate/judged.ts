import { join as joinPath } from 'node:path';
import type { Database } from '../../engine/database.ts';
import { list, sql } from '../../engine/sql.ts';
import { SIMILAR, TIERS } from '../../model/ganda.ts';

/**
 * The run's published pairs held against the truth: `judged(dpid_a, dpid_b, tier_rank, is_graded, match_probability,
 * is_true, traps)`, dpid_a < dpid_b, only pairs whose two ends the truth knows. `tier_rank` is the place in `TIERS`;
 * `traps` are the `trap:` labels of both rows, each once. Reads `assessed`.
 */
export async function makeJudged(
  database: Database,
  folder: string,
): Promise<{ readonly published: number; readonly judged: number }> {
  const path = joinPath(folder, 'data-ganda', 'pairs.parquet');
  await database.run(sql`CREATE TABLE judged AS
    SELECT
      least(pair.dpid_a, pair.dpid_b) AS dpid_a, greatest(pair.dpid_a, pair.dpid_b) AS dpid_b,
      list_position(${list(TIERS)}, tier) - 1 AS tier_rank, grade <> ${SIMILAR} AS is_graded, match_probability,
      a.person_id = b.person_id AS is_true,
      list_filter(list_distinct(list_transform(string_split(coalesce(a.errors, '') || ';' || coalesce(b.errors, ''), ';'),
        lambda kind: trim(kind))), lambda kind: starts_with(kind, 'trap:')) AS traps
    FROM read_parquet(${path}) AS pair
    JOIN assessed AS a ON a.dpid = pair.dpid_a
    JOIN assessed AS b ON b.dpid = pair.dpid_b
    WHERE pair.dpid_a <> pair.dpid_b`);
  return await database.row(sql`SELECT
    (SELECT count(*) FROM read_parquet(${path})) AS published, (SELECT count(*) FROM judged) AS judged`);
}
