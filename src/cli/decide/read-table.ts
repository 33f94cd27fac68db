import { readFile } from 'node:fs/promises';
import { sha256OfFile } from '../../engine/files.ts';
import { worklistColumn } from '../../model/worklist.ts';
import { likelyDelimiter } from '../../stages/10-ingest/csv-layout.ts';
import { splitRecord } from '../../stages/10-ingest/csv-record.ts';
import {
  ANSWER_KEYS,
  type AnswerKey,
  type AnswerList,
  type AnswerRow,
  cellsOf,
  type ListProblem,
} from './answer-row.ts';

/** A remark may run over so many further lines. */
const MOST_JOINED_LINES = 20;

const KEY_COLUMNS: readonly AnswerKey[] = ['finding_keys', 'group_key', 'pair_key'];

/** Other headers of a CSV. */
const ALIASES: Readonly<Record<string, AnswerKey>> = {
  finding_key: 'finding_keys',
  hasil: 'hasil_verifikasi',
  verdict: 'hasil_verifikasi',
};

function answerKey(header: string): AnswerKey | undefined {
  const folded = header.trim().toLowerCase();
  const named = ANSWER_KEYS.find((key) => key === folded) ?? ALIASES[folded];
  if (named !== undefined) return named;
  const shown = worklistColumn('invalid', header) ?? worklistColumn('ganda', header);
  return ANSWER_KEYS.find((key) => key === shown?.key);
}

/** UTF-8 with or without a mark, UTF-16 with one, else what Windows writes. */
function decoded(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Records of a CSV text with the line they begin in; a line with an open quote is joined with those after it. */
function* recordsOf(
  text: string,
): Generator<{ readonly line: number; readonly fields: readonly string[] | 'malformed' }> {
  const lines = text.split(/\r?\n/);
  const first = lines.findIndex((line) => line.trim() !== '' && !/^sep=.$/i.test(line));
  const delimiter = likelyDelimiter(lines[first] ?? '');
  for (let at = Math.max(first, 0); at < lines.length; at += 1) {
    const line = at + 1;
    if (lines[at]?.trim() === '') continue;
    let fields = splitRecord(lines[at] ?? '', delimiter, true);
    for (let more = 1; fields === 'unclosed' && more <= MOST_JOINED_LINES; more += 1) {
      fields = splitRecord(lines.slice(at, at + more + 1).join('\n'), delimiter, true);
      if (typeof fields !== 'string') at += more;
    }
    yield { line, fields: typeof fields === 'string' ? 'malformed' : fields };
  }
}

function noColumns(line: number, column: string): ListProblem {
  return {
    code: 'kolom-tidak-ada',
    sheet: null,
    line,
    column,
    text: {
      id: 'kolom ini tidak ada di baris judul',
      en: 'this column is not in the header',
    },
  };
}

function malformed(line: number): ListProblem {
  return {
    code: 'kutip-tak-seimbang',
    sheet: null,
    line,
    column: null,
    text: { id: 'tanda kutip tidak berpasangan', en: 'a quote is not closed' },
  };
}

/** Reads decisions from a CSV or TSV with a header row; delimiter and encoding are found out. */
export async function readTable(file: string, path: string): Promise<AnswerList> {
  const rows: AnswerRow[] = [];
  const problems: ListProblem[] = [];
  let keys: (AnswerKey | undefined)[] | undefined;
  for (const { line, fields } of recordsOf(decoded(await readFile(file)))) {
    if (fields === 'malformed') {
      problems.push(malformed(line));
    } else if (keys === undefined) {
      keys = fields.map(answerKey);
      if (!keys.includes('hasil_verifikasi')) problems.push(noColumns(line, 'hasil_verifikasi'));
      if (!KEY_COLUMNS.some((key) => keys?.includes(key)))
        problems.push(noColumns(line, 'finding_key, group_key, pair_key'));
    } else {
      const cells = cellsOf(keys, fields);
      rows.push({ sheet: null, line, cells });
    }
  }
  if (keys === undefined) problems.push(noColumns(1, 'hasil_verifikasi'));
  return { path, sha256: await sha256OfFile(file), rows, problems };
}
