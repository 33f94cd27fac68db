import { chmod, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { doBeside } from '../../../engine/beside.ts';
import type { Database } from '../../../engine/database.ts';
import { sql } from '../../../engine/sql.ts';
import type { RunContext, Stage } from '../../../engine/stage.ts';
import { writeZip, type ZipEntry } from '../../../engine/zip.ts';
import {
  EXCEL_ROWS,
  type ReturningSheet,
  WORKLIST_FOLDER,
  type WorklistFile,
} from '../../../model/worklist.ts';
import { workbookBytes } from './book.ts';
import { sheetRows } from './sheet-rows.ts';
import { makeWorklistTables } from './source.ts';
import { type Part, partsOf } from './split.ts';
import { type Summary, withSummaries } from './summary.ts';
import { sheetAround, stylesOf } from './template.ts';
import { WORDS } from './words.ts';

/** Files of a workbook that hold the sheets that come back: the second and the third. */
const SHEET_FILES: Readonly<Record<ReturningSheet, string>> = {
  invalid: 'xl/worksheets/sheet2.xml',
  ganda: 'xl/worksheets/sheet3.xml',
};

const NAMES_LENGTH = 40;

/** A satker or kecamatan as part of a file name: "Kabupaten Cilacap" → `cilacap`, "Kota Tegal" → `kota-tegal`. */
function slug(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/^kabupaten\s+/, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, NAMES_LENGTH);
}

async function nameOf(database: Database, code: number, digits: 4 | 6): Promise<string | undefined> {
  const [area] = await database.rows<{ nama: string }>(
    sql`SELECT nama FROM area WHERE kode = ${code} AND level = ${digits}`,
  );
  return area?.nama;
}

interface Named {
  readonly fileName: string;
  /** For people. */
  readonly title: string;
}

async function named(
  database: Database,
  { kabupaten, kecamatan, part }: Part,
  { language }: RunContext['config'],
): Promise<Named> {
  const unknown = WORDS.unknownArea[language];
  const code = String(kabupaten).padStart(4, '0');
  const satker = (await nameOf(database, kabupaten, 4)) ?? unknown;
  const names = [code, slug(satker)];
  const titles = [`${satker} (${code})`];
  if (kecamatan !== null) {
    const name = (await nameOf(database, kecamatan, 6)) ?? unknown;
    names.push(String(kecamatan).padStart(6, '0'), slug(name));
    titles.push(name);
  } else if (part !== null) {
    names.push(slug(WORDS.noKecamatan[language]));
    titles.push(WORDS.noKecamatan[language]);
  }
  if (part !== null) {
    names.push(String(part));
    titles.push(String(part));
  }
  return { fileName: `${names.join('-')}.xlsx`, title: titles.join(', ') };
}

/** Share of the stage's time that the tables take, for the progress display. */
const TABLES = 0.15;

type Context = Pick<
  RunContext,
  'database' | 'rules' | 'config' | 'codeBook' | 'referenceDate' | 'outputFolder' | 'threads'
>;

async function writeList(
  database: Database,
  part: Part,
  summary: Summary,
  context: Context,
): Promise<WorklistFile> {
  const { config, codeBook, referenceDate, outputFolder } = context;
  const { fileName, title } = await named(database, part, config);
  const rows = { invalid: rowsOf(part, 'invalid'), ganda: rowsOf(part, 'ganda') };
  const template = unzipSync(
    await workbookBytes({
      language: config.language,
      title,
      referenceDate,
      codeBook,
      summary,
      rows,
    }),
  );
  const sheets = new Map(Object.entries(SHEET_FILES).map(([sheet, file]) => [file, sheet as ReturningSheet]));
  const entries = Object.entries(template).map(([name, bytes]): ZipEntry => {
    const sheet = sheets.get(name);
    if (sheet === undefined) return { name, content: [bytes] };
    const xml = Buffer.from(bytes).toString('utf8');
    const body = sheetRows(database, sheet, part.ranges[sheet], stylesOf(xml, sheet));
    return { name, content: sheetAround(xml, sheet, rows[sheet], body) };
  });
  const path = `${WORKLIST_FOLDER}/${fileName}`;
  await writeZip(join(outputFolder, path), entries, referenceDate);
  return {
    path,
    kode_kabupaten: String(part.kabupaten).padStart(4, '0'),
    kode_kecamatan: part.kecamatan === null ? null : String(part.kecamatan).padStart(6, '0'),
    rows_invalid: rows.invalid,
    rows_ganda: rows.ganda,
  };
}

function rowsOf({ ranges }: Part, sheet: ReturningSheet): number {
  return ranges[sheet].to - ranges[sheet].from + 1;
}

/**
 * Writes the work lists of every satker of the rolls: `worklists/<code>-<name>.xlsx`, mode 0600 in a folder 0700. They
 * hold whole values, for the officers who act. Reads roll, area, area_voters, finding, ganda_group.
 * @param rowLimit most rows of a sheet, the header among them
 */
export async function writeWorklists(
  context: Context,
  onShare: (share: number) => void,
  rowLimit: number = EXCEL_ROWS,
): Promise<WorklistFile[]> {
  const { database, outputFolder, threads } = context;
  await makeWorklistTables(context);
  onShare(TABLES);
  const folder = join(outputFolder, WORKLIST_FOLDER);
  await mkdir(folder, { mode: 0o700, recursive: true });
  await chmod(folder, 0o700);
  const satker = await database.rows<{ kabupaten: number }>(sql`SELECT DISTINCT kabupaten FROM (
      SELECT area_kabupaten AS kabupaten FROM area_voters UNION ALL SELECT list_kabupaten FROM worklist_invalid
    ) ORDER BY kabupaten`);
  const parts: Part[] = [];
  for (const { kabupaten } of satker) parts.push(...(await partsOf(database, kabupaten, rowLimit - 1)));
  const lists = await withSummaries(database, parts);
  const written: WorklistFile[] = [];
  const jobs = lists.map(({ part, summary }) => async (connection: Database) => {
    written.push(await writeList(connection, part, summary, context));
  });
  await doBeside(database, jobs, {
    // More than cores: a list that waits for rows or for the disk lets another's workbook be made.
    connections: 2 * Math.max(2, threads),
    onShare: (share) => onShare(TABLES + (1 - TABLES) * share),
  });
  return written.toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

/** finding, ganda_group → the work lists as files, and worklist_file: those that were written; none where the config wants none. */
export const worklists: Stage = {
  id: '90-worklists',
  reads: ['roll', 'area', 'area_voters', 'finding', 'ganda_group'],
  writes: ['worklist_file'],
  async run(context) {
    const { database, config, progress } = context;
    await database.run(sql`CREATE OR REPLACE TABLE worklist_file (path VARCHAR, kode_kabupaten VARCHAR,
      kode_kecamatan VARCHAR, rows_invalid INTEGER, rows_ganda INTEGER)`);
    const written = config.worklists ? await writeWorklists(context, progress) : [];
    for (const { path, kode_kabupaten, kode_kecamatan, rows_invalid, rows_ganda } of written)
      await database.run(
        sql`INSERT INTO worklist_file VALUES (${path}, ${kode_kabupaten}, ${kode_kecamatan}, ${rows_invalid}, ${rows_ganda})`,
      );
    const rows = written.reduce((sum, { rows_invalid, rows_ganda }) => sum + rows_invalid + rows_ganda, 0);
    return { rowsIn: rows, rowsOut: rows };
  },
};
