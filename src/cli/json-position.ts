/** A place in a text file, both from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

const STRING = /"(?:[^"\\\p{Cc}]|[\x7f-\x9f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/uy;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;
const SPACE = /[ \t\n\r]*/y;

class Stop extends Error {}

function must(done: boolean): void {
  if (!done) throw new Stop();
}

/**
 * Where a text stops being JSON (RFC 8259), or undefined when it is JSON.
 * `JSON.parse` of Node 20 tells the place only for some faults.
 */
export function jsonFault(text: string): Position | undefined {
  let at = 0;
  const skip = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found === null) return false;
    at += found[0].length;
    return true;
  };
  const sign = (character: string): boolean => {
    skip(SPACE);
    if (text[at] !== character) return false;
    at += 1;
    return true;
  };
  const member = (): void => {
    skip(SPACE);
    must(skip(STRING));
    must(sign(':'));
    value();
  };
  const members = (end: string, each: () => void): void => {
    if (sign(end)) return;
    each();
    while (sign(',')) each();
    must(sign(end));
  };
  const value = (): void => {
    if (sign('{')) members('}', member);
    else if (sign('[')) members(']', value);
    else must(skip(STRING) || skip(NUMBER) || skip(WORD));
  };
  try {
    value();
    skip(SPACE);
    must(at === text.length);
    return undefined;
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    return positionOf(text, at);
  }
}

/** Line and column of an offset. */
export function positionOf(text: string, offset: number): Position {
  const before = text.slice(0, offset);
  const line = before.split('\n').length;
  return { line, column: offset - (before.lastIndexOf('\n') + 1) + 1 };
}
