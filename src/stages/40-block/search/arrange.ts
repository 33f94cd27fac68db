import { sharedIntegers } from './blocks.ts';
import type { SearchRows } from './columns.ts';

const BINS = 0x10000;
const MOST_PARTS = 512;

/** Below this a part fits the cache of one core, with all its columns. */
const ROWS_PER_PART = 50_000;

/** Rows in parts, and where each part begins; the last bound is where the rows of unknown keys begin. */
export interface Arranged {
  readonly rows: SearchRows;
  readonly parts: Int32Array;
}

/** A column whose values are to be moved to their targets; the arrays are shared between threads. */
export interface MoveTask {
  readonly kind: 'move';
  readonly column: Int32Array;
  readonly target: Int32Array;
  readonly into: Int32Array;
}

export function move({ column, target, into }: MoveTask): void {
  for (let row = 0; row < column.length; row += 1) into[target[row] ?? 0] = column[row] ?? 0;
}

/**
 * Moves the rows so that those of nearly equal keys stand together, in parts of about equal size; rows of a key that
 * is unknown stand behind all parts. A search that takes rows of a block from all over the arrays waits for the memory
 * at each; within a part it does not. `keys` and `wanted` are names of parts of columns; other columns are let go.
 * `doAll` carries the tasks out, in any order.
 */
export async function arrange(
  rows: SearchRows,
  keys: readonly string[],
  wanted: readonly string[],
  doAll: (tasks: readonly MoveTask[]) => Promise<void>,
): Promise<Arranged> {
  const columns = keys.map((key) => columnOf(rows, key));
  const { partOf, parts } = partsBy(columns, rows.count);
  const target = sharedIntegers(rows.count);
  const next = parts.slice();
  for (let row = 0; row < rows.count; row += 1) {
    const part = partOf(row);
    const at = next[part] ?? 0;
    target[row] = at;
    next[part] = at + 1;
  }
  const taskOf = (column: Int32Array): MoveTask => ({
    kind: 'move',
    column,
    target: target.subarray(0, rows.count),
    into: sharedIntegers(rows.count),
  });
  const matchId = taskOf(rows.matchId);
  const moved = wanted.map((name) => [name, taskOf(columnOf(rows, name))] as const);
  await doAll([matchId, ...moved.map(([, task]) => task)]);
  return {
    parts,
    rows: {
      count: rows.count,
      matchId: matchId.into,
      identities: rows.identities,
      parts: Object.fromEntries(moved.map(([name, { into }]) => [name, into])),
    },
  };
}

function columnOf(rows: SearchRows, name: string): Int32Array {
  const column = rows.parts[name];
  if (column === undefined) throw new RangeError(`${name} was not read`);
  return column;
}

interface Parts {
  /** Part of a row; `parts.length - 1` where its key is unknown. */
  readonly partOf: (row: number) => number;
  readonly parts: Int32Array;
}

/** Parts by the first key: its values in equal bins, neighbouring bins in parts of about equal rows. */
function partsBy(keys: readonly Int32Array[], count: number): Parts {
  const [key = new Int32Array(0)] = keys;
  const isKnown = (row: number) => keys.every((column) => (column[row] ?? -1) >= 0);
  let most = 0;
  for (let row = 0; row < count; row += 1) if ((key[row] ?? 0) > most) most = key[row] ?? 0;
  const shift = Math.max(32 - Math.clz32(most) - 16, 0);
  const inBin = new Int32Array(BINS);
  let known = 0;
  for (let row = 0; row < count; row += 1) {
    if (!isKnown(row)) continue;
    const bin = (key[row] ?? 0) >>> shift;
    inBin[bin] = (inBin[bin] ?? 0) + 1;
    known += 1;
  }
  const wanted = Math.min(Math.ceil(known / ROWS_PER_PART), MOST_PARTS);
  const partOfBin = new Int32Array(BINS);
  const from = [0];
  let before = 0;
  for (let bin = 0; bin < BINS; bin += 1) {
    if (before - (from.at(-1) ?? 0) >= known / wanted && before < known) from.push(before);
    partOfBin[bin] = from.length - 1;
    before += inBin[bin] ?? 0;
  }
  const unknown = from.length;
  return {
    partOf: (row) => (isKnown(row) ? (partOfBin[(key[row] ?? 0) >>> shift] ?? 0) : unknown),
    parts: Int32Array.from([...from, known]),
  };
}
