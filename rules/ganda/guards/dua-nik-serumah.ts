import type { Guard } from '../../../src/model/ganda.ts';
import { CARD } from '../example-rows.ts';
import {
  A_LETTER_OR_TWO,
  NIK_FOLLOW,
  NIK_SETTLES,
  nameLevelIn,
  RESEMBLING,
  SAME_ADDRESS,
  SAME_DATE,
  SAME_NKK,
} from '../similarity.ts';

/** Alike, and yet perhaps two given names; equal but for the spelling is one name. */
const PERHAPS_TWO_NAMES = nameLevelIn(
  ...A_LETTER_OR_TWO,
  'satu-kata-mirip',
  ...RESEMBLING,
  'terkandung',
  'dua-kata-sama',
);

/** Unknown or masked: the NIK do not say that there are two. */
const NIK_PARTLY_KNOWN =
  "list_contains(['tidak-dinilai', 'terlihat-sama', 'wilayah-terlihat-sama'], level_nik)";

const guard: Guard = {
  id: 'dua-nik-serumah',
  title: {
    id: 'nama mirip serumah, NIK tidak memastikan',
    en: 'like names in one house, and the NIK do not settle it',
  },
  reason: {
    id: 'Serumah atau NIK berurutan, lahir pada hari yang sama, nama hampir sama, tetapi ada dua NIK yang bukan salah ketik satu sama lain, atau nama tidak persis sama dan satu NIK tidak diketahui: mungkin satu orang, mungkin kembar. Bobot −2,5 kecil; yang penting pasangan seperti ini tidak pernah disebut pasti.',
    en: 'One house or NIK in sequence, born on one day, nearly the same name, but two NIK of which neither is a slip of the other, or names not quite equal and one NIK unknown: perhaps one person, perhaps twins. The weight of −2.5 is small; what matters is that such a pair is never called pasti.',
  },
  needs: ['nama', 'nik'],
  when: `${SAME_DATE} AND (${SAME_NKK} OR (${SAME_ADDRESS}) OR (${NIK_FOLLOW}))
  AND ((list_contains(['sama-ejaan', 'urutan-beda', 'disingkat'], level_nama) AND NOT ${NIK_PARTLY_KNOWN}) OR ${PERHAPS_TWO_NAMES})
  AND NOT ${NIK_SETTLES}`,
  weight: -2.5,
  examples: {
    fires: [
      {
        a: { ...CARD, nama: 'RINI ASTUTI', tanggal_lahir: '12|06|1990', nik: '3319015206900002' },
        b: { ...CARD, nama: 'RINA ASTUTI', tanggal_lahir: '12|06|1990', nik: '3319045206900017' },
      },
      {
        a: { ...CARD, nama: 'SANTI HANDAYANI', tanggal_lahir: '25|11|1993', nik: '3315176511930006' },
        b: { ...CARD, nama: 'YANTI HANDAYANI', tanggal_lahir: '25|11|1993', nik: '' },
        because: { id: 'satu NIK kosong', en: 'one NIK is missing' },
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
        b: { ...CARD, nama: 'RINIE ASTUTI', tanggal_lahir: '12|06|1990', nik: '' },
        because: {
          id: 'nama sama, hanya ejaannya lain; satu NIK tidak diketahui',
          en: 'one name in two spellings, one NIK is unknown',
        },
      },
    ],
  },
};

export default guard;
