import { sql } from '../../engine/sql.ts';
import type { Stage } from '../../engine/stage.ts';
import { makeFacts } from './facts.ts';
import { keyNames, makeDistinctNames } from './name-table.ts';
import { COMPUTED_COLUMNS, rollQuery } from './roll.ts';
import { makeVoterKeyOverrides } from './voter-key.ts';

/** roll_raw → roll (typed and canonical) and name (each distinct name with its match keys). */
export const normalise: Stage = {
  id: '20-normalise',
  reads: ['roll_raw', 'input_file', 'area', 'tps_reference'],
  writes: ['roll', 'name'],
  async run({ database, voterKeySecret, progress }) {
    await makeDistinctNames(database);
    await makeVoterKeyOverrides(database, voterKeySecret);
    await makeFacts(database);
    progress(0.2);
    const beside = await database.parallel();
    try {
      const [roll] = await Promise.all([
        database.materialise('roll', rollQuery(), { computed: COMPUTED_COLUMNS }),
        keyNames(beside),
      ]);
      await database.run(sql`DROP TABLE voter_key_override`);
      return { rowsIn: roll.rows, rowsOut: roll.rows };
    } finally {
      beside.disconnect();
    }
  },
};
