import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { doBeside, type Job } from '../../engine/beside.ts';
import type { Database } from '../../engine/database.ts';
import { identifier, literal, type Sql, sql } from '../../engine/sql.ts';
import type { Stage } from '../../engine/stage.ts';
import { CHANGE_TABLES, FINGERPRINT_TABLE, HISTORY_TABLES } from '../../model/change-tables.ts';
import {
  CHANCE_TABLE,
  DISTRIBUTION_TABLES,
  FINDING_TABLE,
  GROUP_TABLE,
  type OutputTable,
  PAIR_TABLE,
  REJECT_TABLE,
  SUMMARY_TABLE,
} from '../../model/output-tables.ts';
import { PROFILE_TABLES, PROGRESS_TABLE } from '../../model/profile-tables.ts';
import { writeArrow } from './arrow.ts';
import { writeCsv } from './csv.ts';
import { dataDictionary } from './dictionary.ts';
import { writeParquet } from './parquet.ts';
import { makeProgress } from './progress.ts';
import { FINDING_SOURCE, GROUP_SOURCE, PAIR_SOURCE, published, typedColumns } from './sources.ts';

async function writeTable(
  database: Database,
  folder: string,
  table: OutputTable,
  source: Sql,
): Promise<number> {
  return await writeParquet(database, join(folder, table.path), published(table, source));
}

function findingsOf(kabupaten: number): Sql {
  return sql`SELECT * FROM finding WHERE area_kabupaten = ${literal(kabupaten)}`;
}

/** Kabupaten/kota of the rolls, also where nothing was found. */
async function kabupatenOf(database: Database): Promise<number[]> {
  const areas = await database.rows<{ kabupaten: number }>(sql`SELECT DISTINCT kabupaten FROM (
      SELECT area_kabupaten AS kabupaten FROM area_voters UNION ALL SELECT area_kabupaten FROM group_finding
    ) ORDER BY kabupaten`);
  return areas.map(({ kabupaten }) => kabupaten);
}

/** The fingerprints lie in place already: stage 80 writes them there. */
const TABLES_OF_CHANGE = [...CHANGE_TABLES, ...HISTORY_TABLES].filter((table) => table !== FINGERPRINT_TABLE);

/** Tables that are written in all three forms: Parquet, CSV, Arrow; the largest first. */
const TABLES_OF_THREE_FORMS = [
  ...DISTRIBUTION_TABLES.toReversed(),
  SUMMARY_TABLE,
  CHANCE_TABLE,
  ...PROFILE_TABLES,
  PROGRESS_TABLE,
];

/** Share of the stage's time that is over when all findings lie in one table. */
const FINDINGS_GATHERED = 0.3;

/** tables → the run's files. Rows are sorted by their keys, so that the same input gives the same bytes. */
export const publish: Stage = {
  id: '90-publish',
  reads: [
    'input_file',
    'reject',
    'group_finding',
    'invalid_finding',
    'row_fingerprint',
    'answer',
    'ganda_pair',
    'ganda_group',
    'area_voters',
    'area',
    'roll',
    ...DISTRIBUTION_TABLES.map(({ name }) => name),
    SUMMARY_TABLE.name,
    CHANCE_TABLE.name,
    ...PROFILE_TABLES.map(({ name }) => name),
    ...TABLES_OF_CHANGE.map(({ name }) => name),
  ],
  writes: ['finding', PROGRESS_TABLE.name],
  async run({ database, outputFolder, config, progress }) {
    await database.materialise(
      'finding',
      sql`SELECT row_id, area_kabupaten, ${typedColumns(FINDING_TABLE)} FROM (${FINDING_SOURCE})`,
    );
    await makeProgress(database, config.targets);
    progress(FINDINGS_GATHERED);
    let written = 0;
    const jobs = jobsOf(outputFolder, await kabupatenOf(database), (rows) => {
      written += rows;
    });
    await doBeside(database, jobs, {
      onShare: (share) => progress(FINDINGS_GATHERED + (1 - FINDINGS_GATHERED) * share, written),
    });
    await chmod(join(outputFolder, REJECT_TABLE.path), 0o600);
    await writeFile(join(outputFolder, 'data-dictionary.md'), dataDictionary(config.language));
    return { rowsIn: written, rowsOut: written };
  },
};

/** A job for each table, the largest first; `onRows` is told of the rows of each. */
function jobsOf(folder: string, kabupaten: readonly number[], onRows: (rows: number) => void): Job[] {
  const table =
    (output: OutputTable, source: Sql = sql`SELECT * FROM ${identifier(output.name)}`): Job =>
    async (database) => {
      onRows(await writeTable(database, folder, output, source));
    };
  const withCsv =
    (output: OutputTable): Job =>
    async (database) => {
      await table(output)(database);
      await writeCsv(database, join(folder, output.path));
    };
  const withArrow =
    (output: OutputTable): Job =>
    async (database) => {
      await withCsv(output)(database);
      await writeArrow(database, output, join(folder, output.path));
    };
  const findings =
    (code: string, source: Sql): Job =>
    async (database) => {
      const path = join(folder, 'data-invalid', `kabupaten=${code}`, 'findings.parquet');
      onRows(await writeParquet(database, path, published(FINDING_TABLE, source)));
    };
  return [
    ...TABLES_OF_CHANGE.map((output) => (output.small ? withCsv(output) : table(output))),
    ...TABLES_OF_THREE_FORMS.map(withArrow),
    table(PAIR_TABLE, PAIR_SOURCE),
    table(GROUP_TABLE, GROUP_SOURCE),
    table(REJECT_TABLE, sql`SELECT * FROM reject`),
    ...kabupaten.map((one) => findings(String(one).padStart(4, '0'), findingsOf(one))),
  ];
}
