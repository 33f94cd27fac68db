import { CHANGE_TABLES, HISTORY_TABLES } from './change-tables.ts';
import { CHANCE_TABLE, DISTRIBUTION_TABLES, SUMMARY_TABLE } from './distribution-tables.ts';
import { FINDING_TABLE } from './finding-table.ts';
import { GROUP_TABLE, PAIR_TABLE } from './ganda-tables.ts';
import type { OutputTable } from './output-column.ts';
import { PROFILE_TABLES, PROGRESS_TABLE } from './profile-tables.ts';
import { REJECT_TABLE } from './reject-table.ts';

export {
  CHANCE_TABLE,
  DISTRIBUTION_TABLES,
  LEVELS,
  type Level,
  SUMMARY_TABLE,
} from './distribution-tables.ts';
export { FINDING_TABLE } from './finding-table.ts';
export { COMPARISON_IDS, GROUP_TABLE, PAIR_TABLE } from './ganda-tables.ts';
export { column, type OutputColumn, type OutputTable } from './output-column.ts';
export { REJECT_TABLE } from './reject-table.ts';

/** Every published table, in the order of the data dictionary. */
export const OUTPUT_TABLES: readonly OutputTable[] = [
  FINDING_TABLE,
  PAIR_TABLE,
  GROUP_TABLE,
  ...DISTRIBUTION_TABLES,
  SUMMARY_TABLE,
  CHANCE_TABLE,
  ...PROFILE_TABLES,
  PROGRESS_TABLE,
  ...CHANGE_TABLES,
  ...HISTORY_TABLES,
  REJECT_TABLE,
];
