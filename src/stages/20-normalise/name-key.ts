import { arrange, type Token, tokenOf } from './name-arrangement.ts';
import { DOTTED, KIND } from './name-tokens.ts';

/** What stands between two spaces of a name: usually one token. */
interface Chunk {
  readonly tokens: readonly Token[];
  /** Its part of the key; undefined when that depends on its neighbours. */
  readonly key: string | undefined;
}

/** Distinct chunks are about 10^5 in a province; a roll of noise must not fill the memory. */
const MOST_CHUNKS = 400_000;
const chunks = new Map<string, Chunk>();

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
  const texts = nama.split(' ');
  let key = '';
  for (const text of texts) {
    if (text === '') continue;
    const chunk = chunkOf(text);
    if (chunk.key === undefined) return arrangedKey(texts);
    if (chunk.key !== '') key = key === '' ? chunk.key : `${key} ${chunk.key}`;
  }
  return key;
}

export interface KeyedNames {
  readonly keys: string;
}

/** Keys of many names at once: one a line, in and out. */
export function keyedNames(names: string): KeyedNames {
  return { keys: names.split('\n').map(nameKey).join('\n') };
}

function chunkOf(text: string): Chunk {
  const known = chunks.get(text);
  if (known !== undefined) return known;
  const tokens = tokenise(text);
  const plain = tokens.every(({ kind }) => kind === KIND.plain);
  const chunk = { tokens, key: plain ? keyOf(tokens) : undefined };
  if (chunks.size >= MOST_CHUNKS) chunks.clear();
  chunks.set(text, chunk);
  return chunk;
}

/** `S.PD` is one token, `MUH.ALI` two; O and I typed as digits become letters, other digits go. */
function tokenise(text: string): Token[] {
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

function keyOf(tokens: readonly Token[]): string {
  let key = '';
  for (const { spelled } of tokens) key = key === '' ? spelled : `${key} ${spelled}`;
  return key;
}

function arrangedKey(texts: readonly string[]): string {
  const tokens: Token[] = [];
  for (const text of texts) {
    if (text !== '') for (const token of chunkOf(text).tokens) tokens.push(token);
  }
  return keyOf(arrange(tokens));
}
