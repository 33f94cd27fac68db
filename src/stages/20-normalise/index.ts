import { identifier, sql } from '../../engine/sql.ts';
import type { Stage } from '../../engine/stage.ts';
import { makeFacts } from './facts.ts';
import { makeMatchRows } from './match-rows.ts';
import { makeNames } from './name-table.ts';
import { COMPUTED_COLUMNS, rollQuery } from './roll.ts';
import { makeVoterKeyOverrides } from './voter-key.ts';

/** Tables that the roll alone is made from: they need not stay in memory, nor be kept in a checkpoint. */
const ONLY_FOR_ROLL = ['voter_key_override', 'file_fact', 'kecamatan_fact', 'desa_fact'];

/** roll_raw → roll (typed and canonical), and what Data Ganda is searched in: names with their match keys, match_row. */
export const normalise: Stage = {
  id: '20-normalise',
  reads: ['roll_raw', 'input_file', 'area', 'tps_reference'],
  writes: ['roll', 'name', 'place', 'place_unit', 'identifier_text', 'match_row'],
  async run({ database, voterKeySecret, threads, progress }) {
    await makeVoterKeyOverrides(database, voterKeySecret);
    await makeFacts(database);
    progress(0.1);
    const { rows } = await database.materialise('roll', rollQuery(), { computed: COMPUTED_COLUMNS });
    for (const table of ONLY_FOR_ROLL) await database.run(sql`DROP TABLE ${identifier(table)}`);
    progress(0.55);
    await makeNames(database, threads);
    progress(0.9);
    await makeMatchRows(database);
    return { rowsIn: rows, rowsOut: rows };
  },
};
