import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { Database } from '../../engine/database.ts';
import type { CodeBook } from '../../model/parameters.ts';
import { type Answer, answerOf, type Subject, subjectsOf } from './answer.ts';
import type { AnswerList, AnswerRow, ListProblem } from './answer-row.ts';
import type { NewDecision } from './known.ts';
import { type Found, lookUp } from './lookup.ts';

/** What an import is told beside the lists. */
export interface ImportSetting {
  readonly codeBook: CodeBook;
  /** Folders of published runs in which keys are looked up, in this order. */
  readonly runs: readonly string[];
  /** Who answers, where the user said it. */
  readonly satker?: string | undefined;
  readonly corrects: boolean;
  /** ISO 8601. */
  readonly importedAt: string;
  readonly importedBy: string;
  /** YYYY-MM-DD. */
  readonly today: string;
}

/** What became of one list. Unanswered rows are those of the satker that answers. */
export interface ImportedList {
  readonly path: string;
  readonly satker: string | null;
  readonly rows: number;
  readonly answered: number;
  readonly unanswered: readonly Place[];
  /** Unanswered, although a remark, an officer or a date stands there. */
  readonly half_answered: readonly Place[];
  readonly without_officer: number;
  readonly without_date: number;
  /** Answers about rows of another satker. */
  readonly of_others: number;
  readonly problems: readonly ListProblem[];
  readonly decisions: readonly NewDecision[];
}

export interface Place {
  readonly sheet: string | null;
  readonly line: number;
}

interface Looked<T> {
  readonly item: T;
  readonly found: readonly (readonly Found[])[];
}

/** Reads the answers of a list; where anything in it is wrong, it has problems and no decisions. */
export async function importList(
  database: Database,
  list: AnswerList,
  setting: ImportSetting,
): Promise<ImportedList> {
  const empty = list.rows.filter(({ cells }) => cells.hasil_verifikasi === undefined);
  const read = list.rows
    .filter(({ cells }) => cells.hasil_verifikasi !== undefined)
    .map((row) => answerOf(row, setting));
  const problems = [...list.problems, ...read.filter(Array.isArray).flat()];
  const answers = await withFound(
    database,
    setting.runs,
    read.filter((answer): answer is Answer => !Array.isArray(answer)),
    ({ subjects }) => subjects,
  );
  problems.push(...answers.flatMap(unknownKeys));
  const satker = setting.satker ?? satkerOf(list, answers);
  const seen = seenRows(list);
  const decisions: NewDecision[] = [];
  for (const answer of answers) {
    const who = answer.item.row.cells.kode_satker?.replaceAll('.', '') ?? satker;
    if (who === undefined || !/^\d{2}(\d{2})?$/.test(who)) problems.push(unclearSatker(answer.item.row));
    else decisions.push(...decisionsOf(list, seen, answer, who, setting));
  }
  const own = await ownRows(database, setting.runs, empty, satker);
  const isRefused = problems.length > 0;
  return {
    path: list.path,
    satker: satker ?? null,
    rows: list.rows.length,
    answered: list.rows.length - empty.length,
    unanswered: own.map(place),
    half_answered: own
      .filter(({ cells }) =>
        [cells.keterangan, cells.petugas, cells.tanggal].some((cell) => cell !== undefined),
      )
      .map(place),
    without_officer: answers.filter(({ item }) => item.officer === null).length,
    without_date: answers.filter(({ item }) => item.decidedOn === null).length,
    of_others: decisions.filter((made) => !made.kode_kabupaten.startsWith(made.satker)).length,
    problems,
    decisions: isRefused ? [] : decisions,
  };
}

function place({ sheet, line }: AnswerRow): Place {
  return { sheet, line };
}

async function withFound<T>(
  database: Database,
  runs: readonly string[],
  items: readonly T[],
  subjectsIn: (item: T) => readonly Subject[],
): Promise<Looked<T>[]> {
  const subjects = items.map(subjectsIn);
  const found = await lookUp(database, runs, subjects.flat());
  let from = 0;
  return items.map((item, index) => {
    const upTo = from + (subjects[index]?.length ?? 0);
    const own = found.slice(from, upTo);
    from = upTo;
    return { item, found: own };
  });
}

function unknownKeys({ item: { row, subjects }, found }: Looked<Answer>): ListProblem[] {
  return subjects.flatMap(({ kind }, index) =>
    found[index]?.length === 0
      ? [
          {
            code: 'kunci-tidak-dikenal',
            sheet: row.sheet,
            line: row.line,
            column: { invalid: 'finding_keys', ganda: 'group_key, voter_key', pair: 'pair_key' }[kind],
            text: {
              id: 'kunci ini tidak ada dalam hasil proses yang masih tersimpan. Hapus barisnya, atau sebutkan prosesnya dengan --run',
              en: 'no run that is still kept has this key. Remove the row, or name the run with --run',
            },
          },
        ]
      : [],
  );
}

function unclearSatker(row: AnswerRow): ListProblem {
  return {
    code: 'satker-tidak-jelas',
    sheet: row.sheet,
    line: row.line,
    column: 'kode_satker',
    text: {
      id: 'tidak jelas satker mana yang menjawab. Sebutkan dengan --satker 3301, atau isi kolom kode_satker (CSV)',
      en: 'it is not clear which satker answers. Name it with --satker 3301, or fill in the column kode_satker (CSV)',
    },
  };
}

/** Who answers a list: the code that its name begins with, where it has rows of it; else the one satker of its rows. */
function satkerOf({ path }: AnswerList, answers: readonly Looked<Answer>[]): string | undefined {
  const named = /^(\d{2})\.?(\d{2})(?!\d)/.exec(basename(path));
  const areas = new Set(answers.flatMap(({ found }) => found.flat().map((row) => row.kode_kabupaten)));
  const code = named === null ? undefined : `${named[1]}${named[2]}`;
  if (code !== undefined && (areas.has(code) || areas.size === 0)) return code;
  const [only, ...others] = areas;
  return others.length === 0 ? only : undefined;
}

/** The unanswered rows on which the satker was asked; rows that no run knows count as its own. */
async function ownRows(
  database: Database,
  runs: readonly string[],
  rows: readonly AnswerRow[],
  satker: string | undefined,
): Promise<AnswerRow[]> {
  const looked = await withFound(database, runs, rows, (row) => subjectsOf(row));
  return looked
    .filter(({ found }) => {
      const areas = found.flat().map(({ kode_kabupaten }) => kode_kabupaten);
      return satker === undefined || areas.length === 0 || areas.some((area) => area.startsWith(satker));
    })
    .map(({ item }) => item);
}

/** Rows of the list by voter key, as the officer saw them. */
function seenRows({ rows }: AnswerList): ReadonlyMap<string, string> {
  return new Map(
    rows.flatMap(({ cells: { voter_key, row_fingerprint } }) =>
      voter_key === undefined || row_fingerprint === undefined ? [] : [[voter_key, row_fingerprint]],
    ),
  );
}

/** One decision for each row or finding that the answer is about. */
function decisionsOf(
  list: AnswerList,
  seen: ReadonlyMap<string, string>,
  { item: answer, found }: Looked<Answer>,
  satker: string,
  { codeBook, corrects, importedAt, importedBy }: ImportSetting,
): NewDecision[] {
  return answer.subjects.flatMap(({ kind, key }, index) => {
    const candidates = found[index] ?? [];
    const row = candidates.find(({ kode_kabupaten }) => kode_kabupaten.startsWith(satker)) ?? candidates[0];
    if (row === undefined) return [];
    const content = {
      kind: kind === 'invalid' ? ('invalid' as const) : ('ganda' as const),
      key,
      voter_key: row.voter_key,
      kode_kabupaten: row.kode_kabupaten,
      satker,
      row_fingerprint: answer.row.cells.row_fingerprint ?? row.row_fingerprint,
      verdict: answer.verdict,
      code: answer.code,
      duplicate: answer.duplicate,
      period: codeBook.id,
      remark: answer.remark,
      officer: answer.officer,
      decided_on: answer.decidedOn,
    };
    return [
      {
        imported_at: importedAt,
        imported_by: importedBy,
        source: basename(list.path),
        source_sha256: list.sha256,
        sheet: answer.row.sheet,
        line: answer.row.line,
        ...content,
        corrects: corrects || answer.verdict === 'batal',
        members: row.members,
        pairs: row.pairs.map((pair) => ({
          ...pair,
          row_fingerprint: seen.get(pair.voter_key) ?? pair.row_fingerprint,
        })),
        id: createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 32),
      },
    ];
  });
}
