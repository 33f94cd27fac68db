import { sql } from '../../engine/sql.ts';
import type { Stage } from '../../engine/stage.ts';
import { LEVELS } from '../../model/output-tables.ts';
import { PROFILE_TABLES } from '../../model/profile-tables.ts';
import { makeChanceBaseline } from './chance.ts';
import { makeComparison } from './comparison.ts';
import {
  areaCountQuery,
  areaVotersQuery,
  FLAGGED_BESIDE,
  maskCountQuery,
  notAssessableQuery,
  ruleCountQuery,
} from './counts.ts';
import { distributionQuery, summaryQuery } from './levels.ts';
import { makeProfiles } from './profiles.ts';

/**
 * verdict, findings and groups → distribution_<level> for kabupaten, kecamatan, desa, TPS, the summary per satker,
 * the chance baseline of name and birth-date coincidences, and the profiles per satker that the report draws.
 */
export const distribute: Stage = {
  id: '70-distribute',
  reads: [
    'input_file',
    'roll',
    'verdict',
    'violated_rule',
    'row_rule',
    'group_finding',
    'invalid_finding',
    'match_row',
    'ganda_pair',
    'ganda_group',
    'cleared_row',
    'area',
  ],
  writes: [
    'area_voters',
    'rule_not_assessable',
    ...LEVELS.map((level) => `distribution_${level}`),
    'distribution_summary',
    'chance_baseline',
    ...PROFILE_TABLES.map(({ name }) => name),
  ],
  async run({ database, inputs, progress }) {
    const words = await database.rows<{ column_name: string }>(
      sql`SELECT column_name FROM (DESCRIBE verdict) WHERE column_name LIKE 'violated%' ORDER BY column_name`,
    );
    const columns = words.map(({ column_name }) => column_name);
    await database.run(sql`CREATE OR REPLACE TABLE flagged_beside AS ${FLAGGED_BESIDE}`);
    const { rows } = await database.materialise('mask_count', maskCountQuery(columns));
    progress(0.4);
    await database.materialise('area_voters', areaVotersQuery(columns));
    await database.materialise('rule_count', ruleCountQuery(columns));
    await database.materialise('rule_not_assessable', notAssessableQuery(columns));
    await database.materialise('area_count', areaCountQuery());
    progress(0.7);
    let written = 0;
    for (const level of LEVELS) {
      const table = await database.materialise(`distribution_${level}`, distributionQuery(level));
      written += table.rows;
    }
    await database.materialise('distribution_summary', summaryQuery());
    progress(0.8);
    await makeChanceBaseline(database);
    progress(0.9);
    await makeComparison(database);
    await makeProfiles(database, inputs);
    return { rowsIn: rows, rowsOut: written };
  },
};
