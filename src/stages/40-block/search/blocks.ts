import { sharedIntegers } from '../../../engine/integers.ts';
import { ValueGroups } from './block-rows.ts';
import { placeOf, type SearchRows } from './columns.ts';

/** Rows ordered by block: block `b` has the rows `order[from[b]]` up to, not with, `order[from[b + 1]]`. */
export interface Blocks {
  readonly order: Int32Array;
  readonly from: Int32Array;
  /** Rows of the largest block. */
  readonly largest: number;
}

/** Rows that one task shares out. */
const ROWS_PER_RANGE = 1 << 20;

/** A part's keys fit the cache of one core. */
const ROWS_PER_PART = 16_384;
const MOST_PART_BITS = 11;

/** Parts that one task groups. */
const PARTS_PER_TASK = 32;

/** One block of so many rows, of which it is known that none will be looked into. */
export function unreadBlock(rows: number): Blocks {
  return { order: sharedIntegers(0), from: Int32Array.of(0, rows), largest: rows };
}

/** Keys of rows, by their places in a row. Rows of an equal key are of one part; there are `1 << bits`. */
interface Keys {
  readonly rows: SearchRows;
  readonly keys: readonly number[];
  readonly bits: number;
}

/** Rows `first` up to, not with, `end`: how many of them are of each part. */
export interface CountTask extends Keys {
  readonly kind: 'count';
  readonly first: number;
  readonly end: number;
}

/** Rows by part, and the integers of their keys beside them. */
interface Sorted {
  readonly order: Int32Array;
  readonly columns: readonly Int32Array[];
}

/** The same rows to be sorted by part, those of part `p` from `next[p]` on. */
export interface PlaceTask extends Keys, Sorted {
  readonly kind: 'place';
  readonly first: number;
  readonly end: number;
  readonly next: Int32Array;
}

/** Parts to be grouped by key; `bounds` are theirs. */
export interface GroupTask extends Sorted {
  readonly kind: 'group';
  readonly bounds: Int32Array;
}

export type OrderTask = CountTask | PlaceTask | GroupTask;

/**
 * Orders rows into blocks of equal keys; rows of which a part of the key is unknown are in no block. First by a hash of
 * the key, range by range, so that each range knows where its rows of each part go; then each part in the cache. Rows of
 * a block stand in ascending order, whatever the threads. `doAll` carries tasks out and gives their answers in order.
 */
export async function blocksOf(
  rows: SearchRows,
  keyNames: readonly string[],
  doAll: (tasks: readonly OrderTask[]) => Promise<Int32Array[]>,
): Promise<Blocks> {
  if (keyNames.length === 0) return oneBlock(rows.count);
  const keys = keyNames.map((name) => placeOf(rows, name));
  const bits = Math.min(Math.max(32 - Math.clz32(Math.ceil(rows.count / ROWS_PER_PART)), 1), MOST_PART_BITS);
  const shared: Keys = { rows, keys, bits };
  const ranges = rangesOf(rows.count);
  const counts = await doAll(ranges.map((range) => ({ kind: 'count', ...shared, ...range })));
  const { starts, bounds } = startsOf(counts, 1 << bits);
  const known = bounds.at(-1) ?? 0;
  const sorted: Sorted = { order: sharedIntegers(known), columns: keys.map(() => sharedIntegers(known)) };
  await doAll(
    ranges.map((range, at) => {
      const next = starts[at] ?? new Int32Array(0);
      return { kind: 'place', ...shared, ...sorted, ...range, next };
    }),
  );
  const tasks: GroupTask[] = [];
  for (let part = 0; part < 1 << bits; part += PARTS_PER_TASK)
    tasks.push({ kind: 'group', ...sorted, bounds: bounds.slice(part, part + PARTS_PER_TASK + 1) });
  return { order: sorted.order, ...fromOf(await doAll(tasks), known) };
}

function oneBlock(count: number): Blocks {
  const order = sharedIntegers(count);
  for (let row = 0; row < count; row += 1) order[row] = row;
  return { order, from: Int32Array.of(0, count), largest: count };
}

function rangesOf(count: number): { readonly first: number; readonly end: number }[] {
  return Array.from({ length: Math.ceil(count / ROWS_PER_RANGE) }, (_, range) => ({
    first: range * ROWS_PER_RANGE,
    end: Math.min((range + 1) * ROWS_PER_RANGE, count),
  }));
}

/** Where each range's rows of each part begin, and where the parts begin. */
function startsOf(
  counts: readonly Int32Array[],
  parts: number,
): { readonly starts: readonly Int32Array[]; readonly bounds: Int32Array } {
  const starts = counts.map(() => new Int32Array(parts));
  const bounds = new Int32Array(parts + 1);
  let before = 0;
  for (let part = 0; part < parts; part += 1) {
    bounds[part] = before;
    for (const [range, start] of starts.entries()) {
      start[part] = before;
      before += counts[range]?.[part] ?? 0;
    }
  }
  bounds[parts] = before;
  return { starts, bounds };
}

function fromOf(parts: readonly Int32Array[], rows: number): Pick<Blocks, 'from' | 'largest'> {
  const from = sharedIntegers(parts.reduce((sum, { length }) => sum + length, 1));
  let [blocks, largest] = [0, 0];
  for (const part of parts) {
    from.set(part, blocks);
    blocks += part.length;
  }
  from[blocks] = rows;
  for (let block = 0; block < blocks; block += 1)
    largest = Math.max(largest, (from[block + 1] ?? 0) - (from[block] ?? 0));
  return { from, largest };
}

/** Does a task: the rows of each part (`count`), nothing (`place`), or where in `order` each block begins (`group`). */
export function doOrderTask(task: OrderTask): Int32Array<ArrayBuffer> {
  if (task.kind === 'count') return countParts(task);
  if (task.kind === 'group') return groupParts(task);
  if (task.kind !== 'place') throw new RangeError('no such task');
  placeRows(task);
  return new Int32Array(0);
}

/** The part of a row; -1 where its key is unknown. */
function partOf({ rows: { values, width }, keys, bits }: Keys, row: number): number {
  let hash = 0;
  for (let key = 0; key < keys.length; key += 1) {
    const value = values[row * width + (keys[key] ?? 0)] ?? -1;
    if (value < 0) return -1;
    hash = Math.imul(hash ^ value, 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  return Math.imul(hash, 0x85ebca6b) >>> (32 - bits);
}

function countParts(task: CountTask): Int32Array<ArrayBuffer> {
  const counts = new Int32Array(1 << task.bits);
  for (let row = task.first; row < task.end; row += 1) {
    const part = partOf(task, row);
    if (part >= 0) counts[part] = (counts[part] ?? 0) + 1;
  }
  return counts;
}

function placeRows(task: PlaceTask): void {
  const { rows, keys, order, columns, next } = task;
  for (let row = task.first; row < task.end; row += 1) {
    const part = partOf(task, row);
    if (part < 0) continue;
    const at = next[part] ?? 0;
    next[part] = at + 1;
    order[at] = row;
    for (let key = 0; key < keys.length; key += 1) {
      const column = columns[key];
      if (column !== undefined) column[at] = rows.values[row * rows.width + (keys[key] ?? 0)] ?? 0;
    }
  }
}

/** Brings the rows of each part into groups by their keys, two integers at a time. */
function groupParts({ order, columns, bounds }: GroupTask): Int32Array<ArrayBuffer> {
  const groups = new ValueGroups();
  const starts: number[] = [];
  for (let part = 0; part + 1 < bounds.length; part += 1) {
    const [first, end] = [bounds[part] ?? 0, bounds[part + 1] ?? 0];
    const [high = order, low, ...others] = columns.map((column) => column.subarray(first, end));
    groups.group(end - first, high, low);
    for (const other of others) groups.group(end - first, groups.of.slice(), other);
    const rows = order.slice(first, end);
    for (let at = 0; at < rows.length; at += 1) order[first + at] = rows[groups.rows[at] ?? 0] ?? 0;
    for (let value = 0; value < groups.count; value += 1) starts.push(first + (groups.from[value] ?? 0));
  }
  return Int32Array.from(starts);
}
