import { readFile } from 'node:fs/promises';
import { PassThrough } from 'node:stream';
import { unzipSync, zipSync } from 'fflate';
import { sha256OfFile } from '../../engine/files.ts';
import { type ReturningSheet, WORKLIST_SHEETS, worklistColumn } from '../../model/worklist.ts';
import { type SheetRow, sheetRows } from '../../stages/10-ingest/xlsx-rows.ts';
import {
  ANSWER_KEYS,
  type AnswerKey,
  type AnswerList,
  type AnswerRow,
  cellsOf,
  type ListProblem,
} from './answer-row.ts';

/** Columns without which a sheet cannot be read. */
const NEEDED: Readonly<Record<ReturningSheet, readonly AnswerKey[]>> = {
  invalid: ['hasil_verifikasi', 'finding_keys'],
  ganda: ['hasil_verifikasi', 'group_key', 'voter_key'],
};

function returningSheet(name: string): ReturningSheet | undefined {
  const folded = name.trim().toLowerCase();
  if (folded === WORKLIST_SHEETS.invalid.id.toLowerCase()) return 'invalid';
  return folded === WORKLIST_SHEETS.ganda.id.toLowerCase() ? 'ganda' : undefined;
}

function answerKey(sheet: ReturningSheet, header: string): AnswerKey | undefined {
  const key = worklistColumn(sheet, header)?.key;
  return ANSWER_KEYS.find((known) => known === key);
}

function noSheet(): ListProblem {
  const { invalid, ganda } = WORKLIST_SHEETS;
  return {
    code: 'lembar-tidak-ada',
    sheet: null,
    line: null,
    column: null,
    text: {
      id: `tidak ada lembar "${invalid.id}" atau "${ganda.id}". Kirim daftar kerja dari Sisir; nama lembarnya jangan diubah`,
      en: `there is no sheet "${invalid.en}" or "${ganda.en}". Send a work list made by Sisir; do not rename its sheets`,
    },
  };
}

function noColumns(sheet: string, line: number, missing: readonly string[]): ListProblem {
  return {
    code: 'kolom-tidak-ada',
    sheet,
    line,
    column: missing.join(', '),
    text: {
      id: 'kolom ini tidak ada di baris judul. Kolom daftar kerja, juga yang tersembunyi, jangan dihapus',
      en: 'this column is not in the header. Do not delete columns of a work list, hidden ones included',
    },
  };
}

function readingsDiffer(): ListProblem {
  return {
    code: 'xlsx-tidak-terbaca-utuh',
    sheet: null,
    line: null,
    column: null,
    text: {
      id: 'dua pembacaan tidak menemukan jumlah baris yang sama. Simpan lagi sebagai XLSX, atau kirim sebagai CSV',
      en: 'two readings did not find the same number of rows. Save it as XLSX again, or send it as CSV',
    },
  };
}

/**
 * The workbook with its sheets last in the archive: the reader takes the parts as they come, and loses its way when a
 * sheet comes before the list of sheets and the shared texts, as some programs write them.
 */
function sheetsLast(workbook: Uint8Array): Uint8Array {
  const parts = Object.entries(unzipSync(workbook));
  const isSheet = ([name]: [string, Uint8Array]) => name.startsWith('xl/worksheets/');
  const ordered = [...parts.filter((part) => !isSheet(part)), ...parts.filter(isSheet)];
  return zipSync(Object.fromEntries(ordered), { level: 0 });
}

async function rowsOf(workbook: Uint8Array): Promise<SheetRow[]> {
  const stream = new PassThrough();
  stream.end(workbook);
  const rows: SheetRow[] = [];
  for await (const row of sheetRows(stream)) rows.push(row);
  return rows;
}

/**
 * Reads a work list that came back as XLSX: sheets by name, columns by header in either language; others are left.
 * A workbook's rows stand only when two readings agree, since the reader was seen to end a sheet early.
 * @throws what a file that is no workbook makes the reader throw
 */
export async function readWorkbook(file: string, path: string): Promise<AnswerList> {
  const rows: AnswerRow[] = [];
  const problems: ListProblem[] = [];
  const workbook = sheetsLast(await readFile(file));
  const read = await rowsOf(workbook);
  if ((await rowsOf(workbook)).length !== read.length) problems.push(readingsDiffer());
  let sheet = '';
  let keys: (AnswerKey | undefined)[] | undefined;
  let returning = 0;
  for (const { sheet: name, line, cells } of read) {
    if (name !== sheet) {
      sheet = name;
      keys = undefined;
    }
    const kind = returningSheet(name);
    if (kind === undefined) continue;
    if (keys !== undefined) {
      rows.push({ sheet, line, cells: cellsOf(keys, cells) });
      continue;
    }
    returning += 1;
    keys = cells.map((header) => answerKey(kind, header));
    const missing = NEEDED[kind].filter((key) => keys?.includes(key) !== true);
    if (missing.length > 0) problems.push(noColumns(name, line, missing));
  }
  if (returning === 0) problems.push(noSheet());
  return { path, sha256: await sha256OfFile(file), rows, problems };
}
