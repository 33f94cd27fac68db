import { createHash } from 'node:crypto';
import { CHAIN_START, type Decision } from '../model/decision.ts';

/** SHA-256 of one line of the store, without its line break, hex. */
export function lineHash(line: string | Uint8Array): string {
  return createHash('sha256').update(line).digest('hex');
}

/**
 * Lines of a store, each with the hash of the one before as its first value.
 * @param previous hash of the last line of the store so far
 */
export function chainLines(
  decisions: readonly Decision[],
  previous: string,
): { lines: string[]; last: string } {
  let last = previous;
  const lines = decisions.map((decision) => {
    const line = JSON.stringify({ previous: last, ...decision });
    last = lineHash(line);
    return line;
  });
  return { lines, last };
}

const PREFIX = '{"previous":"';
const HASH = 64;

/** Reads a store line by line and holds each against the one before it. */
export class ChainReader {
  /** Hash of the last line that was read. */
  last = CHAIN_START;
  records = 0;

  /** Whether the line carries the hash of the one before and its own number. */
  follows(line: Uint8Array): boolean {
    const head = Buffer.from(line.subarray(0, PREFIX.length + HASH + 30)).toString('latin1');
    const number = `","seq":${this.records + 1},`;
    if (!head.startsWith(PREFIX + this.last + number)) return false;
    this.last = lineHash(line);
    this.records += 1;
    return true;
  }
}
