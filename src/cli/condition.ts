import type { Text } from '../model/text.ts';

interface Token {
  readonly kind: 'word' | 'name' | 'text' | 'sign';
  readonly text: string;
}

/** Words that start a query or a statement, or that read or write something else than the row. */
const FORBIDDEN_WORDS = new Set(
  (
    'select insert update delete merge truncate create drop alter copy attach detach install load use set reset pragma ' +
    'call execute prepare export import checkpoint vacuum with union intersect except values table describe show ' +
    'summarize pivot unpivot explain lateral exists into returning'
  ).split(' '),
);

/** Functions that reach outside the row, or that give another answer every night. */
const FORBIDDEN_FUNCTIONS =
  /^(read_.*|.*_scan|scan_.*|write_.*|sniff_csv|glob|getenv|getvariable|current_setting|nextval|currval|query|query_table|duckdb_.*|pragma_.*|parquet_.*|which_secret|error|random|setseed|uuid.*|gen_random_uuid|now|today|get_current_time.*|current_(date|time|timestamp|localtime|localtimestamp|user|schema.*|database.*|query)|transaction_timestamp|txid_current|version|in_search_path)$/;
const CLOCK_WORDS = /^(current_date|current_time|current_timestamp|localtime|localtimestamp|now|today)$/;

const PATTERN =
  /(?<space>\s+)|(?<text>'(?:[^']|'')*')|(?<name>"(?:[^"]|"")*")|(?<word>[\p{L}_][\p{L}\p{N}_]*)|(?<number>\d[\w.]*)|(?<comment>--|\/\*)|(?<sign>[^\s])/uy;

/**
 * Why a text is not one harmless SQL expression on a row, or undefined when it is.
 * A first fence for rules that Sisir did not ship: no statement, no subquery, no comment, no function that
 * reaches outside the row. Whether it is right SQL, DuckDB says later.
 */
export function conditionFault(condition: string): Text | undefined {
  const tokens = tokenise(condition);
  if (!Array.isArray(tokens)) return tokens;
  if (tokens.length === 0) return { id: 'syarat kosong', en: 'the condition is empty' };
  return bracketFault(tokens) ?? wordFault(tokens);
}

function tokenise(condition: string): Token[] | Text {
  const tokens: Token[] = [];
  PATTERN.lastIndex = 0;
  while (PATTERN.lastIndex < condition.length) {
    const groups = PATTERN.exec(condition)?.groups ?? {};
    const { text, name, word, number, comment, sign } = groups;
    if (comment !== undefined) return { id: 'komentar tidak diperbolehkan', en: 'comments are not allowed' };
    if (sign === "'" || sign === '"') {
      return { id: `tanda kutip ${sign} tidak ditutup`, en: `the quote ${sign} is not closed` };
    }
    if (sign === ';' || sign === '$' || sign === '?') {
      return { id: `tanda ${sign} tidak diperbolehkan`, en: `the sign ${sign} is not allowed` };
    }
    if (text !== undefined) {
      const before = tokens.at(-1);
      if (before?.kind === 'word' && before.text === 'e') {
        return {
          id: "teks berawalan E'…' tidak diperbolehkan",
          en: "texts that start with E'…' are not allowed",
        };
      }
      tokens.push({ kind: 'text', text });
    } else if (name !== undefined) {
      tokens.push({ kind: 'name', text: name.slice(1, -1).replaceAll('""', '"').toLowerCase() });
    } else if (word !== undefined) {
      tokens.push({ kind: 'word', text: word.toLowerCase() });
    } else if (number !== undefined || sign !== undefined) {
      tokens.push({ kind: 'sign', text: number ?? sign ?? '' });
    }
  }
  return tokens;
}

const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

function bracketFault(tokens: readonly Token[]): Text | undefined {
  const open: string[] = [];
  for (const { kind, text } of tokens) {
    if (kind !== 'sign') continue;
    const closing = CLOSING[text];
    if (closing !== undefined) open.push(closing);
    else if (Object.values(CLOSING).includes(text) && open.pop() !== text) return UNBALANCED;
    else if (text === ',' && open.length === 0) {
      return {
        id: 'harus satu ungkapan: koma di luar kurung',
        en: 'must be one expression: a comma outside brackets',
      };
    }
  }
  return open.length === 0 ? undefined : UNBALANCED;
}

const UNBALANCED: Text = { id: 'kurung tidak berpasangan', en: 'the brackets do not match' };

function wordFault(tokens: readonly Token[]): Text | undefined {
  for (const [index, { kind, text }] of tokens.entries()) {
    if (kind !== 'word' && kind !== 'name') continue;
    const isCall = tokens[index + 1]?.text === '(' && tokens[index + 1]?.kind === 'sign';
    if (CLOCK_WORDS.test(text) && kind === 'word') {
      return {
        id: `${text} memberi hasil lain setiap malam; pakai reference_date()`,
        en: `${text} gives another answer every night; use reference_date()`,
      };
    }
    if (isCall && FORBIDDEN_FUNCTIONS.test(text)) {
      return { id: `fungsi ${text} tidak diperbolehkan`, en: `the function ${text} is not allowed` };
    }
    const isDistinctFrom = text === 'from' && tokens[index - 1]?.text === 'distinct';
    if (kind === 'word' && (FORBIDDEN_WORDS.has(text) || (text === 'from' && !isDistinctFrom))) {
      return {
        id: `kata ${text.toUpperCase()} tidak diperbolehkan: syarat hanya membaca baris itu sendiri`,
        en: `the word ${text.toUpperCase()} is not allowed: a condition reads only the row itself`,
      };
    }
  }
  return undefined;
}
