import { type CopySetting, labelCopy } from './copy-damage.ts';
import { ERROR_KINDS, type ErrorGroup, type ErrorKind } from './error-kinds.ts';
import type { TpsPlan } from './plan.ts';
import { type CopyType, PROFILES, type ProfileName } from './profiles.ts';
import { Weighted } from './random.ts';
import type { Row } from './row.ts';

const BLIND_NIK = new Set(['nik-missing', 'nik-masked', 'nik-reissued']);
const KIND_BY_ID: ReadonlyMap<string, ErrorKind> = new Map(ERROR_KINDS.map((kind) => [kind.id, kind]));

/** Where a copy may lie. */
export interface CopyPlaces {
  /** A TPS of another kabupaten/kota, for a copy that goes there. */
  readonly abroad: TpsPlan | undefined;
  /** TPS in use in the own kabupaten/kota. */
  readonly own: readonly TpsPlan[];
}

/** Makes copies of persons by the mix of a profile. */
export class Copier {
  private readonly setting: CopySetting;
  private readonly profile: (typeof PROFILES)[ProfileName];
  private readonly types: Weighted<CopyType>;
  private readonly kinds = new Map<ErrorGroup, Weighted<ErrorKind>>();
  /** Error kinds that must still be planted. */
  private readonly forced: string[];

  constructor(setting: CopySetting, profile: ProfileName, forced: readonly string[]) {
    this.setting = setting;
    this.profile = PROFILES[profile];
    const { copyTypes } = this.profile;
    const types: CopyType[] = ['exact', 'nkk', 'respelled', 'fuzzy'];
    this.types = new Weighted(
      types,
      types.map((type) => copyTypes[type]),
    );
    for (const group of ['name', 'date', 'nik', 'other'] as const) {
      const kinds = ERROR_KINDS.filter((kind) => kind.group === group);
      this.kinds.set(
        group,
        new Weighted(
          kinds,
          kinds.map(({ share }) => share[profile]),
        ),
      );
    }
    this.forced = [...forced];
  }

  /** A further row of the person of `original`, without a dpid. */
  copy(original: Row, places: CopyPlaces): Row {
    const copy: Row = {
      ...original,
      labels: '',
      fires: [],
      sumber: this.setting.random.pick(['coklit', 'masyarakat', 'import', 'dpt']),
    };
    const errors: string[] = [];
    const forced = this.forced.shift();
    const wanted = this.type(forced);
    const type = wanted === 'exact' && places.abroad !== undefined ? 'nkk' : wanted;
    if (forced !== 'exact-copy') this.move(copy, places, type, errors, forced);
    if (type === 'respelled' && !this.plantForced(forced, copy, errors))
      this.plant('name', copy, errors, 'name-respelled');
    if (type === 'fuzzy') this.damage(copy, errors, forced);
    labelCopy(copy, errors.length === 0 ? ['exact-copy'] : errors);
    return copy;
  }

  private type(forced: string | undefined): CopyType {
    if (forced === undefined) return this.types.pick(this.setting.random);
    if (forced === 'exact-copy') return 'exact';
    return KIND_BY_ID.get(forced)?.group === 'place' ? 'nkk' : 'fuzzy';
  }

  private move(
    copy: Row,
    places: CopyPlaces,
    type: CopyType,
    errors: string[],
    forced: string | undefined,
  ): void {
    const { random, people, kabupaten, calendar } = this.setting;
    const headYear = calendar.date(copy.birth).year;
    if (places.abroad !== undefined) {
      this.put(copy, places.abroad);
      copy.nkk = people.card(places.abroad.desa.kecamatan, headYear);
      copy.alamat = `DUSUN ${copy.alamat.split(' ').at(-1)}`;
      errors.push('moved-kabupaten', 'nkk-changed');
      return;
    }
    const draw = forced === 'moved-tps' ? 0 : forced === 'moved-desa' ? this.profile.otherTps : random.unit();
    const before = copy.kodeDesa;
    if (draw < this.profile.otherTps) {
      const others = places.own.filter(({ desa, tps }) => desa.kode === before && tps !== copy.tps);
      if (others.length > 0) {
        copy.tps = random.pick(others).tps;
        errors.push('moved-tps');
      }
    } else if (draw < this.profile.otherTps + this.profile.otherDesa) {
      const to = random.pick(places.own);
      if (to.desa.kode !== before) {
        this.put(copy, to);
        errors.push('moved-desa');
      }
    }
    const share = { exact: 0, nkk: 1, respelled: 0.3, fuzzy: errors.includes('moved-desa') ? 0.8 : 0.25 }[
      type
    ];
    if (random.chance(share)) {
      const kecamatan = copy.kodeDesa.replaceAll('.', '').slice(0, 6);
      copy.nkk = people.card(random.chance(0.8) ? kecamatan : random.pick(kabupaten.kecamatan), headYear);
      errors.push('nkk-changed');
    }
  }

  private put(copy: Row, to: TpsPlan): void {
    const { random } = this.setting;
    copy.kodeDesa = to.desa.kode;
    copy.tps = to.tps;
    copy.rt = String(random.between(1, 7)).padStart(3, '0');
    copy.rw = String(random.between(1, 9)).padStart(3, '0');
  }

  /** NIK first, then name, date and the rest; a person stays recognisable by something. */
  private damage(copy: Row, errors: string[], forced: string | undefined): void {
    const { random } = this.setting;
    const { nameDamage, secondNameDamage, dateDamage, otherDamage, bothDamaged } = this.profile;
    const planted = this.plantForced(forced, copy, errors);
    if (!errors.some((error) => error.startsWith('nik-'))) this.plant('nik', copy, errors);
    const blind = errors.some((error) => BLIND_NIK.has(error));
    const moved = errors.includes('nkk-changed');
    const both = !blind || (!moved && random.chance(bothDamaged));
    const name = !planted && random.chance(nameDamage);
    if (name) this.plant('name', copy, errors);
    if (name && !blind && random.chance(secondNameDamage)) this.plant('name', copy, errors);
    if (!planted && (!name || both) && random.chance(dateDamage)) this.plant('date', copy, errors);
    if (random.chance(otherDamage)) this.plant('other', copy, errors);
  }

  private plantForced(forced: string | undefined, copy: Row, errors: string[]): boolean {
    const kind = forced === undefined ? undefined : KIND_BY_ID.get(forced);
    if (kind === undefined || kind.group === 'place' || kind.group === 'copy') return false;
    if (kind.apply(this.setting, copy)) errors.push(kind.id);
    else if (forced !== undefined) this.forced.push(forced);
    return errors.includes(kind.id);
  }

  private plant(group: ErrorGroup, copy: Row, errors: string[], first?: string): void {
    const start = first === undefined ? undefined : KIND_BY_ID.get(first);
    for (let attempt = 0; attempt < 8; attempt++) {
      const kind = (attempt === 0 ? start : undefined) ?? this.kinds.get(group)?.pick(this.setting.random);
      if (kind === undefined || errors.includes(kind.id) || !kind.apply(this.setting, copy)) continue;
      errors.push(kind.id);
      return;
    }
  }
}
