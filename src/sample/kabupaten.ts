import { Copier } from './copies.ts';
import type { CopySetting } from './copy-damage.ts';
import type { Defect, DefectSetting } from './defect.ts';
import { DEFECTS } from './defects.ts';
import { damageFile, GroupFaults } from './group-faults.ts';
import { Register } from './identity.ts';
import { People } from './people.ts';
import { destinationOf, type KabupatenPlan, type TpsPlan } from './plan.ts';
import { PROFILES } from './profiles.ts';
import type { Province } from './province.ts';
import { Random, Weighted } from './random.ts';
import { dpidOf, type Row } from './row.ts';
import type { Kabupaten } from './territory.ts';
import { nameNamesake, nameSon, nameTwins, shareNik } from './traps.ts';

/** Rows of one kabupaten/kota as they come: those of its own file, and copies that go to others by place. */
export interface Sink {
  own(rows: readonly Row[]): void;
  abroad(place: number, row: Row): void;
}

/** Makes one kabupaten/kota of a planned roll, TPS by TPS. */
export class KabupatenMaker {
  private readonly province: Province;
  private readonly plan: KabupatenPlan;
  private readonly kabupaten: Kabupaten;
  private readonly random: Random;
  private readonly people: People;
  private readonly copier: Copier;
  private readonly setting: CopySetting;
  private readonly faults: GroupFaults;
  private readonly tps: readonly TpsPlan[];
  private readonly desa: DefectSetting['desa'];
  private readonly defects: Weighted<Defect>;
  private readonly forcedDefects: string[];
  private readonly forcedTraps: string[];
  /** Copies that lie in another TPS of this kabupaten/kota; written last. */
  private readonly elsewhere: Row[] = [];
  private persons = 0;
  private copies = 0;
  private copyAt = 0;

  constructor(province: Province, plan: KabupatenPlan) {
    const { seed, profile } = province.request;
    const { calendar, territory, referenceDay, heads, defaultDates, names } = province;
    this.province = province;
    this.plan = plan;
    this.kabupaten = province.kabupaten(plan.kode);
    this.random = new Random(seed, 0x6b61, Number(plan.kode));
    this.tps = province.tpsOf(plan);
    this.faults = new GroupFaults(plan, this.tps);
    this.desa = new Map(this.kabupaten.desa.map((desa) => [desa.kode, desa]));
    const { kecamatan, retired } = this.kabupaten;
    const register = new Register(this.random, calendar, [...kecamatan, ...retired], plan.place);
    const shared = {
      random: this.random,
      calendar,
      register,
      territory,
      kabupaten: this.kabupaten,
      referenceDay,
    };
    const { defaultDateDesa, exchangedDesa } = this.faults;
    this.people = new People({ ...shared, names, heads, defaultDates, defaultDateDesa, exchangedDesa });
    this.setting = { ...shared, people: this.people };
    this.copier = new Copier(this.setting, profile, plan.forced.errors);
    this.defects = new Weighted(
      DEFECTS,
      DEFECTS.map(({ share }) => share[profile]),
    );
    this.forcedDefects = [...plan.forced.defects];
    this.forcedTraps = [...plan.forced.traps];
    this.copyAt = this.nextCopy(0);
  }

  make(sink: Sink): void {
    const sizes = this.faults.sizes(this.random);
    this.tps.forEach((place, index) => {
      const rows = this.makeTps(place, sizes[index] ?? 0);
      this.plantTraps(rows);
      const all = this.addCopies(rows, sink);
      this.plantDefects(rows);
      this.faults.oversizedCard(rows);
      sink.own(this.damaged(all));
    });
    sink.own(this.damaged(this.elsewhere));
  }

  private damaged(rows: readonly Row[]): readonly Row[] {
    if (this.faults.damagedFile) for (const row of rows) damageFile(row);
    return rows;
  }

  private makeTps(place: TpsPlan, size: number): Row[] {
    const rows: Row[] = [];
    const { traps } = PROFILES[this.province.request.profile];
    while (rows.length < size) {
      const household = this.people.household(place, size - rows.length);
      const twins = nameTwins(this.random, this.province.names, household);
      if (twins) this.done('trap:twin');
      else if (this.random.chance(traps) || this.forcedTraps.length > 0) this.plantHouseholdTrap(household);
      for (const row of household.rows) {
        row.personId = this.plan.firstRow + this.persons + 1;
        row.dpid = dpidOf(this.plan.firstRow + this.persons);
        this.persons++;
        rows.push(row);
      }
    }
    return rows;
  }

  private done(trap: string): void {
    const at = this.forcedTraps.indexOf(trap);
    if (at >= 0) this.forcedTraps.splice(at, 1);
  }

  private plantHouseholdTrap(household: Parameters<typeof nameNamesake>[0]): void {
    const { names } = this.province;
    const forced = this.forcedTraps.find((trap) => trap !== 'trap:twin' && trap !== 'trap:shared-nik');
    if (forced === undefined && this.forcedTraps.length > 0) return;
    const son = forced === undefined ? this.random.chance(0.6) : forced === 'trap:father-son';
    if (son && nameSon(this.random, names, household)) this.done('trap:father-son');
    else if (!son && nameNamesake(household)) this.done('trap:namesake-household');
  }

  private plantTraps(rows: readonly Row[]): void {
    const { traps } = PROFILES[this.province.request.profile];
    const forced = this.forcedTraps.includes('trap:shared-nik');
    if (!(forced || this.random.chance(traps * rows.length * 0.12)) || rows.length < 20) return;
    const { calendar, referenceDay } = this.province;
    if (shareNik(this.random, calendar, rows, referenceDay)) this.done('trap:shared-nik');
  }

  /** Number of the person of the n-th copy: spread evenly, sometimes twice the same. */
  private nextCopy(n: number): number {
    if (n >= this.plan.copies) return Number.POSITIVE_INFINITY;
    if (n > 0 && this.random.chance(0.06)) return this.copyAt;
    return Math.floor(((n + this.random.unit()) * this.plan.persons) / this.plan.copies);
  }

  private addCopies(rows: readonly Row[], sink: Sink): Row[] {
    const all = [...rows];
    const first = this.persons - rows.length;
    while (this.copyAt < this.persons) {
      const original = this.free(rows, Math.max(0, Math.min(this.copyAt - first, rows.length - 1)));
      const n = this.copies++;
      const out = Math.floor(((n + 1) * this.plan.outgoing) / this.plan.copies);
      const goes = out > Math.floor((n * this.plan.outgoing) / this.plan.copies);
      const to = goes ? this.destination(out - 1) : undefined;
      const copy = this.copier.copy(original, { abroad: to?.tps, own: this.tps });
      original.taken = true;
      copy.dpid = dpidOf(this.plan.firstRow + this.plan.persons + n);
      if (to !== undefined) sink.abroad(to.place, copy);
      else if (copy.tps === original.tps && copy.kodeDesa === original.kodeDesa) all.push(copy);
      else this.elsewhere.push(copy);
      this.copyAt = this.nextCopy(this.copies);
    }
    return all;
  }

  /** The row at that place, or the next without a trap. */
  private free(rows: readonly Row[], at: number): Row {
    const row =
      rows.slice(at).find(({ labels }) => labels === '') ??
      rows.find(({ labels }) => labels === '') ??
      rows[at];
    if (row === undefined) throw new RangeError('a TPS without rows');
    return row;
  }

  private destination(n: number): { place: number; tps: TpsPlan } {
    const { plans, seed } = this.province.request;
    const place = destinationOf(seed, plans.indexOf(this.plan), n, plans.length);
    const plan = plans[place];
    if (plan === undefined) throw new RangeError(`no kabupaten/kota at place ${place}`);
    return { place, tps: this.random.pick(this.province.tpsOf(plan)) };
  }

  private plantDefects(rows: readonly Row[]): void {
    const { defects } = PROFILES[this.province.request.profile];
    for (const row of rows) {
      const forced = this.forcedDefects.length > 0 && this.random.chance(0.5);
      if (row.taken || !(forced || this.random.chance(defects))) continue;
      const id = forced ? this.forcedDefects[0] : undefined;
      const defect = DEFECTS.find((candidate) => candidate.id === id) ?? this.defects.pick(this.random);
      const fires = defect.damage(row, this.defectSetting(rows, row));
      if (forced) this.forcedDefects.shift();
      if (fires === undefined) {
        if (forced) this.forcedDefects.push(defect.id);
        continue;
      }
      row.fires = [defect.id, ...fires];
      row.taken = true;
    }
  }

  private defectSetting(rows: readonly Row[], row: Row): DefectSetting {
    const other = rows.find((candidate) => !candidate.taken && candidate !== row);
    const { random, calendar, people, territory, kabupaten, referenceDay } = this.setting;
    return { random, calendar, people, territory, kabupaten, referenceDay, desa: this.desa, other };
  }
}
