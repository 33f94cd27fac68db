import type { Stage } from '../../engine/stage.ts';
import { makeFacts } from './facts.ts';
import { makeNames } from './name-table.ts';
import { COMPUTED_COLUMNS, rollQuery } from './roll.ts';
import { makeVoterKeyOverrides } from './voter-key.ts';

/** roll_raw → roll (typed and canonical) and name (the names that may be compared, with their match keys). */
export const normalise: Stage = {
  id: '20-normalise',
  reads: ['roll_raw', 'input_file', 'area', 'tps_reference'],
  writes: ['roll', 'name'],
  async run({ database, voterKeySecret, threads, progress }) {
    await makeVoterKeyOverrides(database, voterKeySecret);
    await makeFacts(database);
    progress(0.2);
    const { rows } = await database.materialise('roll', rollQuery(), { computed: COMPUTED_COLUMNS });
    progress(0.9);
    await makeNames(database, threads);
    return { rowsIn: rows, rowsOut: rows };
  },
};
