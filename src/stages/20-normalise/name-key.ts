import { arrange, type Token, tokenOf, unjoined } from './name-arrangement.ts';
import { DOTTED } from './name-tokens.ts';

/** Distinct texts between two spaces are about 10^5 in a province; a roll of noise must not fill the memory. */
const MOST_CHUNKS = 400_000;
/** What stands between two spaces of a name → its tokens, usually one. */
const chunks = new Map<string, readonly Token[]>();

const APOSTROPHES = /['"`´‘’‚‛“”ʹʻʼʽˈ′]+/gu;

/**
 * Match key of a name: for comparing, never for showing. Upper case without accents; titles, degrees, patronymic
 * words, punctuation and digits gone; MUHAMMAD, ABDUL, SITI and NUR in one form; spelling levelled
 * (`name-spelling.ts`); NUR, NURUL, SRI, DWI, TRI, ABDUL written together with the next token. Token order is kept.
 *
 * Titles count in front, degrees at the end, and both only where another token remains, so a name with a letter never
 * gives an empty key; a name without one gives ''. `nameKey(nameKey(x))` is `nameKey(x)`.
 * Final A and O are not merged: PUTRA and PUTRO, SUTRISNA and SUTRISNO stay apart.
 */
export function nameKey(nama: string): string {
  return arrangedTokens(nama)
    .map(({ spelled }) => spelled)
    .join(' ');
}

/** Forms of many names, one line a name in each. */
export interface KeyedNames {
  readonly keys: string;
  /** The key's tokens sorted, without spaces; '' where that is the key without spaces. */
  readonly sorted: string;
  /** The words before any joining: SRI WAHYUNI of the key SRIWAHYUNI; '' where they are the key. */
  readonly words: string;
}

/** Forms of many names at once, one a line: pieces joined once, since a string of its own for each form costs more. */
export function keyedNames(names: string): KeyedNames {
  const keys: string[] = [];
  const sorted: string[] = [];
  const words: string[] = [];
  let end = '';
  for (const name of names.split('\n')) {
    for (const pieces of [keys, sorted, words]) pieces.push(end);
    end = '\n';
    const tokens = arrangedTokens(name);
    addSpelled(keys, tokens, ' ');
    if (!isSorted(tokens)) addSpelled(sorted, tokens.toSorted(bySpelling), '');
    if (tokens.some(({ parts }) => parts.length > 0)) addSpelled(words, unjoined(tokens), ' ');
  }
  return { keys: keys.join(''), sorted: sorted.join(''), words: words.join('') };
}

function addSpelled(pieces: string[], tokens: readonly Token[], separator: string): void {
  let between = '';
  for (const { spelled } of tokens) {
    if (between !== '') pieces.push(between);
    pieces.push(spelled);
    between = separator;
  }
}

function bySpelling(left: Token, right: Token): number {
  if (left.spelled === right.spelled) return 0;
  return left.spelled < right.spelled ? -1 : 1;
}

function isSorted(tokens: readonly Token[]): boolean {
  let before = '';
  for (const { spelled } of tokens) {
    if (spelled < before) return false;
    before = spelled;
  }
  return true;
}

function arrangedTokens(nama: string): readonly Token[] {
  const tokens: Token[] = [];
  for (const text of nama.split(' ')) {
    if (text !== '') for (const token of tokensOf(text)) tokens.push(token);
  }
  return arrange(tokens);
}

function tokensOf(text: string): readonly Token[] {
  const known = chunks.get(text);
  if (known !== undefined) return known;
  const tokens = tokenise(text);
  if (chunks.size >= MOST_CHUNKS) chunks.clear();
  chunks.set(text, tokens);
  return tokens;
}

/** `S.PD` is one token, `MUH.ALI` two; O and I typed as digits become letters, other digits go. */
function tokenise(text: string): Token[] {
  if (/^[A-Z]+$/.test(text)) return [tokenOf(text)];
  const letters = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toUpperCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(APOSTROPHES, '')
    .replace(/(?<=\p{L})0|0(?=\p{L})/gu, 'O')
    .replace(/(?<=\p{L})1(?=\p{L})/gu, 'I')
    .replace(/\p{N}+/gu, '');
  return letters.split(/[^\p{L}.]+/u).flatMap((part) => {
    const joined = part.replaceAll('.', '');
    if (joined !== part && DOTTED.has(joined)) return [tokenOf(joined, true)];
    return part
      .split('.')
      .filter((piece) => piece !== '')
      .map((piece) => tokenOf(piece));
  });
}
