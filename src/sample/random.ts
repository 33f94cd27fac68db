/** One round of the 32-bit finaliser of MurmurHash3. */
function mix(value: number): number {
  let hash = value | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** A 32-bit number that depends on every label and on their order. */
export function hashOf(...labels: readonly number[]): number {
  let hash = 0x9e3779b9;
  for (const label of labels) {
    hash = mix(hash ^ (label | 0)) + 0x9e3779b9;
    hash = mix(hash ^ Math.floor(label / 0x1_0000_0000)) + 0x7f4a7c15;
  }
  return mix(hash);
}

/**
 * Seeded random numbers: xoshiro128** (Blackman and Vigna 2018), on 32-bit integers only, so that every
 * machine draws the same. Give each independent part its own labels.
 */
export class Random {
  private a: number;
  private b: number;
  private c: number;
  private d: number;

  constructor(...labels: readonly number[]) {
    this.a = hashOf(1, ...labels) | 0;
    this.b = hashOf(2, ...labels) | 0;
    this.c = hashOf(3, ...labels) | 0;
    this.d = hashOf(4, ...labels) | 1;
  }

  /** Uniform on [0, 1), a multiple of 2^-32. */
  unit(): number {
    const product = Math.imul(this.b, 5);
    const result = Math.imul((product << 7) | (product >>> 25), 9);
    const shifted = this.b << 9;
    this.c ^= this.a;
    this.d ^= this.b;
    this.b ^= this.c;
    this.a ^= this.d;
    this.c ^= shifted;
    this.d = (this.d << 11) | (this.d >>> 21);
    return (result >>> 0) / 0x1_0000_0000;
  }

  /** Uniform whole number on [0, limit). */
  below(limit: number): number {
    return Math.floor(this.unit() * limit);
  }

  /** Uniform whole number on [from, to]. */
  between(from: number, to: number): number {
    return from + Math.floor(this.unit() * (to - from + 1));
  }

  chance(probability: number): boolean {
    return this.unit() < probability;
  }

  /** @throws RangeError when there is nothing to pick. */
  pick<T>(list: readonly T[]): T {
    const picked = list[this.below(list.length)];
    if (picked === undefined) throw new RangeError('nothing to pick from');
    return picked;
  }
}

/** Weighted choice in constant time: Walker's alias method. */
export class Weighted<T extends {}> {
  private readonly items: readonly T[];
  private readonly cut: Float64Array;
  private readonly alias: Uint32Array;

  /** @throws RangeError when no weight is positive. */
  constructor(items: readonly T[], weights: readonly number[]) {
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    if (!(total > 0)) throw new RangeError('no positive weight');
    const size = items.length;
    this.items = items;
    this.cut = new Float64Array(size);
    this.alias = new Uint32Array(size);
    const scaled = weights.map((weight) => (weight * size) / total);
    const small: number[] = [];
    const large: number[] = [];
    scaled.forEach((weight, index) => void (weight < 1 ? small : large).push(index));
    while (small.length > 0 && large.length > 0) {
      const less = small.pop() ?? 0;
      const more = large.pop() ?? 0;
      this.cut[less] = scaled[less] ?? 0;
      this.alias[less] = more;
      const rest = (scaled[more] ?? 0) + (scaled[less] ?? 0) - 1;
      scaled[more] = rest;
      (rest < 1 ? small : large).push(more);
    }
    for (const index of [...small, ...large]) this.cut[index] = 1;
  }

  pick(random: Random): T {
    const place = random.unit() * this.items.length;
    const index = Math.floor(place);
    const chosen = place - index < (this.cut[index] ?? 1) ? index : (this.alias[index] ?? index);
    const item = this.items[chosen];
    if (item === undefined) throw new RangeError('nothing to pick from');
    return item;
  }
}
