import type { Database } from '../../engine/database.ts';
import { GATE_LIMITS, GATE_SUBJECTS, type Gate, type GateLimit, type GateResult } from '../../model/gates.ts';
import type { Manifest } from '../../model/manifest.ts';
import { type GateCounts, gateCounts, previousGateCounts, type SatkerCounts } from './gate-counts.ts';

type Exceeded = GateResult['exceeded'][number];
type NotAssessed = GateResult['not_assessed'][number];
type Counted = Pick<Exceeded, 'count' | 'base'>;
type Subject = Pick<Exceeded, 'gate' | 'name' | 'subject' | 'value'>;

const MOST_NAMED = 3;

/** A part of the roll that a gate looks at: one satker, or all of them together. */
interface Part {
  readonly kode_kabupaten: string | null;
  readonly nama_kabupaten: string | null;
  readonly satker: readonly SatkerCounts[];
}

export interface GateInput {
  readonly gates: readonly Gate[];
  readonly now: GateCounts;
  /** Undefined: there is no earlier run, or it cannot be read. */
  readonly previous: GateCounts | undefined;
  /** Ids of rules whose columns no input file has. */
  readonly notAssessed: readonly string[];
}

/**
 * Judges the gates of the config by the tables of the run.
 * @param previousFolder of the run that rises are taken against; undefined where there is none
 */
export async function checkGates(
  database: Database,
  gates: readonly Gate[],
  {
    rows,
    notAssessed,
    previousFolder,
  }: Pick<GateInput, 'notAssessed'> & {
    readonly rows: Manifest['rows'];
    readonly previousFolder: string | undefined;
  },
): Promise<GateResult> {
  if (gates.length === 0) return { checked: 0, exceeded: [], not_assessed: [] };
  const now = await gateCounts(database, rows);
  const previous = await previousGateCounts(database, previousFolder);
  return judgeGates({ gates, now, previous, notAssessed });
}

/** Judges every gate of the config, in its order; a satker by code. */
export function judgeGates({ gates, now, previous, notAssessed }: GateInput): GateResult {
  const exceeded: Exceeded[] = [];
  const not_assessed: NotAssessed[] = [];
  for (const [index, gate] of gates.entries()) {
    const subject = subjectOf(gate, index + 1);
    const known = { ...subject, kode_kabupaten: null, nama_kabupaten: null };
    if (subject.subject === 'rule' && notAssessed.includes(subject.value)) {
      not_assessed.push({ ...known, reason: 'rule-not-assessed' });
      continue;
    }
    for (const kode of satkerOf(gate, now)) {
      const part = partOf(now, kode);
      if (part === undefined) {
        not_assessed.push({ ...known, kode_kabupaten: kode, reason: 'satker-not-in-roll' });
        continue;
      }
      const { over, lacksPrevious } = judge(gate, subject, part, now, previous);
      exceeded.push(...over);
      if (lacksPrevious) not_assessed.push({ ...subject, ...whereOf(part), reason: 'no-previous-run' });
    }
  }
  return { checked: gates.length, exceeded, not_assessed };
}

/** Which limits of a gate a part of the roll passes. */
function judge(
  gate: Gate,
  subject: Subject,
  part: Part,
  now: GateCounts,
  previous: GateCounts | undefined,
): { readonly over: readonly Exceeded[]; readonly lacksPrevious: boolean } {
  const counted = countOf(subject, part.satker, now);
  const before = previous && partOf(previous, part.kode_kabupaten);
  const last = previous && before && countOf(subject, before.satker, previous).count;
  const wished = GATE_LIMITS.filter((limit) => gate[limit] !== undefined);
  const judged = wished.filter((limit) => last !== undefined || !isRise(limit));
  const over = judged.flatMap((limit) => {
    const allowed = gate[limit] ?? 0;
    const found = AMOUNT[limit](counted, last ?? 0);
    if (found <= allowed) return [];
    return {
      ...subject,
      ...whereOf(part),
      limit,
      allowed,
      found: Math.round(found * 1000) / 1000,
      ...counted,
      previous: isRise(limit) ? (last ?? null) : null,
      most_in: part.kode_kabupaten === null ? mostIn(subject, part.satker) : [],
    };
  });
  return { over, lacksPrevious: judged.length < wished.length };
}

function isRise(limit: GateLimit): boolean {
  return limit === 'max_rise' || limit === 'max_rise_percent';
}

function whereOf({ kode_kabupaten, nama_kabupaten }: Part): Omit<Part, 'satker'> {
  return { kode_kabupaten, nama_kabupaten };
}

function subjectOf(gate: Gate, place: number): Subject {
  for (const subject of GATE_SUBJECTS) {
    const value = gate[subject];
    if (value !== undefined) return { gate: place, name: gate.name ?? null, subject, value };
  }
  throw new RangeError(`gate ${place} counts nothing`);
}

/** Codes of the satker that a gate looks at one by one; null for all together. */
function satkerOf({ satker }: Gate, now: GateCounts): readonly (string | null)[] {
  if (satker === undefined) return [null];
  if (satker === 'each') return now.satker.map(({ kode }) => kode);
  return [satker].flat().map((kode) => kode.replace('.', ''));
}

function partOf({ satker }: GateCounts, kode: string | null): Part | undefined {
  if (kode === null) return { kode_kabupaten: null, nama_kabupaten: null, satker };
  const found = satker.find((office) => office.kode === kode);
  return found && { kode_kabupaten: kode, nama_kabupaten: found.nama, satker: [found] };
}

function countIn({ subject, value }: Subject, { counts }: SatkerCounts): number {
  return counts.get(`${subject}:${value}`) ?? 0;
}

function countOf(subject: Subject, satker: readonly SatkerCounts[], { read, rejected }: GateCounts): Counted {
  if (subject.value === 'rejected') return { count: rejected, base: read };
  const sum = (number: (office: SatkerCounts) => number) =>
    satker.reduce((total, office) => total + number(office), 0);
  return { count: sum((office) => countIn(subject, office)), base: sum(({ voters }) => voters) };
}

/** What a limit is held against. */
const AMOUNT: Readonly<Record<GateLimit, (counted: Counted, last: number) => number>> = {
  max: ({ count }) => count,
  max_per_1000: ({ count, base }) => (count * 1000) / Math.max(1, base),
  max_rise: ({ count }, last) => count - last,
  max_rise_percent: ({ count }, last) => ((count - last) * 100) / Math.max(1, last),
};

function mostIn(subject: Subject, satker: readonly SatkerCounts[]): Exceeded['most_in'] {
  return satker
    .map((office) => ({
      kode_kabupaten: office.kode,
      nama_kabupaten: office.nama,
      count: countIn(subject, office),
    }))
    .filter(({ count }) => count > 0)
    .toSorted(
      (left, right) => right.count - left.count || (left.kode_kabupaten < right.kode_kabupaten ? -1 : 1),
    )
    .slice(0, MOST_NAMED);
}
