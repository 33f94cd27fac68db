import { type Defect, errorsOfNikParts, NONE, shares } from './defect.ts';

const FALSE_NIKS = [
  '2222222222222222',
  '3333333333333333',
  '1111111111111111',
  '1212121212121212',
  '1234567890123456',
  '0000000000000000',
  '9999999999999999',
  '9876543210987654',
];

function replaced(text: string, at: number, by: string): string {
  return text.slice(0, at) + by + text.slice(at + by.length);
}

/** Defects of NIK and NKK. */
export const IDENTITY_DEFECTS: readonly Defect[] = [
  {
    id: 'nik-kosong',
    share: shares(40, 10, 30),
    damage(row) {
      row.nik = '';
      return NONE;
    },
  },
  {
    id: 'nik-bukan-16-digit',
    share: shares(60, 12, 30),
    damage(row, { random }) {
      const kind = random.below(4);
      if (kind === 0) row.nik = row.nik.slice(0, random.between(1, 2));
      else if (kind === 1) row.nik = `${row.nik}${random.below(10)}`;
      else row.nik = row.nik.slice(0, 15);
      return NONE;
    },
  },
  {
    id: 'nik-bukan-angka',
    share: shares(20, 6, 20),
    damage(row, { random }) {
      const at = row.nik.indexOf('0', 2);
      if (at >= 0 && random.chance(0.7)) row.nik = replaced(row.nik, at, 'O');
      else row.nik = replaced(row.nik, random.between(2, 15), random.pick(['I', 'l', 'S', 'B', '-', '.']));
      return NONE;
    },
  },
  {
    id: 'nik-tersamar',
    share: shares(15, 10, 20),
    damage(row, { random }) {
      row.nik = row.nik.slice(0, random.pick([4, 6, 12])).padEnd(16, '*');
      return NONE;
    },
  },
  {
    id: 'nik-pola-palsu',
    share: shares(15, 4, 15),
    damage(row, { random, territory, calendar }) {
      row.nik = random.pick(FALSE_NIKS);
      return errorsOfNikParts(row.nik, territory, calendar);
    },
  },
  {
    id: 'nik-nomor-urut-0000',
    share: shares(60, 8, 25),
    damage(row) {
      row.nik = replaced(row.nik, 12, '0000');
      return NONE;
    },
  },
  {
    id: 'nik-rusak-excel',
    share: shares(40, 6, 25),
    damage(row, { random }) {
      const exponent = row.nik.slice(1, random.pick([3, 6, 6, 6]));
      row.nik = `${row.nik.charAt(0)}.${exponent}E+15`;
      return NONE;
    },
  },
  {
    id: 'nik-wilayah-tidak-dikenal',
    share: shares(25, 5, 20),
    damage(row, { random }) {
      row.nik = replaced(row.nik, 0, random.pick(['10', '09', '39', '3300', '3350', '3399']));
      return NONE;
    },
  },
  {
    id: 'nik-kecamatan-tidak-dikenal',
    share: shares(25, 8, 20),
    damage(row, { random }) {
      row.nik = replaced(row.nik, 4, random.pick(['00', '60', '77', '88', '99']));
      return NONE;
    },
  },
  {
    id: 'nik-tanggal-tidak-sah',
    share: shares(40, 8, 25),
    damage(row, { random }) {
      if (random.chance(0.5))
        row.nik = replaced(row.nik, 8, random.pick(['00', '13', '17', '25', '31', '99']));
      else row.nik = replaced(row.nik, 6, random.pick(['00', '32', '40', '72', '99']));
      return NONE;
    },
  },
  {
    id: 'nkk-kosong',
    share: shares(40, 12, 30),
    damage(row) {
      row.nkk = '';
      return NONE;
    },
  },
  {
    id: 'nkk-bukan-16-digit',
    share: shares(50, 10, 30),
    damage(row, { random }) {
      row.nkk = random.chance(0.6) ? row.nkk.slice(0, 15) : `${row.nkk}${random.below(10)}`;
      return NONE;
    },
  },
  {
    id: 'nkk-bukan-angka',
    share: shares(15, 5, 20),
    damage(row, { random }) {
      row.nkk = replaced(row.nkk, random.between(2, 15), random.pick(['O', 'I', 'l', '-']));
      return NONE;
    },
  },
  {
    id: 'nkk-nomor-urut-0000',
    share: shares(40, 8, 25),
    damage(row, { random }) {
      row.nkk = random.chance(0.2) ? '1890000000000000' : replaced(row.nkk, 12, '0000');
      return NONE;
    },
  },
  {
    id: 'nkk-tanggal-tidak-sah',
    share: shares(40, 10, 25),
    damage(row, { random }) {
      row.nkk = replaced(row.nkk, 8, random.pick(['00', '13', '22', '45', '99']));
      return NONE;
    },
  },
  {
    id: 'nkk-wilayah-tidak-dikenal',
    share: shares(20, 5, 20),
    damage(row, { random }) {
      row.nkk = replaced(row.nkk, 0, random.pick(['10', '09', '39', '3300', '3350']));
      return NONE;
    },
  },
  {
    id: 'nkk-sama-dengan-nik',
    share: shares(20, 5, 20),
    damage(row) {
      row.nkk = row.nik;
      return NONE;
    },
  },
];
