import { type Defect, type DefectSetting, NONE, shares } from './defect.ts';
import type { Row } from './row.ts';

const PLACEHOLDERS = ['XXX', 'TES', 'TIDAK ADA', 'NAMA', 'KOSONG', 'TIDAK DIKETAHUI', '-', 'N/A', 'AAAA'];
const MOJIBAKE = ['Ã©', 'â€™', '\u0007', '\uFFFD', 'Ã‘', '&amp;'];

/** Gives the person another age, with a NIK that agrees; the status is left as it is. */
function putAge(row: Row, setting: DefectSetting, from: number, to: number): boolean {
  const { random, calendar, people, referenceDay } = setting;
  const { year, month, day } = calendar.date(referenceDay);
  const first = calendar.day(year - to - 1, month, Math.min(day, 28));
  const last = calendar.day(year - from, month, Math.min(day, 28));
  if (first === undefined || last === undefined) return false;
  const birth = random.between(first + 2, last - 2);
  row.birth = birth;
  row.tanggalLahir = calendar.text[birth] ?? '';
  const home = row.kodeDesa.replaceAll('.', '').slice(0, 6);
  const issued = people.nik(false, home, birth, row.sex, row.nkk);
  row.nik = issued.nik;
  row.area = issued.area;
  return true;
}

/** Defects of name, birth, sex and marital status. */
export const PERSON_DEFECTS: readonly Defect[] = [
  {
    id: 'nama-kosong',
    share: shares(8, 3, 15),
    damage(row) {
      row.nama = '';
      return NONE;
    },
  },
  {
    id: 'nama-berisi-angka',
    share: shares(30, 10, 25),
    damage(row, { random }) {
      const letter = random.pick(['O', 'I']);
      if (row.nama.includes(letter)) row.nama = row.nama.replace(letter, letter === 'O' ? '0' : '1');
      else row.nama = `${row.nama} ${random.between(2, 9)}`;
      return NONE;
    },
  },
  {
    id: 'nama-terlalu-pendek',
    share: shares(10, 6, 15),
    damage(row, { random }) {
      row.nama = random.pick(['A', 'C', 'J', 'OO', 'AI', 'NO', 'TI', 'S.']);
      return NONE;
    },
  },
  {
    id: 'nama-tidak-wajar',
    share: shares(8, 3, 15),
    damage(row, { random }) {
      row.nama = random.pick(PLACEHOLDERS);
      return NONE;
    },
  },
  {
    id: 'tempat-lahir-kosong',
    share: shares(30, 15, 25),
    damage(row, { random }) {
      row.tempatLahir = random.pick(['', '-', '0']);
      return NONE;
    },
  },
  {
    id: 'tanggal-lahir-kosong',
    share: shares(20, 4, 20),
    damage(row) {
      row.tanggalLahir = '';
      return NONE;
    },
  },
  {
    id: 'tanggal-lahir-tidak-sah',
    share: shares(70, 10, 30),
    damage(row, { random }) {
      const year = row.tanggalLahir.slice(6);
      row.tanggalLahir = random.pick([
        '00|00|0000',
        `31|02|${year}`,
        `30|02|${year}`,
        `31|11|${year}`,
        `00|07|${year}`,
        `32|01|${year}`,
      ]);
      return NONE;
    },
  },
  {
    id: 'tanggal-lahir-di-masa-depan',
    share: shares(15, 4, 20),
    damage(row, { random, calendar, referenceDay }) {
      const { year } = calendar.date(referenceDay);
      const future = Math.min(2075, year + random.between(1, 40));
      const { month, day } = calendar.date(row.birth);
      if (row.statusPerkawinan === 'B' || calendar.day(future, month, day) === undefined) return undefined;
      row.tanggalLahir = `${row.tanggalLahir.slice(0, 6)}${future}`;
      return NONE;
    },
  },
  {
    id: 'di-bawah-umur-belum-kawin',
    share: shares(45, 30, 30),
    damage(row, setting) {
      if (row.statusPerkawinan !== 'B' || !putAge(row, setting, 11, 16)) return undefined;
      row.ktpEl = 'B';
      return NONE;
    },
  },
  {
    id: 'umur-di-atas-100',
    share: shares(25, 60, 25),
    damage(row, setting) {
      return row.statusPerkawinan === 'P' && putAge(row, setting, 101, 110) ? NONE : undefined;
    },
  },
  {
    id: 'umur-di-atas-120',
    share: shares(8, 3, 15),
    damage(row, setting) {
      return row.statusPerkawinan !== 'B' && putAge(row, setting, 122, 134) ? NONE : undefined;
    },
  },
  {
    id: 'kawin-terlalu-muda',
    share: shares(10, 5, 15),
    damage(row, setting) {
      if (row.statusPerkawinan !== 'B' || !putAge(row, setting, 10, 14)) return undefined;
      row.statusPerkawinan = 'S';
      row.ktpEl = 'B';
      return NONE;
    },
  },
  {
    id: 'nik-beda-tanggal-lahir',
    share: shares(120, 60, 60),
    damage(row, { random, calendar, referenceDay }) {
      const { year, month, day } = calendar.date(row.birth);
      const other = random.pick([
        [year, day, month],
        [year, month, day === 1 ? 11 : day - 1],
        [year, 7, 1],
        [year - 1, month, day],
        [year, (month % 12) + 1, day],
      ] as const);
      const birth = calendar.day(other[0], other[1], other[2]);
      if (birth === undefined || birth === row.birth) return undefined;
      const age = calendar.age(birth, referenceDay);
      if (age < 17 || age > 100) return undefined;
      row.tanggalLahir = calendar.text[birth] ?? '';
      return NONE;
    },
  },
  {
    id: 'nik-beda-jenis-kelamin',
    share: shares(60, 30, 40),
    damage(row) {
      row.jenisKelamin = row.jenisKelamin === 'L' ? 'P' : 'L';
      return NONE;
    },
  },
  {
    id: 'jenis-kelamin-kosong-atau-salah',
    share: shares(20, 5, 20),
    damage(row, { random }) {
      row.jenisKelamin = random.pick(['', 'X', '?', '-']);
      return NONE;
    },
  },
  {
    id: 'status-perkawinan-kosong-atau-salah',
    share: shares(25, 8, 20),
    damage(row, { random }) {
      row.statusPerkawinan = random.pick(['', 'X', '?', '-']);
      return NONE;
    },
  },
  {
    id: 'teks-rusak',
    share: shares(15, 5, 20),
    damage(row, { random }) {
      const at = random.between(1, Math.max(1, row.nama.length - 2));
      row.nama = `${row.nama.slice(0, at)}${random.pick(MOJIBAKE)}${row.nama.slice(at)}`;
      return NONE;
    },
  },
];
