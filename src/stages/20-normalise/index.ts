import { sql } from '../../engine/sql.ts';
import type { Stage } from '../../engine/stage.ts';
import { makeFacts } from './facts.ts';
import { makeNames } from './name-table.ts';
import { rollQuery } from './roll.ts';
import { makeVoterKeyOverrides } from './voter-key.ts';

/** roll_raw → roll (typed and canonical) and name (each distinct name with its match keys). */
export const normalise: Stage = {
  id: '20-normalise',
  reads: ['roll_raw', 'input_file', 'area', 'tps_reference'],
  writes: ['roll', 'name'],
  async run({ database, voterKeySecret, threads, progress }) {
    await Promise.all([
      makeNames(database, threads, (share) => progress(share * 0.4)),
      makeVoterKeyOverrides(database, voterKeySecret).then(() => makeFacts(database)),
    ]);
    const { rows } = await database.materialise('roll', rollQuery());
    await database.run(sql`DROP TABLE voter_key_override`);
    return { rowsIn: rows, rowsOut: rows };
  },
};
