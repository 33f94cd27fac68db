import { spell } from './name-spelling.ts';
import { ARTICLES, DEGREES_IN_PIECES, KIND, kindOf, MEANINGS } from './name-tokens.ts';

/** One token of a name. Equal objects are equal tokens; the reverse need not hold. */
export interface Token {
  /** Upper-case letters as written. */
  readonly raw: string;
  readonly spelled: string;
  /** Sum of `KIND`s. */
  readonly kind: number;
  /** What a short form means: the token SITI for ST. */
  readonly meaning: Token | undefined;
  /** The tokens that were joined into this one; none where it was written as one. */
  readonly parts: readonly Token[];
}

/** Left token → right token → both as one. */
const joined = new Map<Token, Map<Token, Token>>();
const MOST_JOINED = 400_000;
let joinedCount = 0;

/** `dotted` where the dots of a degree were written. */
export function tokenOf(raw: string, dotted = false): Token {
  const spelled = spell(raw);
  const meant = MEANINGS.get(raw) ?? MEANINGS.get(spelled);
  const kind = kindOf(raw, dotted) | kindOf(spelled);
  const meaning = meant === undefined || meant === raw ? undefined : tokenOf(meant);
  return { raw, spelled, kind, meaning, parts: [] };
}

/** The tokens as they were before any joining. */
export function unjoined(tokens: readonly Token[]): readonly Token[] {
  return tokens.flatMap((token) => (token.parts.length === 0 ? [token] : token.parts));
}

/**
 * The tokens that a key keeps, in their order: titles, degrees and patronymic words dropped, short forms in full,
 * NUR and its like joined to the next token. Never empty for a name that is not.
 */
export function arrange(tokens: readonly Token[]): readonly Token[] {
  let current = tokens;
  for (;;) {
    const next = arrangeOnce(current);
    if (next === current) return current;
    current = next;
  }
}

/** One step can open the way for another (a short form behind a title), so `arrange` repeats this. */
function arrangeOnce(tokens: readonly Token[]): readonly Token[] {
  const kinds = kindsOf(tokens);
  let arranged = tokens;
  if ((kinds & (KIND.degree | KIND.degreeEnd)) !== 0) arranged = withoutDegrees(arranged);
  if ((kinds & KIND.title) !== 0) arranged = withoutTitles(arranged);
  if ((kinds & (KIND.particle | KIND.middleParticle)) !== 0) arranged = withoutParticles(arranged);
  if ((kinds & (KIND.short | KIND.shortFirst | KIND.sitiJoined)) !== 0) arranged = expanded(arranged);
  if ((kinds & KIND.joins) !== 0) arranged = joinedTokens(arranged);
  return arranged;
}

function kindsOf(tokens: readonly Token[]): number {
  let kinds: number = KIND.plain;
  for (const token of tokens) kinds |= token.kind;
  return kinds;
}

function withoutDegrees(tokens: readonly Token[]): readonly Token[] {
  let end = tokens.length;
  for (;;) {
    const last = tokens[end - 1];
    if (last === undefined || end < 2) break;
    const pieces = (last.kind & KIND.degree) !== 0 ? 1 : piecesOfDegree(tokens, end);
    if (pieces === 0) break;
    end -= pieces;
  }
  return end === tokens.length ? tokens : tokens.slice(0, end);
}

/** How many tokens before `end` make one degree written with spaces; 0 for none. One token always stays. */
function piecesOfDegree(tokens: readonly Token[], end: number): number {
  if (((tokens[end - 1]?.kind ?? 0) & KIND.degreeEnd) === 0) return 0;
  const found = DEGREES_IN_PIECES.find(
    (pieces) =>
      pieces.length < end &&
      pieces.every((piece, index) => {
        const token = tokens[end - pieces.length + index];
        return token?.raw === piece || token?.spelled === piece;
      }),
  );
  return found?.length ?? 0;
}

function withoutTitles(tokens: readonly Token[]): readonly Token[] {
  let start = 0;
  while (start < tokens.length - 1 && ((tokens[start]?.kind ?? 0) & KIND.title) !== 0) {
    start += isSpacedTitle(tokens, start) ? 2 : 1;
  }
  return start === 0 ? tokens : tokens.slice(start);
}

/** R A KARTINI: two letters that make one title, with a name behind them. */
function isSpacedTitle(tokens: readonly Token[], start: number): boolean {
  const first = tokens[start]?.raw ?? '';
  const second = tokens[start + 1]?.raw ?? '';
  if (first.length !== 1 || second.length !== 1 || start + 2 >= tokens.length) return false;
  return (kindOf(first + second) & KIND.title) !== 0;
}

function withoutParticles(tokens: readonly Token[]): readonly Token[] {
  const kept = tokens.filter(({ kind }, index) => {
    if ((kind & KIND.particle) !== 0) return false;
    return (kind & KIND.middleParticle) === 0 || index === 0 || index === tokens.length - 1;
  });
  return kept.length === 0 || kept.length === tokens.length ? tokens : kept;
}

/** Short forms with a token behind them in full; SITIAMINAH as SITI AMINAH. */
function expanded(tokens: readonly Token[]): readonly Token[] {
  const full: Token[] = [];
  let changed = false;
  let index = -1;
  for (const token of tokens) {
    index += 1;
    const isShort = (token.kind & (index === 0 ? KIND.short | KIND.shortFirst : KIND.short)) !== 0;
    if ((token.kind & KIND.sitiJoined) !== 0) {
      full.push(...splitSiti(token));
      changed = true;
    } else if (isShort && token.meaning !== undefined && index < tokens.length - 1) {
      full.push(token.meaning);
      changed = true;
    } else {
      full.push(token);
    }
  }
  return changed ? full : tokens;
}

function splitSiti({ raw, spelled }: Token): Token[] {
  const written = (kindOf(raw) & KIND.sitiJoined) !== 0 ? raw : spelled;
  return [tokenOf('SITI'), tokenOf(written.slice('SITI'.length))];
}

/** From the end, so that TRI NUR HAYATI becomes one token. An initial is not joined. */
function joinedTokens(tokens: readonly Token[]): readonly Token[] {
  const reversed: Token[] = [];
  for (const token of tokens.toReversed()) {
    const next = reversed.pop();
    if (next === undefined) {
      reversed.push(token);
    } else if ((token.kind & KIND.joins) === 0 || next.raw.length === 1) {
      reversed.push(next, token);
    } else {
      const isArticle = token.raw === 'ABDUL' && ARTICLES.has(next.raw);
      const behind = isArticle ? (reversed.pop() ?? next) : next;
      reversed.push(joinTwo(token, behind));
    }
  }
  return reversed.length === tokens.length ? tokens : reversed.toReversed();
}

function joinTwo(left: Token, right: Token): Token {
  const known = joined.get(left)?.get(right);
  if (known !== undefined) return known;
  if (joinedCount >= MOST_JOINED) {
    joined.clear();
    joinedCount = 0;
  }
  const token = { ...tokenOf(left.raw + right.raw), parts: unjoined([left, right]) };
  const ofLeft = joined.get(left) ?? new Map<Token, Token>();
  joined.set(left, ofLeft.set(right, token));
  joinedCount += 1;
  return token;
}
