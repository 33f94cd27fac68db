import type { Guard } from '../../../src/model/ganda.ts';
import { CARD } from '../example-rows.ts';
import { NIK_FOLLOW, SAME_DATE, SAME_NKK } from '../similarity.ts';

const guard: Guard = {
  id: 'nik-berurutan',
  title: { id: 'nama mirip dengan NIK berurutan', en: 'like names with NIK in sequence' },
  reason: {
    id: 'Satu keluarga, lahir pada hari yang sama, nama hampir sama, dan NIK berurutan: bisa kembar yang namanya mirip (NOVI dan NOVITA), bisa satu orang dengan NIK kedua. Bobot −10 menyerahkan pasangan itu kepada petugas (tinjau), tanpa meniadakannya.',
    en: 'One family, born on one day, nearly the same name, and NIK in sequence: perhaps twins with like names (NOVI and NOVITA), perhaps one person with a second NIK. The weight of −10 leaves the pair to the officer (tinjau) without ruling it out.',
  },
  needs: ['nama'],
  when: `${SAME_NKK} AND ${SAME_DATE}
  AND list_contains(['satu-huruf', 'dua-huruf', 'satu-kata-mirip', 'mirip'], level_nama)
  AND ${NIK_FOLLOW}`,
  weight: -10,
  examples: {
    fires: [
      {
        a: { ...CARD, nama: 'NOVITA WAHYUNI', tanggal_lahir: '12|06|1990', nik: '3319015206900002' },
        b: { ...CARD, nama: 'NOVI WAHYUNI', tanggal_lahir: '12|06|1990', nik: '3319015206900004' },
      },
      {
        a: { ...CARD, nama: 'SUTRISNO', tanggal_lahir: '12|06|1990', nik: '3319011206900001' },
        b: { ...CARD, nama: 'SUTRISMO', tanggal_lahir: '12|06|1990', nik: '3319011206900002' },
        because: {
          id: 'mungkin salah ketik; NIK kedua yang berurutan perlu dilihat petugas',
          en: 'perhaps mistyped; the second NIK in sequence is for an officer to look at',
        },
      },
    ],
    silent: [
      {
        a: { ...CARD, nama: 'NOVITA WAHYUNI', tanggal_lahir: '12|06|1990', nik: '3319015206900002' },
        b: { ...CARD, nama: 'NOVI WAHYUNI', tanggal_lahir: '12|06|1990', nik: '3319015206900002' },
        because: { id: 'NIK sama', en: 'equal NIK' },
      },
      {
        a: { ...CARD, nama: 'NOVITA WAHYUNI', tanggal_lahir: '12|06|1990', nik: '3319015206900002' },
        b: { ...CARD, nama: 'NOVITA WAHYUNI', tanggal_lahir: '12|06|1990', nik: '3319015206900004' },
        because: {
          id: 'nama sama: orang tua tidak menamai kembar dengan satu nama',
          en: 'equal names: parents do not give twins one name',
        },
      },
      {
        a: { ...CARD, nama: 'SUTRISNO', tanggal_lahir: '12|06|1990', nik: '3319011206900001' },
        b: { ...CARD, nama: 'SUTRISMO', tanggal_lahir: '12|06|1990', nik: '3319021206900001' },
        because: { id: 'digit wilayah yang salah', en: 'a wrong digit of the area' },
      },
    ],
  },
};

export default guard;
