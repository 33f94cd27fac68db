import { type Defect, NONE, shares } from './defect.ts';
import type { Row } from './row.ts';

/** The values from nkk to sumber each one cell to the left: the NKK is lost. */
function shiftLeft(row: Row): string[] {
  row.nkk = row.nik;
  row.nik = row.nama;
  row.nama = row.tempatLahir;
  row.tempatLahir = row.tanggalLahir;
  row.tanggalLahir = row.statusPerkawinan;
  row.statusPerkawinan = row.jenisKelamin;
  row.jenisKelamin = row.alamat;
  row.alamat = row.rt;
  row.rt = row.rw;
  row.rw = row.disabilitas;
  row.disabilitas = row.ktpEl;
  row.ktpEl = row.keterangan;
  row.keterangan = '';
  const status = row.statusPerkawinan === 'P' ? [] : ['status-perkawinan-kosong-atau-salah'];
  return ['nik-bukan-angka', 'tanggal-lahir-tidak-sah', 'jenis-kelamin-kosong-atau-salah', ...status];
}

/** The values from nkk to jenis_kelamin each one cell to the right: the address is lost. */
function shiftRight(row: Row): string[] {
  row.alamat = row.jenisKelamin;
  row.jenisKelamin = row.statusPerkawinan;
  row.statusPerkawinan = row.tanggalLahir;
  row.tanggalLahir = row.tempatLahir;
  row.tempatLahir = row.nama;
  row.nama = row.nik;
  row.nik = row.nkk;
  row.nkk = '';
  const sex = row.jenisKelamin === 'P' ? [] : ['jenis-kelamin-kosong-atau-salah'];
  return [
    'nkk-kosong',
    'nama-berisi-angka',
    'tanggal-lahir-tidak-sah',
    'status-perkawinan-kosong-atau-salah',
    ...sex,
  ];
}

function threeDigits(number: number): string {
  return String(number).padStart(3, '0');
}

/** Defects of address, codes, TPS, desa, dpid and of the whole line. */
export const ROLL_DEFECTS: readonly Defect[] = [
  {
    id: 'alamat-kosong',
    share: shares(40, 30, 30),
    damage(row, { random }) {
      row.alamat = random.pick(['', '', '-', '0']);
      return NONE;
    },
  },
  {
    id: 'tps-kosong',
    share: shares(15, 3, 20),
    damage(row, { random }) {
      row.tps = random.pick(['', '', '000']);
      return NONE;
    },
  },
  {
    id: 'tps-tidak-terdaftar',
    share: shares(25, 15, 25),
    damage(row, { random, desa }) {
      const regular = desa.get(row.kodeDesa)?.tpsRegular;
      if (regular === undefined) return undefined;
      row.tps = threeDigits(regular + random.between(1, 20));
      return NONE;
    },
  },
  {
    id: 'disabilitas-di-luar-kode',
    share: shares(20, 8, 20),
    damage(row, { random }) {
      row.disabilitas = random.pick(['7', '9', 'X', 'Y']);
      return NONE;
    },
  },
  {
    id: 'ktp-el-di-luar-kode',
    share: shares(20, 8, 20),
    damage(row, { random }) {
      row.ktpEl = random.pick(['X', '1', 'Y', 'T']);
      return NONE;
    },
  },
  {
    id: 'keterangan-di-luar-kode',
    share: shares(15, 8, 20),
    damage(row, { random }) {
      row.keterangan = random.pick(['Z', '15', 'Q', '99']);
      return NONE;
    },
  },
  {
    id: 'keterangan-tms',
    share: shares(120, 120, 60),
    damage(row, { random }) {
      row.keterangan = random.pick(['1', '1', '1', '2', '4', '4', '6', '7', '8']);
      return NONE;
    },
  },
  {
    id: 'desa-tidak-dikenal',
    share: shares(10, 3, 20),
    damage(row, { random, territory }) {
      const kode = `${row.kodeDesa.slice(0, 9)}${random.pick(['2099', '2999', '1099', '3001'])}`;
      if (territory.knownDesa.has(kode.replaceAll('.', ''))) return undefined;
      row.kodeDesa = kode;
      return NONE;
    },
  },
  {
    id: 'desa-di-luar-kabupaten',
    share: shares(10, 3, 20),
    damage(row, { random, territory, kabupaten }) {
      const others = territory.kabupaten.filter(({ kode }) => kode !== kabupaten.kode);
      row.kodeDesa = random.pick(random.pick(others).desa).kode;
      row.tps = '001';
      return NONE;
    },
  },
  {
    id: 'kolom-tergeser',
    share: shares(10, 3, 20),
    damage(row, { random }) {
      if (row.labels !== '' || /[^A-Z .'-]/.test(row.nama)) return undefined;
      const exchangeable = row.jenisKelamin === 'L' && row.statusPerkawinan !== 'P';
      if (exchangeable && random.chance(0.4)) {
        row.jenisKelamin = row.statusPerkawinan;
        row.statusPerkawinan = 'L';
        return ['status-perkawinan-kosong-atau-salah', 'jenis-kelamin-kosong-atau-salah'];
      }
      return random.chance(0.6) ? shiftLeft(row) : shiftRight(row);
    },
  },
  {
    id: 'dpid-ganda',
    share: shares(15, 3, 20),
    damage(row, { other }) {
      if (other === undefined) return undefined;
      row.dpid = other.dpid;
      other.taken = true;
      return NONE;
    },
  },
];
