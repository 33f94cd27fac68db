import { apportion, type KabupatenPlan, type TpsPlan } from './plan.ts';
import type { Random } from './random.ts';
import type { Row } from './row.ts';

/** Faults of whole groups, planted only where a sample must show every rule. */
export const GROUP_FAULTS = [
  'oversized-tps',
  'oversized-card',
  'default-date-desa',
  'exchanged-desa',
  'damaged-file',
] as const;

const OVERSIZED_TPS = 615;
const CARD_MEMBERS = 13;
const MOST_PER_TPS = 292;

/** What is out of the ordinary about the groups of one kabupaten/kota, and the sizes of its TPS. */
export class GroupFaults {
  readonly defaultDateDesa: ReadonlyMap<string, number>;
  readonly exchangedDesa: ReadonlyMap<string, string>;
  readonly damagedFile: boolean;
  private readonly plan: KabupatenPlan;
  private readonly tps: readonly TpsPlan[];
  private card: boolean;

  constructor(plan: KabupatenPlan, tps: readonly TpsPlan[]) {
    const faults = plan.forced.groups;
    this.plan = plan;
    this.tps = tps;
    this.card = faults.includes('oversized-card');
    this.damagedFile = faults.includes('damaged-file');
    const last = tps.at(-1)?.desa;
    this.defaultDateDesa = new Map(faults.includes('default-date-desa') && last ? [[last.kode, 0.45]] : []);
    const desa = [...new Set(tps.map((place) => place.desa))];
    const first = desa[0];
    const other = desa.find(({ kecamatan }) => kecamatan !== first?.kecamatan);
    const exchanged = faults.includes('exchanged-desa') && first !== undefined && other !== undefined;
    this.exchangedDesa = new Map(
      exchanged
        ? [
            [first.kode, other.kecamatan],
            [other.kode, first.kecamatan],
          ]
        : [],
    );
  }

  /** Persons of each TPS; they sum to the persons of the plan. */
  sizes(random: Random): number[] {
    const { persons, forced } = this.plan;
    const oversized =
      forced.groups.includes('oversized-tps') && persons > OVERSIZED_TPS + 2 * this.tps.length;
    const rest = oversized ? persons - OVERSIZED_TPS : persons;
    const places = oversized ? this.tps.length - 1 : this.tps.length;
    const spread = Math.max(0, Math.min(0.12, MOST_PER_TPS / (rest / places) - 1));
    const sizes = apportion(
      rest,
      Array.from({ length: places }, () => 1 - spread + 2 * spread * random.unit()),
    );
    return oversized ? [OVERSIZED_TPS, ...sizes] : sizes;
  }

  /** Puts one NKK on many rows of the first TPS that has room for it. */
  oversizedCard(rows: readonly Row[]): void {
    const members = rows.filter(({ taken }) => !taken).slice(0, CARD_MEMBERS);
    const [first] = members;
    if (!this.card || first === undefined || members.length < CARD_MEMBERS) return;
    this.card = false;
    for (const row of members) {
      if (row.nik !== first.nkk) row.nkk = first.nkk;
      row.taken = true;
    }
  }
}

/** Excel kept 15 digits of a NIK and wrote 0 for the 16th, as it does to a whole file. */
export function damageFile(row: Row): void {
  if (!/^\d{16}$/.test(row.nik)) return;
  const planted = row.fires.some((rule) => rule.startsWith('nik-') || /^(nkk-sama|kolom)/.test(rule));
  if (!planted) row.nik = `${row.nik.slice(0, 15)}0`;
  const fires = new Set(row.fires);
  if (row.nik.endsWith('0')) fires.add('nik-rusak-excel');
  if (row.nik.endsWith('0000')) fires.add('nik-nomor-urut-0000');
  row.fires = [...fires];
}
