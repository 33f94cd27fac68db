import { identifier, sql } from '../../engine/sql.ts';
import type { Stage } from '../../engine/stage.ts';
import { groupQuery, memberQuery } from './groups.ts';
import { gradedPairQuery, scopeOf } from './pairs.ts';

/** candidate_pair → ganda_pair (graded), ganda_group (members, with one that stays). */
export const group: Stage = {
  id: '60-group',
  reads: ['candidate_pair', 'block_member', 'block_size', 'roll', 'invalid_finding'],
  writes: ['ganda_pair', 'ganda_group'],
  async run({ database, gradeBook, config }) {
    await database.materialise('graded_pair', gradedPairQuery(gradeBook));
    await database.run(sql`CREATE OR REPLACE TABLE row_errors AS
      SELECT row_id, count(*) AS errors FROM invalid_finding
      WHERE severity = 'error' AND row_id IN (SELECT row_id FROM block_member) GROUP BY row_id`);
    await database.materialise('ganda_member', memberQuery(gradeBook));
    const groups = await database.materialise('ganda_group', groupQuery(gradeBook, config.language));
    const pairs = await database.materialise(
      'ganda_pair',
      sql`SELECT
          a.dpid AS dpid_a, a.voter_key AS voter_key_a, a.area_kabupaten AS area_kabupaten_a, a.area_desa AS area_desa_a, a.tps_number AS tps_number_a,
          b.dpid AS dpid_b, b.voter_key AS voter_key_b, b.area_kabupaten AS area_kabupaten_b, b.area_desa AS area_desa_b, b.tps_number AS tps_number_b,
          ${scopeOf(
            (column) => sql`a.${identifier(column)}`,
            (column) => sql`b.${identifier(column)}`,
          )} AS scope,
          grade, tier, CAST(NULL AS DOUBLE) AS match_weight, CAST(NULL AS DOUBLE) AS match_probability,
          graded_pair.names_alike, found_by,
          left(md5('pair|' || a.voter_key || '|' || b.voter_key), 16) AS pair_key
        FROM graded_pair
        JOIN ganda_member AS a ON a.row_id = row_a AND a.block = graded_pair.block
        JOIN ganda_member AS b ON b.row_id = row_b AND b.block = graded_pair.block`,
    );
    const unkept = await database.row<{ groups: number }>(sql`SELECT count(*) AS groups FROM (
      SELECT group_key FROM ganda_group GROUP BY group_key HAVING NOT bool_or(suggested_keep))`);
    if (unkept.groups > 0) throw new Error(`${unkept.groups} groups would keep nobody`);
    return { rowsIn: pairs.rows, rowsOut: groups.rows };
  },
};
