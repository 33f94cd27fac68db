import { HAMLETS, STREETS } from '../../rules/reference/names.ts';
import type { Calendar } from './calendar.ts';
import { composeHousehold, type Member } from './household.ts';
import { CARDS_FROM_YEAR, type Register } from './identity.ts';
import { cohortOf, type Names, type Sex } from './names.ts';
import type { TpsPlan } from './plan.ts';
import { hashOf, type Random, Weighted } from './random.ts';
import type { Row } from './row.ts';
import type { Kabupaten, Origin, Territory } from './territory.ts';

/** 1 July, 31 December, 1 January in the roll of 2019. */
const DEFAULT_DAYS = new Weighted(
  [
    [7, 1],
    [12, 31],
    [1, 1],
  ] as const,
  [5.15, 2.82, 1.24],
);
const FROM_PROVINCES = new Weighted(
  ['31', '32', '34', '35', '36', '18', '16', '12', '64', '14'],
  [10, 22, 14, 25, 7, 8, 6, 2, 3, 3],
);
const MOVED_IN_CITY = 0.25;
const MOVED_ELSEWHERE = 0.062;
/** DPT Pemilu 2024, per million voters: fisik, intelektual, mental, wicara, rungu, netra. */
const DISABILITY = new Weighted(
  ['0', '1', '2', '3', '4', '5', '6'],
  [993_372, 2_837, 368, 1_585, 744, 357, 737],
);
const REMARK = new Weighted(['', 'U', 'B'], [965, 28, 7]);
const SOURCE = new Weighted(['dpt', 'coklit', 'masyarakat', 'import', 'baru'], [880, 80, 15, 15, 10]);
const HAMLET_LIST = HAMLETS.split(/\s+/);
const STREET_LIST = STREETS.split(/\s+/).map((name) => name.replaceAll('_', ' '));

export interface PeopleSetting {
  readonly random: Random;
  readonly calendar: Calendar;
  readonly names: Names;
  readonly register: Register;
  readonly territory: Territory;
  readonly kabupaten: Kabupaten;
  readonly referenceDay: number;
  readonly heads: Weighted<number>;
  /** Share of default dates by cohort. */
  readonly defaultDates: readonly number[];
  /** Desa code → share of default dates there, where it is out of the ordinary. */
  readonly defaultDateDesa: ReadonlyMap<string, number>;
  /** Desa code → kecamatan in whose numbers its residents are registered, where it is another. */
  readonly exchangedDesa: ReadonlyMap<string, string>;
}

/** A household as rows: the same NKK, address and TPS; `members` tells who is who. */
export interface HouseholdRows {
  readonly members: readonly Member[];
  readonly rows: readonly Row[];
}

/** Makes the households of one kabupaten/kota. */
export class People {
  private readonly setting: PeopleSetting;
  private readonly now: number;
  private readonly lastBirth: number;
  private readonly lastCard: number;
  private readonly neighbours: Weighted<Origin>;

  constructor(setting: PeopleSetting) {
    this.setting = setting;
    const { calendar, referenceDay, territory, kabupaten } = setting;
    const { year, month, day } = calendar.date(referenceDay);
    this.now = year;
    this.lastBirth = calendar.day(year - 17, month, day) ?? calendar.day(year - 17, 2, 28) ?? 0;
    this.lastCard = referenceDay - 40;
    const others = territory.kabupaten.filter(({ kode }) => kode !== kabupaten.kode);
    this.neighbours = new Weighted<Origin>(
      others,
      others.map(({ voters }) => voters),
    );
  }

  /** @param room most rows wanted */
  household(place: TpsPlan, room: number): HouseholdRows {
    const { random, heads, calendar } = this.setting;
    const headYear = heads.pick(random);
    const lastYear = this.now - 17;
    const all = composeHousehold(random, headYear, this.now, lastYear).filter(
      ({ year }) => year >= this.now - 99,
    );
    const members = all.slice(0, room);
    const home = this.setting.exchangedDesa.get(place.desa.kode) ?? place.desa.kecamatan;
    const nkk = this.card(home, headYear);
    const address = this.address(place);
    const moved = random.chance(this.setting.kabupaten.city ? MOVED_IN_CITY : MOVED_ELSEWHERE) ? 0.9 : 0.022;
    let twinBirth = 0;
    const rows = members.map((member) => {
      const birth = member.role === 'twin' ? twinBirth : this.birth(member, place.desa.kode);
      if (member.role === 'child') twinBirth = birth;
      const origin = random.chance(member.role === 'child' || member.role === 'twin' ? moved * 0.4 : moved);
      const identity = this.nik(origin, home, birth, member.sex, nkk);
      const name = this.setting.names.full(random, member.sex, cohortOf(calendar.date(birth).year));
      return this.row(member, birth, identity, name, { ...address, nkk });
    });
    return { members, rows };
  }

  /** A new NIK of the kabupaten, with its area, for somebody born on that day. */
  nik(fromElsewhere: boolean, home: string, birth: number, sex: Sex, not: string): Issued {
    const { random, register, kabupaten } = this.setting;
    for (;;) {
      const origin = fromElsewhere ? this.origin() : kabupaten;
      const old = this.setting.calendar.date(birth).year < 1985 && origin.retired.length > 0;
      const area =
        old && random.chance(0.05)
          ? random.pick(origin.retired)
          : !fromElsewhere && random.chance(0.88)
            ? home
            : random.pick(origin.kecamatan);
      const nik = register.issueNik(area, birth, sex, not);
      if (nik !== undefined) return { nik, area, birthplace: origin.birthplace };
    }
  }

  /** A new NKK of the kecamatan, recorded when the head was grown. */
  card(home: string, headYear: number): string {
    const { random, calendar, register, kabupaten } = this.setting;
    const from = calendar.start(Math.max(CARDS_FROM_YEAR, headYear + 17));
    const span = Math.max(0, this.lastCard - from);
    const draw = random.unit();
    const area = random.chance(0.96) ? home : random.pick(kabupaten.kecamatan);
    return register.issueNkk(
      area,
      this.lastCard - Math.floor(draw ** 1.5 * span) - (span === 0 ? random.below(200) : 0),
    );
  }

  private origin(): Origin {
    const { random, territory } = this.setting;
    if (random.chance(0.6)) return this.neighbours.pick(random);
    return random.pick(territory.origins.get(FROM_PROVINCES.pick(random)) ?? []);
  }

  private birth(member: Member, desa: string): number {
    const { random, calendar, defaultDates, defaultDateDesa } = this.setting;
    const young = member.role === 'spouse' && member.year >= this.now - 19 && random.chance(0.004);
    const year = young ? this.now - 16 : member.year;
    const last = young ? calendar.start(year) + 300 : this.lastBirth;
    const share = defaultDateDesa.get(desa) ?? defaultDates[cohortOf(year)] ?? 0;
    for (;;) {
      const [month, date] = random.chance(share)
        ? DEFAULT_DAYS.pick(random)
        : [random.between(1, 12), random.chance(0.01) ? 15 : random.between(1, 31)];
      const birth = year === 2000 && month === 2 && date === 29 ? undefined : calendar.day(year, month, date);
      if (birth !== undefined && birth <= last) return birth;
    }
  }

  private address(place: TpsPlan): Address {
    const { random, kabupaten } = this.setting;
    const habit = hashOf(Number(place.desa.kode.replaceAll('.', ''))) % 1000;
    const street = random.chance(kabupaten.city ? 0.8 : 0.2);
    const alamat = street
      ? `JL. ${random.pick(STREET_LIST)} NO. ${random.between(1, 180)}`
      : `${random.pick(['DUSUN', 'DK.', 'DUKUH', ''])} ${random.pick(HAMLET_LIST)}`.trim();
    const noRw = habit < 45 || random.chance(0.01);
    const noRt = habit < 3 || random.chance(0.002);
    const number = Number(place.tps) % 100;
    const rw = noRw ? 0 : 1 + ((number * 3 + random.below(3)) % 12);
    const rt = noRt ? 0 : random.between(1, 7);
    return {
      alamat,
      rt: String(rt).padStart(3, '0'),
      rw: String(rw).padStart(3, '0'),
      tps: place.tps,
      kodeDesa: place.desa.kode,
    };
  }

  private row(
    member: Member,
    birth: number,
    identity: Issued,
    nama: string,
    home: Address & { nkk: string },
  ): Row {
    const { random, calendar, kabupaten } = this.setting;
    const age = this.now - member.year;
    return {
      dpid: '',
      nkk: home.nkk,
      nik: identity.nik,
      nama,
      tempatLahir: random.chance(0.97) ? identity.birthplace : kabupaten.birthplace,
      tanggalLahir: calendar.text[birth] ?? '',
      statusPerkawinan: member.marital,
      jenisKelamin: member.sex,
      alamat: home.alamat,
      rt: home.rt,
      rw: home.rw,
      disabilitas: DISABILITY.pick(random),
      ktpEl: random.chance(age <= 18 ? 0.35 : 0.004) ? 'B' : 'S',
      keterangan: REMARK.pick(random),
      sumber: SOURCE.pick(random),
      tps: home.tps,
      kodeDesa: home.kodeDesa,
      personId: 0,
      birth,
      sex: member.sex,
      area: identity.area,
      labels: '',
      fires: [],
      taken: false,
    };
  }
}

export interface Issued {
  readonly nik: string;
  readonly area: string;
  readonly birthplace: string;
}

interface Address {
  readonly alamat: string;
  readonly rt: string;
  readonly rw: string;
  readonly tps: string;
  readonly kodeDesa: string;
}
