import { Calendar, dayOfIsoDate } from './calendar.ts';
import { composeHousehold } from './household.ts';
import { cohortOf, Names } from './names.ts';
import { type KabupatenPlan, type TpsPlan, tpsInUse } from './plan.ts';
import type { ProfileName } from './profiles.ts';
import { headYears, pyramid, yearRange } from './pyramid.ts';
import type { Weighted } from './random.ts';
import { type Kabupaten, readTerritory, type Territory } from './territory.ts';

/** Default birth dates by cohort, more among the old; scaled so that together they are 9.2 % (roll of 2019). */
const DEFAULT_DATES = [0.36, 0.19, 0.1, 0.05, 0.016];
const DEFAULT_DATES_WANTED = 0.092;
/** Of ordinary dates, three days in 365 are default dates by chance. */
const BY_CHANCE = 3 / 365;

export interface ProvinceRequest {
  readonly seed: number;
  readonly profile: ProfileName;
  readonly referenceDate: string;
  readonly plans: readonly KabupatenPlan[];
}

/** What all kabupaten/kota of one roll have in common; made once in each thread. */
export class Province {
  readonly request: ProvinceRequest;
  readonly calendar = new Calendar();
  readonly names = new Names();
  readonly territory: Territory;
  readonly referenceDay: number;
  readonly heads: Weighted<number>;
  /** By cohort: share of voters with a default birth date. */
  readonly defaultDates: readonly number[];
  private readonly tps = new Map<string, readonly TpsPlan[]>();

  constructor(request: ProvinceRequest) {
    this.request = request;
    this.territory = readTerritory();
    this.referenceDay = dayOfIsoDate(this.calendar, request.referenceDate);
    const { year } = this.calendar.date(this.referenceDay);
    const range = yearRange(year);
    const target = pyramid(range, (this.referenceDay - this.calendar.start(year) + 1) / 365);
    this.heads = headYears(range, target, (random, headYear, emit) => {
      for (const member of composeHousehold(random, headYear, year, range.last)) emit(member.year);
    });
    const mean = target.reduce(
      (sum, share, index) => sum + share * (DEFAULT_DATES[cohortOf(range.first + index)] ?? 0),
      0,
    );
    const wanted = (DEFAULT_DATES_WANTED - BY_CHANCE) / (1 - BY_CHANCE);
    this.defaultDates = DEFAULT_DATES.map((share) => (share * wanted) / mean);
  }

  /** @throws RangeError when it is not of Jawa Tengah */
  kabupaten(kode: string): Kabupaten {
    const found = this.territory.kabupaten.find((kabupaten) => kabupaten.kode === kode);
    if (found === undefined) throw new RangeError(`no kabupaten/kota ${kode}`);
    return found;
  }

  /** The TPS that this roll uses in a kabupaten/kota. */
  tpsOf(plan: KabupatenPlan): readonly TpsPlan[] {
    const known = this.tps.get(plan.kode);
    if (known !== undefined) return known;
    const made = tpsInUse(this.kabupaten(plan.kode), plan.rows, this.request.seed);
    this.tps.set(plan.kode, made);
    return made;
  }
}
