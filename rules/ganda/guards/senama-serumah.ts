import type { Guard } from '../../../src/model/ganda.ts';
import { CARD } from '../example-rows.ts';
import { DATES_APART, LIKE_NAMES, SAME_NKK } from '../similarity.ts';

const guard: Guard = {
  id: 'senama-serumah',
  title: { id: 'senama dalam satu keluarga', en: 'namesakes in one family' },
  reason: {
    id: 'Dua anggota satu keluarga dengan nama yang sama, tetapi tanggal lahir dan NIK-nya lain sama sekali. Bobot −20 mengambil kembali yang diberikan NKK dan nama.',
    en: 'Two members of one family bear the same name, but their birth dates and NIK have nothing in common. The weight of −20 takes back what NKK and name have given.',
  },
  needs: ['nama', 'nik', 'tanggal_lahir'],
  when: `${SAME_NKK}
  AND ${LIKE_NAMES}
  AND ${DATES_APART}
  AND abs(a.birth_date - b.birth_date) > 270
  AND level_nik = 'beda'`,
  weight: -20,
  examples: {
    fires: [
      {
        a: { ...CARD, nama: 'SITI AMINAH', tanggal_lahir: '12|06|1990', nik: '3319015206900001' },
        b: { ...CARD, nama: 'SITI AMINAH', tanggal_lahir: '23|09|1993', nik: '3319016309930004' },
        because: { id: 'menantu yang senama', en: 'a daughter-in-law of the same name' },
      },
    ],
    silent: [
      {
        a: { ...CARD, nama: 'SITI AMINAH', tanggal_lahir: '12|06|1990', nik: '3319015206900001' },
        b: { ...CARD, nama: 'SITI AMINAH', tanggal_lahir: '12|06|1991', nik: '3319016309930004' },
        because: {
          id: 'tanggal hanya berbeda satu bagian: mungkin NIK kedua milik orang yang sama',
          en: 'only one part of the date differs: perhaps a second NIK of one person',
        },
      },
      {
        a: { ...CARD, nama: 'SITI AMINAH', tanggal_lahir: '12|06|1990', nik: '3319015206900001' },
        b: { ...CARD, nama: 'SITI AMINAH', tanggal_lahir: '23|09|1993', nik: '' },
        because: { id: 'satu NIK tidak diketahui', en: 'one NIK is unknown' },
      },
      {
        a: { ...CARD, nama: 'SITI AMINAH', tanggal_lahir: '12|06|1990', nik: '3319015206900001' },
        b: { ...CARD, nama: 'SITI AMINAH', tanggal_lahir: '23|09|1993', nik: '3319015206900007' },
        because: { id: 'NIK hanya berbeda satu digit', en: 'the NIK differ by one digit only' },
      },
    ],
  },
};

export default guard;
