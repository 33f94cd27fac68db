import { sql } from '../../engine/sql.ts';
import type { Stage } from '../../engine/stage.ts';
import { makeNameKeys } from './name-table.ts';
import { rollQuery } from './roll.ts';
import { makeVoterKeyOverrides } from './voter-key.ts';

/** roll_raw → roll: typed and canonical, with match keys beside the original text. */
export const normalise: Stage = {
  id: '20-normalise',
  reads: ['roll_raw', 'input_file', 'area', 'tps_reference'],
  writes: ['roll'],
  async run({ database, voterKeySecret, progress }) {
    await makeVoterKeyOverrides(database, voterKeySecret);
    await database.run(sql`CREATE OR REPLACE TABLE file_nik AS
      SELECT
        file_id,
        count(*) AS nik_count,
        count(*) FILTER (nik LIKE '%0') / count(*) AS nik_zero_share
      FROM roll_raw WHERE length(nik) = 16 GROUP BY file_id`);
    await makeNameKeys(database, (share) => progress(0.1 + share * 0.3));
    const { rows } = await database.materialise('roll', rollQuery());
    await database.run(sql`DROP TABLE name_key`);
    return { rowsIn: rows, rowsOut: rows };
  },
};
