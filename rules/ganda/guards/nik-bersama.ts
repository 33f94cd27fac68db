import type { Guard } from '../../../src/model/ganda.ts';
import { CARD, OTHER_CARD } from '../example-rows.ts';
import { DATES_UNLIKE } from '../similarity.ts';

const guard: Guard = {
  id: 'nik-bersama',
  title: { id: 'NIK dipakai dua orang', en: 'one NIK, two people' },
  reason: {
    id: 'NIK sama, tetapi nama dan tanggal lahirnya lain: NIK salah tulis atau dipakai bersama; perlu Dukcapil. Bobot −20 mengambil kembali sebagian besar yang diberikan NIK.',
    en: 'The NIK is equal, but name and birth date differ: a NIK written wrongly or shared; a matter for Dukcapil. The weight of −20 takes back most of what the NIK has given.',
  },
  needs: ['nik', 'nama', 'tanggal_lahir'],
  when: `level_nik = 'sama'
  AND list_contains(['kata-sama', 'mirip-asing', 'mirip', 'beda'], level_nama)
  AND ${DATES_UNLIKE}`,
  weight: -20,
  examples: {
    fires: [
      {
        a: { ...CARD, nama: 'SLAMET', tanggal_lahir: '12|06|1990', nik: '3319011206900001' },
        b: { ...OTHER_CARD, nama: 'PURWANTO', tanggal_lahir: '23|09|1971', nik: '3319011206900001' },
      },
      {
        a: { nama: 'SITI AMINAH', tanggal_lahir: '12|06|1990', nik: '3319015206900001' },
        b: { nama: 'SITI ROHMAWATI', tanggal_lahir: '23|09|1971', nik: '3319015206900001' },
        because: { id: 'satu kata yang umum saja', en: 'no more than a common word' },
      },
    ],
    silent: [
      {
        a: { nama: 'SLAMET', tanggal_lahir: '12|06|1990', nik: '3319011206900001' },
        b: { nama: 'SLAMAT', tanggal_lahir: '23|09|1971', nik: '3319011206900001' },
        because: { id: 'nama mirip', en: 'like names' },
      },
      {
        a: { nama: 'SLAMET', tanggal_lahir: '12|06|1990', nik: '3319011206900001' },
        b: { nama: 'PURWANTO', tanggal_lahir: '21|06|1990', nik: '3319011206900001' },
        because: { id: 'tanggal hanya berbeda satu bagian', en: 'only one part of the date differs' },
      },
      {
        a: { nama: 'SLAMET', tanggal_lahir: '12|06|1990', nik: '3319011206900001' },
        b: { nama: 'PURWANTO', tanggal_lahir: '23|09|1971', nik: '3319011206900002' },
      },
    ],
  },
};

export default guard;
