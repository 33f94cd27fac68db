import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
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

const WRITERS = 2;

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

/** One Parquet file for each kabupaten/kota of the rolls, also where nothing was found. */
async function writeFindings(
  database: Database,
  folder: string,
  onShare: (share: number, rows: number) => void,
): Promise<number> {
  const areas = await database.rows<{ kabupaten: number }>(sql`SELECT DISTINCT kabupaten FROM (
      SELECT area_kabupaten AS kabupaten FROM area_voters UNION ALL SELECT area_kabupaten FROM group_finding
    ) ORDER BY kabupaten`);
  await database.materialise(
    'finding',
    sql`SELECT row_id, area_kabupaten, ${typedColumns(FINDING_TABLE)} FROM (${FINDING_SOURCE})`,
  );
  const waiting = [...areas];
  let rows = 0;
  const write = async () => {
    const connection = await database.parallel();
    try {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        const code = String(next.kabupaten).padStart(4, '0');
        const path = join(folder, 'data-invalid', `kabupaten=${code}`, 'findings.parquet');
        const written = await writeParquet(
          connection,
          path,
          published(FINDING_TABLE, findingsOf(next.kabupaten)),
        );
        rows += written;
        onShare(1 - waiting.length / areas.length, rows);
      }
    } finally {
      connection.disconnect();
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, write));
  return rows;
}

/** The fingerprints lie in place already: stage 80 writes them there. */
const TABLES_OF_CHANGE = [...CHANGE_TABLES, ...HISTORY_TABLES].filter((table) => table !== FINGERPRINT_TABLE);

/** Tables that are written in all three forms: Parquet, CSV, Arrow. */
const TABLES_OF_THREE_FORMS = [
  ...DISTRIBUTION_TABLES,
  SUMMARY_TABLE,
  CHANCE_TABLE,
  ...PROFILE_TABLES,
  PROGRESS_TABLE,
];

/** Shares of the stage's time that are over after the findings, and after the tables of three forms. */
const FINDINGS_WRITTEN = 0.5;
const FORMS_WRITTEN = 0.9;

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
    const findings = await writeFindings(database, outputFolder, (share, rows) =>
      progress(FINDINGS_WRITTEN * share, rows),
    );
    const pairs = await writeTable(database, outputFolder, PAIR_TABLE, PAIR_SOURCE);
    const groups = await writeTable(database, outputFolder, GROUP_TABLE, GROUP_SOURCE);
    await makeProgress(database, config.targets);
    let cells = 0;
    for (const [index, table] of TABLES_OF_THREE_FORMS.entries()) {
      cells += await writeTable(database, outputFolder, table, sql`SELECT * FROM ${identifier(table.name)}`);
      await writeCsv(database, join(outputFolder, table.path));
      await writeArrow(database, table, join(outputFolder, table.path));
      const share = (index + 1) / TABLES_OF_THREE_FORMS.length;
      progress(
        FINDINGS_WRITTEN + (FORMS_WRITTEN - FINDINGS_WRITTEN) * share,
        findings + pairs + groups + cells,
      );
    }
    for (const table of TABLES_OF_CHANGE) {
      cells += await writeTable(database, outputFolder, table, sql`SELECT * FROM ${identifier(table.name)}`);
      if (table.small) await writeCsv(database, join(outputFolder, table.path));
    }
    const rejects = await writeTable(database, outputFolder, REJECT_TABLE, sql`SELECT * FROM reject`);
    await chmod(join(outputFolder, REJECT_TABLE.path), 0o600);
    await writeFile(join(outputFolder, 'data-dictionary.md'), dataDictionary(config.language));
    const written = findings + pairs + groups + cells + rejects;
    return { rowsIn: written, rowsOut: written };
  },
};
