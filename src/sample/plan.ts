import { PROFILES, type ProfileName } from './profiles.ts';
import { hashOf, Random } from './random.ts';
import type { Desa, Kabupaten, Territory } from './territory.ts';

/** What is made for one kabupaten/kota; all numbers are known before the first row is made. */
export interface KabupatenPlan {
  readonly kode: string;
  /** Position among all kabupaten/kota of the province, from 0. */
  readonly place: number;
  /** Rows of its file. */
  readonly rows: number;
  readonly persons: number;
  /** Copies made of its persons, those that go to other kabupaten/kota included. */
  readonly copies: number;
  readonly outgoing: number;
  /** Number of its first row among all rows made. */
  readonly firstRow: number;
  /** Things that must be planted here at least once. */
  readonly forced: Forced;
}

export interface Forced {
  readonly defects: readonly string[];
  readonly errors: readonly string[];
  readonly traps: readonly string[];
  /** Faults of a whole group: an oversized TPS, a damaged file and so on. */
  readonly groups: readonly string[];
}

export const NOTHING_FORCED: Forced = { defects: [], errors: [], traps: [], groups: [] };

export interface PlanRequest {
  readonly rows: number;
  readonly seed: number;
  readonly profile: ProfileName;
  readonly kabupaten?: readonly string[];
  readonly forced?: Forced;
}

/** Taken first when the roll is too small for all 35: regency, city, small city, old codes, new kecamatan. */
const FIRST_CHOSEN = ['3301', '3374', '3319', '3371', '3322', '3309', '3372', '3329', '3305', '3315'];
const ROWS_PER_TPS = 241;

function chosen(territory: Territory, request: PlanRequest): Kabupaten[] {
  const codes = request.kabupaten;
  if (codes !== undefined) return territory.kabupaten.filter(({ kode }) => codes.includes(kode));
  const count = request.rows >= 60_000 ? territory.kabupaten.length : 3 + Math.floor(request.rows / 1700);
  const order = [...FIRST_CHOSEN, ...territory.kabupaten.map(({ kode }) => kode)];
  const taken = new Set([...new Set(order)].slice(0, count));
  return territory.kabupaten.filter(({ kode }) => taken.has(kode));
}

/** Splits a whole number in proportion to weights; the parts sum to it exactly. */
export function apportion(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((left, right) => left + right, 0);
  let seen = 0;
  let given = 0;
  return weights.map((weight) => {
    seen += weight;
    const upTo = Math.round((total * seen) / sum);
    const part = upTo - given;
    given = upTo;
    return part;
  });
}

/** The kabupaten/kota to which the n-th outgoing copy of one goes: by hash, so that both sides know it. */
export function destinationOf(seed: number, from: number, n: number, places: number): number {
  const to = hashOf(seed, 0xde57, from, n) % (places - 1);
  return to < from ? to : to + 1;
}

/**
 * Plans the files of a roll of exactly `rows` rows over the kabupaten/kota, in code order.
 * @throws RangeError when a kabupaten/kota is not of Jawa Tengah or there are too few rows
 */
export function planSample(territory: Territory, request: PlanRequest): KabupatenPlan[] {
  const list = chosen(territory, request);
  if (
    list.length === 0 ||
    (request.kabupaten !== undefined && list.length < new Set(request.kabupaten).size)
  ) {
    throw new RangeError(`not all codes are kabupaten/kota of Jawa Tengah: ${request.kabupaten?.join(', ')}`);
  }
  const profile = PROFILES[request.profile];
  const rows = apportion(
    request.rows,
    list.map(({ voters }) => voters),
  );
  const copies = rows.map((count) => Math.round(count * profile.copies));
  const outgoing = copies.map((count) => (list.length > 1 ? Math.round(count * profile.otherKabupaten) : 0));
  const incoming = list.map(() => 0);
  outgoing.forEach((count, from) => {
    for (let n = 0; n < count; n++) {
      const to = destinationOf(request.seed, from, n, list.length);
      incoming[to] = (incoming[to] ?? 0) + 1;
    }
  });
  const forced = dealForced(request.forced ?? NOTHING_FORCED, rows);
  let firstRow = 0;
  return list.map((kabupaten, index) => {
    const [made, out, target] = [copies[index] ?? 0, outgoing[index] ?? 0, rows[index] ?? 0];
    const persons = target - (made - out) - (incoming[index] ?? 0);
    const plan = {
      kode: kabupaten.kode,
      place: territory.kabupaten.indexOf(kabupaten),
      rows: target,
      persons,
      copies: made,
      outgoing: out,
      firstRow,
      forced: forced[index] ?? NOTHING_FORCED,
    };
    firstRow += persons + made;
    return plan;
  });
}

/** Rows that a file needs before a damaged last digit is seen as the file's. */
const DAMAGED_FILE_ROWS = 520;

/**
 * Deals what must be planted to the kabupaten/kota: one file of middling size is the damaged one and gets nothing
 * else, the largest gets the other group faults, and the large ones share the rest.
 */
function dealForced(forced: Forced, rows: readonly number[]): Forced[] {
  const bySize = rows.map((_, index) => index).toSorted((a, b) => (rows[b] ?? 0) - (rows[a] ?? 0));
  const wantsDamage = forced.groups.includes('damaged-file') && rows.length > 1;
  const damaged = wantsDamage
    ? bySize.findLast((index) => (rows[index] ?? 0) >= DAMAGED_FILE_ROWS)
    : undefined;
  const takers = bySize.filter((index) => index !== damaged).slice(0, 3);
  const groups = forced.groups.filter((fault) => fault !== 'damaged-file');
  return rows.map((_rows, index) => {
    if (index === damaged) return { ...NOTHING_FORCED, groups: ['damaged-file'] };
    const turn = takers.indexOf(index);
    const part = (list: readonly string[]) => list.filter((_, at) => at % takers.length === turn);
    const { defects, errors, traps } = forced;
    return {
      defects: part(defects),
      errors: part(errors),
      traps: part(traps),
      groups: turn === 0 ? groups : [],
    };
  });
}

/** One TPS in use. */
export interface TpsPlan {
  readonly desa: Desa;
  readonly tps: string;
}

/**
 * The TPS of a kabupaten/kota that a roll of so many rows uses, about 241 rows each: all of them when the roll
 * is large enough, else a few in desa spread over the kecamatan. In file order.
 */
export function tpsInUse(kabupaten: Kabupaten, rows: number, seed: number): TpsPlan[] {
  const all = kabupaten.desa.flatMap((desa) => desa.tps.map((tps) => ({ desa, tps })));
  const wanted = Math.max(1, Math.ceil(rows / ROWS_PER_TPS));
  if (wanted >= all.length) return all;
  const perDesa = wanted < 40 ? 2 : Number.POSITIVE_INFINITY;
  const random = new Random(seed, 0x7075, Number(kabupaten.kode));
  const order = kabupaten.desa.map((desa) => ({ desa, at: random.unit() })).toSorted((a, b) => a.at - b.at);
  const used = new Set<TpsPlan>();
  for (const { desa } of order) {
    const here = all.filter((plan) => plan.desa === desa).slice(0, perDesa);
    for (const plan of here) if (used.size < wanted) used.add(plan);
  }
  return all.filter((plan) => used.has(plan));
}
