import type { DecidedVerdict } from '../../model/decision.ts';
import type { CodeBook } from '../../model/parameters.ts';
import type { Text } from '../../model/text.ts';
import { verdictOf } from '../../model/worklist.ts';
import { dateOf } from './answer-date.ts';
import type { AnswerKey, AnswerRow, ListProblem } from './answer-row.ts';

/** Which row or finding an answer is about. */
export interface Subject {
  readonly kind: 'ganda' | 'pair' | 'invalid';
  readonly key: string;
  /** Of `ganda` only. */
  readonly voterKey: string | null;
}

/** What one row of a list says. */
export interface Answer {
  readonly row: AnswerRow;
  readonly subjects: readonly Subject[];
  readonly verdict: DecidedVerdict;
  readonly code: string | null;
  readonly duplicate: boolean;
  readonly remark: string | null;
  readonly officer: string | null;
  readonly decidedOn: string | null;
}

export interface Reading {
  /** The code-book in which TMS codes are read. */
  readonly codeBook: CodeBook;
  /** Day of the import, YYYY-MM-DD: no answer is from after it. */
  readonly today: string;
}

const WITHDRAWN = ['batal', 'withdrawn'];
/** Meaning of the TMS code of a duplicate, in every code-book. */
const DUPLICATE = 'ganda';

/** Rows and findings that a row of a list is about. */
export function subjectsOf({ cells }: AnswerRow): Subject[] {
  const { finding_keys, group_key, pair_key, voter_key } = cells;
  if (finding_keys !== undefined)
    return finding_keys.split(/\s+/).map((key) => ({ kind: 'invalid', key, voterKey: null }));
  if (group_key !== undefined && voter_key !== undefined)
    return [{ kind: 'ganda', key: group_key, voterKey: voter_key }];
  return pair_key === undefined ? [] : [{ kind: 'pair', key: pair_key, voterKey: null }];
}

function problem(row: AnswerRow, code: string, column: AnswerKey, text: Text): ListProblem {
  return { code, sheet: row.sheet, line: row.line, column, text };
}

function unreadable(row: AnswerRow): ListProblem {
  return problem(row, 'hasil-tidak-terbaca', 'hasil_verifikasi', {
    id: 'bukan salah satu pilihan. Pilih dari daftar: MS, TMS dengan kodenya, Ubah data, Bukan ganda, Tidak ditemukan',
    en: 'none of the choices. Choose from the list: MS, TMS with its code, Ubah data, Bukan ganda, Tidak ditemukan',
  });
}

function notFitting(row: AnswerRow, subject: Subject): ListProblem {
  const isPair = subject.kind === 'pair';
  return problem(row, 'hasil-tidak-berlaku', 'hasil_verifikasi', {
    id: isPair
      ? 'untuk pair_key hanya "Bukan ganda". Jawaban tentang satu baris ditulis dengan group_key dan voter_key'
      : '"Bukan ganda" bukan jawaban untuk Data Invalid. Bila sudah benar apa adanya, pilih MS',
    en: isPair
      ? 'a pair_key takes only "Bukan ganda". An answer about one row is written with group_key and voter_key'
      : '"Bukan ganda" is no answer to Data Invalid. Where it is right as it is, choose MS',
  });
}

function noKey(row: AnswerRow): ListProblem {
  return problem(row, 'kunci-kosong', row.cells.group_key === undefined ? 'group_key' : 'voter_key', {
    id: 'baris terjawab tanpa kunci. Salin barisnya utuh dari daftar kerja, juga kolom yang tersembunyi',
    en: 'an answered row without its key. Copy the whole row from the work list, hidden columns included',
  });
}

function badDate(row: AnswerRow, isLater: boolean): ListProblem {
  return isLater
    ? problem(row, 'tanggal-di-masa-depan', 'tanggal', {
        id: 'tanggal ini belum tiba. Tulis hari pemeriksaannya',
        en: 'this day has not come yet. Write the day of the verification',
      })
    : problem(row, 'tanggal-tidak-terbaca', 'tanggal', {
        id: 'bukan tanggal. Tulis sebagai hari/bulan/tahun, misalnya 22/11/2026',
        en: 'no date. Write it as day/month/year, e.g. 22/11/2026',
      });
}

function verdictIn(
  cell: string,
  codeBook: CodeBook,
): Pick<Answer, 'verdict' | 'code' | 'duplicate'> | undefined {
  if (WITHDRAWN.includes(cell.toLowerCase())) return { verdict: 'batal', code: null, duplicate: false };
  const choice = verdictOf(cell, codeBook);
  if (choice === undefined) return undefined;
  const { verdict, code } = choice;
  const meaning = code === undefined ? undefined : codeBook.tms[code]?.id;
  return { verdict, code: code ?? null, duplicate: meaning === DUPLICATE };
}

/** An answered row's answer, or everything that is wrong with it. */
export function answerOf(row: AnswerRow, { codeBook, today }: Reading): Answer | ListProblem[] {
  const { hasil_verifikasi = '', keterangan, petugas, tanggal } = row.cells;
  const problems: ListProblem[] = [];
  const subjects = subjectsOf(row);
  const verdict = verdictIn(hasil_verifikasi, codeBook);
  const [first] = subjects;
  if (first === undefined) problems.push(noKey(row));
  if (verdict === undefined) problems.push(unreadable(row));
  else if (first !== undefined && !fits(verdict.verdict, first)) problems.push(notFitting(row, first));
  const decidedOn = tanggal === undefined ? null : dateOf(tanggal);
  if (decidedOn === undefined) problems.push(badDate(row, false));
  else if (decidedOn !== null && decidedOn > today) problems.push(badDate(row, true));
  if (problems.length > 0 || verdict === undefined) return problems;
  return {
    row,
    subjects,
    ...verdict,
    remark: keterangan ?? null,
    officer: petugas ?? null,
    decidedOn: decidedOn ?? null,
  };
}

function fits(verdict: DecidedVerdict, { kind }: Subject): boolean {
  if (verdict === 'batal') return true;
  return kind === 'pair' ? verdict === 'bukan-ganda' : kind === 'ganda' || verdict !== 'bukan-ganda';
}
