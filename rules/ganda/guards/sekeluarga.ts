import type { Guard } from '../../../src/model/ganda.ts';
import { ONE_IN_FULL, ONE_NUMBER_OR_HOUSE } from '../similarity.ts';
import { OTHER_GIVEN_NAME } from './kembar.ts';

const guard: Guard = {
  id: 'sekeluarga',
  title: { id: 'satu telepon atau alamat, dua orang', en: 'one telephone or address, two people' },
  reason: {
    id: 'Di daftar tanpa NIK, satu keluarga memakai satu nomor telepon, surel, atau alamat. Nama depan dan tanggal lahir keduanya lain: dua orang. Bobot −20 mengambil kembali yang diberikan nomor dan alamat bersama.',
    en: 'In a list without NIK a family shares a telephone number, an e-mail address or a house. The given name and the birth date both differ: two people. The weight of −20 takes back what the shared number and address have given.',
  },
  needs: ['nama', 'tanggal_lahir'],
  when: `level_tanggal_lahir = 'beda'
  AND ${ONE_NUMBER_OR_HOUSE}
  AND ${ONE_IN_FULL}
  AND ${OTHER_GIVEN_NAME}`,
  weight: -20,
  examples: {
    fires: [
      {
        a: { nama: 'AZKA PULUNGAN', tanggal_lahir: '19|01|1942', nik: '088201313658' },
        b: { nama: 'ADITYA PULUNGAN', tanggal_lahir: '13|04|1970', nik: '088201313658' },
      },
      {
        a: { nama: 'TALIA CAHYA', tanggal_lahir: '04|10|1977', alamat: 'JL MELATI NO 3' },
        b: { nama: 'RAHMA CAHYA', tanggal_lahir: '27|11|1991', alamat: 'JL MELATI NO 3' },
      },
    ],
    silent: [
      {
        a: { nama: 'AZKA PULUNGAN', tanggal_lahir: '19|01|1942', nik: '088201313658' },
        b: { nama: 'ASKA PULUNGAN', tanggal_lahir: '13|04|1970', nik: '088201313658' },
        because: { id: 'nama depan mirip', en: 'like given names' },
      },
      {
        a: { nama: 'AZKA PULUNGAN', tanggal_lahir: '19|01|1942', nik: '088201313658' },
        b: { nama: 'ADITYA PULUNGAN', tanggal_lahir: '19|01|1924', nik: '088201313658' },
        because: { id: 'hanya tahunnya lain', en: 'only the year differs' },
      },
      {
        a: { nama: 'AZKA', tanggal_lahir: '19|01|1942', nik: '088201313658' },
        b: { nama: 'PULUNGAN', tanggal_lahir: '13|04|1970', nik: '088201313658' },
        because: { id: 'masing-masing hanya setengah nama', en: 'half a name on each side' },
      },
    ],
  },
};

export default guard;
