import { stat } from 'node:fs/promises';
import { basename, extname, resolve } from 'node:path';
import { runAnchor } from '../../decisions/anchor.ts';
import { loadDecisions } from '../../decisions/load.ts';
import { settle } from '../../decisions/standing.ts';
import { openStore, verifyStore } from '../../decisions/store.ts';
import type { Database } from '../../engine/database.ts';
import { sql } from '../../engine/sql.ts';
import { errorCode } from '../unknowns.ts';
import type { AnswerList, ListProblem } from './answer-row.ts';
import { type ImportedList, type ImportSetting, importList } from './import-list.ts';
import { unknownOf } from './known.ts';
import { readTable } from './read-table.ts';
import { readWorkbook } from './read-workbook.ts';

/** What an import did, list by list. */
export interface ImportReport {
  readonly lists: readonly ReportedList[];
  /** Decisions that were added, and answers that were there already. */
  readonly added: number;
  readonly known: number;
  readonly refused: number;
  /** Records of the store afterwards. */
  readonly records: number;
  /** Rows and findings with answers that contradict each other, of all imports so far. */
  readonly conflicts: number;
}

export interface ReportedList extends Omit<ImportedList, 'decisions'> {
  readonly added: number;
  readonly known: number;
}

/**
 * Imports lists into the store of an output folder: each whole or, where anything in it is wrong, not at all.
 * Everything that is added is added at once, at the end.
 * @throws DecisionStoreError when the store is damaged
 * @throws LockedError when another import has it
 */
export async function importLists(
  database: Database,
  paths: readonly string[],
  place: { readonly out: string; readonly cwd: string },
  setting: ImportSetting,
): Promise<ImportReport> {
  const out = resolve(place.cwd, place.out);
  const writer = await openStore(out, {
    since: new Date(setting.importedAt),
    anchors: await runAnchor(resolve(out, 'latest')),
  });
  try {
    await loadDecisions(database, writer.store);
    const lists: ImportedList[] = [];
    for (const path of paths)
      lists.push(await importList(database, await readList(resolve(place.cwd, path), path), setting));
    const fresh = await unknownOf(
      database,
      lists.flatMap(({ decisions }) => decisions),
    );
    await writer.append(fresh);
    const store = await verifyStore(out);
    await loadDecisions(database, store);
    await settle(database);
    const { conflicts } = await database.row<{ conflicts: number }>(
      sql`SELECT count(*) AS conflicts FROM (SELECT DISTINCT kind, key, voter_key FROM conflict)`,
    );
    return {
      ...reported(lists, new Set(fresh.map(({ id }) => id))),
      records: store?.records ?? 0,
      conflicts,
    };
  } finally {
    await writer.release();
  }
}

function reported(
  lists: readonly ImportedList[],
  fresh: Set<string>,
): Pick<ImportReport, 'lists' | 'added' | 'known' | 'refused'> {
  const told = lists.map(({ decisions, ...list }): ReportedList => {
    let added = 0;
    for (const { id } of decisions) if (fresh.delete(id)) added += 1;
    return { ...list, added, known: decisions.length - added };
  });
  const sum = (count: (list: ReportedList) => number) => told.reduce((total, list) => total + count(list), 0);
  return {
    lists: told,
    added: sum(({ added }) => added),
    known: sum(({ known }) => known),
    refused: told.filter(({ problems }) => problems.length > 0).length,
  };
}

async function readList(file: string, path: string): Promise<AnswerList> {
  const refused = (problem: Pick<ListProblem, 'code' | 'text'>): AnswerList => ({
    path,
    sha256: '',
    rows: [],
    problems: [{ sheet: null, line: null, column: null, ...problem }],
  });
  const fault = await stat(file).then(
    (found) => (found.isFile() ? undefined : 'EISDIR'),
    (error: unknown) => errorCode(error),
  );
  if (fault !== undefined) return refused(notReadable(fault));
  switch (extname(basename(file)).toLowerCase()) {
    case '.xlsx':
      return await readWorkbook(file, path).catch(() => refused(noWorkbook()));
    case '.csv':
    case '.tsv':
    case '.txt':
      return await readTable(file, path);
    default:
      return refused(otherFormat());
  }
}

function notReadable(fault: string): Pick<ListProblem, 'code' | 'text'> {
  return {
    code: 'berkas-tidak-ada',
    text: {
      id: `tidak dapat dibaca (${fault}). Periksa nama dan izinnya`,
      en: `cannot be read (${fault}). Check its name and permissions`,
    },
  };
}

function noWorkbook(): Pick<ListProblem, 'code' | 'text'> {
  return {
    code: 'bukan-xlsx',
    text: {
      id: 'bukan buku kerja XLSX yang utuh. Buka dengan Excel atau LibreOffice, simpan lagi sebagai .xlsx, lalu impor lagi',
      en: 'no intact XLSX workbook. Open it in Excel or LibreOffice, save it as .xlsx again, then import again',
    },
  };
}

function otherFormat(): Pick<ListProblem, 'code' | 'text'> {
  return {
    code: 'format-lain',
    text: {
      id: 'jawaban dibaca dari .xlsx, .csv, atau .tsv. Simpan dalam salah satu bentuk itu',
      en: 'answers are read from .xlsx, .csv or .tsv. Save it in one of these',
    },
  };
}
