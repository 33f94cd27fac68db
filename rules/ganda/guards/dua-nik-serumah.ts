import type { Guard } from '../../../src/model/ganda.ts';
import { CARD } from '../example-rows.ts';
import { SAME_DATE, SAME_NKK } from '../similarity.ts';

const guard: Guard = {
  id: 'dua-nik-serumah',
  title: { id: 'nama mirip, dua NIK, satu keluarga', en: 'like names, two NIK, one family' },
  reason: {
    id: 'Satu keluarga, lahir pada hari yang sama, nama hampir sama, tetapi dua NIK yang bukan salah ketik satu sama lain: mungkin satu orang dengan NIK kedua, mungkin kembar. Bobot −2 kecil; yang penting pasangan seperti ini tidak pernah disebut pasti.',
    en: 'One family, born on one day, nearly the same name, but two NIK of which neither is a slip of the other: perhaps one person with a second NIK, perhaps twins. The weight of −2 is small; what matters is that such a pair is never called pasti.',
  },
  needs: ['nama', 'nik'],
  when: `${SAME_NKK} AND ${SAME_DATE}
  AND list_contains(['sama-ejaan', 'urutan-beda', 'satu-huruf', 'terkandung', 'dua-huruf', 'satu-kata-mirip', 'mirip'], level_nama)
  AND NOT list_contains(['sama', 'satu-suntingan', 'tidak-dinilai'], level_nik)`,
  weight: -2,
  examples: {
    fires: [
      {
        a: { ...CARD, nama: 'RINI ASTUTI', tanggal_lahir: '12|06|1990', nik: '3319015206900002' },
        b: { ...CARD, nama: 'RINA ASTUTI', tanggal_lahir: '12|06|1990', nik: '3319045206900017' },
      },
      {
        a: { ...CARD, nama: 'MUH ZIDAN', tanggal_lahir: '12|06|1990', nik: '3319011206900002' },
        b: { ...CARD, nama: 'MOCHAMAD ZIDAN', tanggal_lahir: '12|06|1990', nik: '3319011206900009' },
      },
    ],
    silent: [
      {
        a: { ...CARD, nama: 'RINI ASTUTI', tanggal_lahir: '12|06|1990', nik: '3319015206900002' },
        b: { ...CARD, nama: 'RINI ASTUTI', tanggal_lahir: '12|06|1990', nik: '3319045206900017' },
        because: { id: 'nama sama', en: 'equal names' },
      },
      {
        a: { ...CARD, nama: 'RINI ASTUTI', tanggal_lahir: '12|06|1990', nik: '3319015206900002' },
        b: { ...CARD, nama: 'RINA ASTUTI', tanggal_lahir: '12|06|1990', nik: '3319015206900002' },
        because: { id: 'NIK sama', en: 'equal NIK' },
      },
      {
        a: { ...CARD, nama: 'RINI ASTUTI', tanggal_lahir: '12|06|1990', nik: '3319015206900002' },
        b: { ...CARD, nama: 'RINA ASTUTI', tanggal_lahir: '12|06|1990', nik: '' },
        because: { id: 'satu NIK tidak diketahui', en: 'one NIK is unknown' },
      },
    ],
  },
};

export default guard;
