import type { Text } from '../model/text.ts';
import type { CopySetting } from './copy-damage.ts';
import {
  componentWrong,
  dayMonthSwapped,
  defaultDate,
  nikCut,
  nikDigitWrong,
  nikMasked,
  nikMissing,
  nikReissued,
  nikTransposed,
} from './copy-damage.ts';
import {
  abbreviated,
  joined,
  type NameDamage,
  partDropped,
  partsSwapped,
  respelled,
  split,
  titled,
  typo,
} from './misspell.ts';
import type { ProfileName } from './profiles.ts';
import type { Random } from './random.ts';
import type { Row } from './row.ts';

/** `place` and `copy` kinds are made by the copying itself. */
export type ErrorGroup = 'copy' | 'place' | 'name' | 'date' | 'nik' | 'other';

/** One kind of difference between two rows of one person. */
export interface ErrorKind {
  readonly id: string;
  readonly group: ErrorGroup;
  readonly meaning: Text;
  /** Share within its group, by profile. */
  readonly share: Readonly<Record<ProfileName, number>>;
  /** Damages the copy; false when this row offers no place for it. */
  readonly apply: (setting: CopySetting, copy: Row) => boolean;
}

function everywhere(share: number): Readonly<Record<ProfileName, number>> {
  return { raw2018: share, maintained2025: share, hard: share };
}

function byCopying(id: string, group: ErrorGroup, indonesian: string, english: string): ErrorKind {
  const meaning = { id: indonesian, en: english };
  return { id, group, meaning, share: everywhere(0), apply: () => true };
}

function onName(id: string, share: ErrorKind['share'], damage: NameDamage, meaning: Text): ErrorKind {
  const apply = ({ random }: { readonly random: Random }, copy: Row) => {
    const nama = damage(random, copy.nama);
    if (nama === undefined || nama === copy.nama) return false;
    copy.nama = nama;
    return true;
  };
  return { id, group: 'name', meaning, share, apply };
}

/** Every kind of planted error between two rows of one person; the ids stand in `truth.csv`. */
export const ERROR_KINDS: readonly ErrorKind[] = [
  byCopying('exact-copy', 'copy', 'salinan tanpa perbedaan isi', 'a copy without any difference'),
  byCopying('nkk-changed', 'place', 'NKK lain pada salinan', 'another NKK on the copy'),
  byCopying('moved-tps', 'place', 'TPS lain di desa yang sama', 'another TPS of the same desa'),
  byCopying(
    'moved-desa',
    'place',
    'desa lain di kabupaten/kota yang sama',
    'another desa of the same kabupaten/kota',
  ),
  byCopying('moved-kabupaten', 'place', 'kabupaten/kota lain', 'another kabupaten/kota'),
  onName('name-typo', { raw2018: 28, maintained2025: 28, hard: 30 }, typo, {
    id: 'satu atau dua huruf salah',
    en: 'one or two wrong letters',
  }),
  onName('name-respelled', { raw2018: 30, maintained2025: 34, hard: 26 }, respelled, {
    id: 'ejaan lain: ejaan lama, keluarga MUHAMMAD, huruf rangkap',
    en: 'another spelling: old spelling, the MUHAMMAD family, doubled letters',
  }),
  onName('name-abbreviated', { raw2018: 14, maintained2025: 12, hard: 12 }, abbreviated, {
    id: 'satu kata disingkat',
    en: 'one word shortened',
  }),
  onName('name-part-dropped', { raw2018: 9, maintained2025: 8, hard: 10 }, partDropped, {
    id: 'satu kata hilang',
    en: 'one word left out',
  }),
  onName('name-parts-swapped', { raw2018: 4, maintained2025: 3, hard: 6 }, partsSwapped, {
    id: 'urutan kata tertukar',
    en: 'words in another order',
  }),
  onName('name-joined', { raw2018: 6, maintained2025: 6, hard: 7 }, joined, {
    id: 'dua kata ditulis serangkai',
    en: 'two words written as one',
  }),
  onName('name-split', { raw2018: 4, maintained2025: 4, hard: 4 }, split, {
    id: 'satu kata ditulis terpisah',
    en: 'one word written as two',
  }),
  onName('name-titled', { raw2018: 5, maintained2025: 5, hard: 5 }, titled, {
    id: 'gelar ditambahkan',
    en: 'a title added',
  }),
  {
    id: 'date-day-month-swapped',
    group: 'date',
    meaning: { id: 'hari dan bulan lahir tertukar', en: 'day and month of birth exchanged' },
    share: everywhere(25),
    apply: dayMonthSwapped,
  },
  {
    id: 'date-component-wrong',
    group: 'date',
    meaning: { id: 'hari, bulan, atau tahun lahir salah', en: 'day, month or year of birth wrong' },
    share: everywhere(50),
    apply: componentWrong,
  },
  {
    id: 'date-default',
    group: 'date',
    meaning: {
      id: 'tanggal lahir baku pada salah satu baris',
      en: 'a default birth date on one of the rows',
    },
    share: everywhere(25),
    apply: defaultDate,
  },
  {
    id: 'nik-digit-wrong',
    group: 'nik',
    meaning: { id: 'satu digit NIK salah', en: 'one digit of the NIK wrong' },
    share: { raw2018: 30, maintained2025: 35, hard: 28 },
    apply: nikDigitWrong,
  },
  {
    id: 'nik-transposed',
    group: 'nik',
    meaning: { id: 'dua digit NIK bertetangga tertukar', en: 'two neighbouring digits of the NIK exchanged' },
    share: { raw2018: 12, maintained2025: 15, hard: 12 },
    apply: nikTransposed,
  },
  {
    id: 'nik-cut',
    group: 'nik',
    meaning: { id: 'NIK kurang satu digit', en: 'one digit of the NIK missing' },
    share: { raw2018: 10, maintained2025: 4, hard: 10 },
    apply: nikCut,
  },
  {
    id: 'nik-missing',
    group: 'nik',
    meaning: { id: 'NIK kosong', en: 'NIK empty' },
    share: { raw2018: 12, maintained2025: 4, hard: 12 },
    apply: nikMissing,
  },
  {
    id: 'nik-masked',
    group: 'nik',
    meaning: { id: 'NIK disamarkan dengan *', en: 'NIK masked with *' },
    share: { raw2018: 12, maintained2025: 7, hard: 14 },
    apply: nikMasked,
  },
  {
    id: 'nik-reissued',
    group: 'nik',
    meaning: {
      id: 'NIK lain yang sah: dua rekaman kependudukan',
      en: 'another valid NIK: two population records',
    },
    share: { raw2018: 24, maintained2025: 35, hard: 24 },
    apply: nikReissued,
  },
  {
    id: 'sex-flipped',
    group: 'other',
    meaning: { id: 'jenis kelamin berbeda', en: 'the other sex' },
    share: everywhere(20),
    apply: (_, copy) => {
      copy.jenisKelamin = copy.jenisKelamin === 'L' ? 'P' : 'L';
      return true;
    },
  },
  {
    id: 'birthplace-changed',
    group: 'other',
    meaning: { id: 'tempat lahir ditulis lain', en: 'place of birth written otherwise' },
    share: everywhere(50),
    apply: ({ random, kabupaten }, copy) => {
      const other = random.chance(0.4)
        ? kabupaten.birthplace
        : `${copy.tempatLahir.slice(0, 1)}${copy.tempatLahir.slice(2)}`;
      if (other === copy.tempatLahir || other.length < 3) return false;
      copy.tempatLahir = other;
      return true;
    },
  },
  {
    id: 'marital-changed',
    group: 'other',
    meaning: { id: 'status perkawinan berbeda', en: 'another marital status' },
    share: everywhere(30),
    apply: ({ random }, copy) => {
      copy.statusPerkawinan = copy.statusPerkawinan === 'S' ? 'P' : 'S';
      return random.unit() >= 0;
    },
  },
];
