/** Rows ordered by block: block `b` has the places `order[from[b]]` up to, not with, `order[from[b + 1]]`. */
export interface Blocks {
  readonly order: Int32Array;
  readonly from: Int32Array;
  /** Rows of the largest block. */
  readonly largest: number;
}

const MOST_DIGIT_BITS = 11;

/** One block of so many rows, of which it is known that none will be looked into. */
export function unreadBlock(rows: number): Blocks {
  const from = sharedIntegers(2);
  from[1] = rows;
  return { order: sharedIntegers(0), from, largest: rows };
}

export function sharedIntegers(length: number): Int32Array {
  return new Int32Array(new SharedArrayBuffer(Math.max(length, 1) * 4), 0, length);
}

/** Parts to be ordered by their keys; the arrays are shared between threads. */
export interface SortTask {
  readonly kind: 'sort';
  readonly keys: readonly Int32Array[];
  readonly order: Int32Array;
  /** Bounds of the parts. */
  readonly parts: Int32Array;
}

export function sortParts({ keys, order, parts }: SortTask): void {
  const sorter = new PartSorter(order, keys);
  for (let part = 0; part + 1 < parts.length; part += 1) sorter.sort(parts[part] ?? 0, parts[part + 1] ?? 0);
}

/** Parts that one task sorts. */
const PARTS_PER_TASK = 32;

/**
 * Orders rows into blocks of equal keys, part by part: rows of one block stand in one part (see `arrange`). `keys` are
 * columns by place in the arrays, `parts` the bounds of the parts; what stands behind the last is in no block.
 * `doAll` carries the tasks out, in any order.
 */
export async function blocksOf(
  keys: readonly Int32Array[],
  parts: Int32Array,
  doAll: (tasks: readonly SortTask[]) => Promise<void>,
): Promise<Blocks> {
  const order = sharedIntegers(parts.at(-1) ?? 0);
  const tasks: SortTask[] = [];
  for (let first = 0; first + 1 < parts.length; first += PARTS_PER_TASK)
    tasks.push({ kind: 'sort', keys, order, parts: parts.slice(first, first + PARTS_PER_TASK + 1) });
  await doAll(tasks);
  return { order, ...bounds(order, keys) };
}

/** Radix sort of one part after another, least digit first. */
class PartSorter {
  readonly #order: Int32Array;
  readonly #keys: readonly Int32Array[];
  readonly #next = new Int32Array((1 << MOST_DIGIT_BITS) + 1);
  #from = new Int32Array(0);
  #to = new Int32Array(0);

  constructor(order: Int32Array, keys: readonly Int32Array[]) {
    this.#order = order;
    this.#keys = keys;
  }

  /** Puts the places `first` up to, not with, `end` into `order`, at the same places, by their keys. */
  sort(first: number, end: number): void {
    const count = end - first;
    if (this.#from.length < count) {
      this.#from = new Int32Array(count * 2);
      this.#to = new Int32Array(count * 2);
    }
    for (let at = 0; at < count; at += 1) this.#from[at] = first + at;
    for (const key of this.#keys.toReversed()) this.#sortBy(key, first, count);
    this.#order.set(this.#from.subarray(0, count), first);
  }

  #sortBy(values: Int32Array, first: number, count: number): void {
    let [least, most] = [values[first] ?? 0, values[first] ?? 0];
    for (let at = first; at < first + count; at += 1) {
      const value = values[at] ?? 0;
      if (value < least) least = value;
      if (value > most) most = value;
    }
    const bits = 32 - Math.clz32(most - least);
    for (let shift = 0; shift < bits; shift += MOST_DIGIT_BITS) {
      this.#scatter(values, count, least, shift);
      [this.#from, this.#to] = [this.#to, this.#from];
    }
  }

  #scatter(values: Int32Array, count: number, least: number, shift: number): void {
    const [from, to, next] = [this.#from, this.#to, this.#next];
    const mask = (1 << MOST_DIGIT_BITS) - 1;
    next.fill(0);
    for (let at = 0; at < count; at += 1) {
      const bucket = (((values[from[at] ?? 0] ?? 0) - least) >>> shift) & mask;
      next[bucket + 1] = (next[bucket + 1] ?? 0) + 1;
    }
    for (let bucket = 0; bucket < mask; bucket += 1)
      next[bucket + 1] = (next[bucket + 1] ?? 0) + (next[bucket] ?? 0);
    for (let at = 0; at < count; at += 1) {
      const row = from[at] ?? 0;
      const bucket = (((values[row] ?? 0) - least) >>> shift) & mask;
      const target = next[bucket] ?? 0;
      to[target] = row;
      next[bucket] = target + 1;
    }
  }
}

function bounds(order: Int32Array, keys: readonly Int32Array[]): Pick<Blocks, 'from' | 'largest'> {
  const isFirst = new Uint8Array(order.length);
  let blocks = Math.min(order.length, 1);
  isFirst.fill(1, 0, blocks);
  for (const key of keys) {
    for (let at = 0; at < order.length; at += 1) {
      if (at === 0 || key[order[at] ?? 0] === key[order[at - 1] ?? 0]) continue;
      blocks += 1 - (isFirst[at] ?? 0);
      isFirst[at] = 1;
    }
  }
  const from = sharedIntegers(blocks + 1);
  let [block, largest, begun] = [0, 0, 0];
  for (let at = 0; at < order.length; at += 1) {
    if (isFirst[at] === 0) continue;
    from[block++] = at;
    largest = Math.max(largest, at - begun);
    begun = at;
  }
  from[blocks] = order.length;
  return { from, largest: Math.max(largest, order.length - begun) };
}
