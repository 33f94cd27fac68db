import type { Guard } from '../../../src/model/ganda.ts';
import { CARD, DESA } from '../example-rows.ts';
import {
  A_LETTER_OR_TWO,
  NIK_EQUAL,
  NIK_FOLLOW,
  NIK_SLIPPED,
  nameLevelIn,
  RESEMBLING,
  SAME_ADDRESS,
  SAME_DATE,
  SAME_INITIAL,
  SAME_NKK,
} from '../similarity.ts';
import { MISTYPED, ofOwnWords } from '../two-names.ts';

/** Nothing is alike: more than a letter in four differs. */
const UNLIKE = `least(length(own.a), length(own.b)) > 1
    AND jaro_winkler_similarity(own.a, own.b) < 0.8
    AND damerau_levenshtein(own.a, own.b) > greatest(length(own.a), length(own.b)) // 4`;

/**
 * Without the words in common, the names are unlike, as written and in their keys: MUHAMMAD HASAN and MUHAMMAD HUSEN,
 * SRI REJEKI and TRI REJEKI. A single letter stands for any name.
 */
export const OTHER_GIVEN_NAME = `${nameLevelIn(...A_LETTER_OR_TWO, 'satu-kata-mirip', ...RESEMBLING, 'dua-kata-sama', 'kata-sama', 'beda')}
  AND ${ofOwnWords(UNLIKE, 'name_words')}
  AND ${ofOwnWords(UNLIKE)}
  AND NOT ${MISTYPED}
  AND NOT ${SAME_INITIAL}`;

const guard: Guard = {
  id: 'kembar',
  title: { id: 'kembar', en: 'twins' },
  reason: {
    id: 'Nama depannya lain, sedangkan NKK dan tanggal lahirnya sama: begitulah anak kembar (sekitar 1 dari 100 kelahiran). Bobot −24 mengambil kembali yang diberikan NKK (sekitar 20 bit) dan NIK yang berurutan.',
    en: 'The given names differ, while NKK and birth date are equal: so it is with twins (about 1 birth in 100). The weight of −24 takes back what the NKK (about 20 bits) and NIK in sequence have given.',
  },
  needs: ['nama'],
  when: `${SAME_DATE}
  AND (${SAME_NKK} OR (${SAME_ADDRESS}) OR (${NIK_FOLLOW}))
  AND NOT coalesce(${NIK_EQUAL}, false)
  AND NOT coalesce(${NIK_SLIPPED}, false)
  AND ${OTHER_GIVEN_NAME}`,
  weight: -24,
  examples: {
    fires: [
      {
        a: { ...CARD, nama: 'HASAN BASRI', tanggal_lahir: '12|06|1990', nik: '3319011206900001' },
        b: { ...CARD, nama: 'HUSEN BASRI', tanggal_lahir: '12|06|1990', nik: '3319011206900002' },
      },
      {
        a: { ...CARD, nama: 'SRI REJEKI', tanggal_lahir: '12|06|1990', jenis_kelamin: 'P' },
        b: { ...CARD, nama: 'TRI REJEKI', tanggal_lahir: '12|06|1990', jenis_kelamin: 'P' },
        because: {
          id: 'hanya satu huruf berbeda, tetapi SRI dan TRI dua nama',
          en: 'only one letter differs, but SRI and TRI are two names',
        },
      },
      {
        a: {
          ...CARD,
          nama: 'DEWI LESTARI',
          tanggal_lahir: '12|06|1990',
          nik: '3319015206900001',
          jenis_kelamin: 'P',
        },
        b: {
          ...CARD,
          nama: 'BAYU LESTARI',
          tanggal_lahir: '12|06|1990',
          nik: '3319011206900001',
          jenis_kelamin: 'L',
        },
        because: {
          id: 'kembar laki-laki dan perempuan: NIK berbeda satu digit karena +40',
          en: 'a brother and a sister: the NIK differ by one digit, the +40',
        },
      },
      {
        a: {
          ...DESA,
          nama: 'HASAN',
          tanggal_lahir: '12|06|1990',
          nik: '3319011206900001',
          nkk: '3319010502070011',
        },
        b: {
          ...DESA,
          nama: 'BUDIMAN',
          tanggal_lahir: '12|06|1990',
          nik: '3319011206900002',
          nkk: '3319012103150007',
        },
        because: {
          id: 'kartu keluarganya sudah terpisah; dusun, tanggal, dan NIK berurutan masih menunjukkannya',
          en: 'the family cards are apart by now; hamlet, date and NIK in sequence still tell',
        },
      },
    ],
    silent: [
      {
        a: { ...CARD, nama: 'SUTRISNO', tanggal_lahir: '12|06|1990', nik: '3319011206900001' },
        b: { ...CARD, nama: 'SUTRISMO', tanggal_lahir: '12|06|1990', nik: '3319011206900002' },
        because: { id: 'satu huruf salah ketik', en: 'one letter mistyped' },
      },
      {
        a: { ...CARD, nama: 'KEVIN ZAKI KUSUMA', tanggal_lahir: '12|06|1990' },
        b: { ...CARD, nama: 'KEVIN ZKAI KUSUMA', tanggal_lahir: '12|06|1990' },
        because: { id: 'dua huruf tertukar', en: 'two letters exchanged' },
      },
      {
        a: { ...CARD, nama: 'DIMIRJO', tanggal_lahir: '12|06|1950', nik: '3319011206500001' },
        b: { ...CARD, nama: 'MIRJO', tanggal_lahir: '12|06|1950', nik: '3819011206500001' },
        because: {
          id: 'NIK hanya salah satu digit, bukan NIK tetangga: satu orang dengan nama panggilan',
          en: 'one digit of the NIK is wrong, which is no neighbour: one person under a nickname',
        },
      },
      {
        a: { ...CARD, nama: 'SITI AMINAH', tanggal_lahir: '12|06|1990' },
        b: { ...CARD, nama: 'AMINAH', tanggal_lahir: '12|06|1990' },
        because: { id: 'satu kata hilang', en: 'one word left out' },
      },
      {
        a: { ...CARD, nama: 'BUDI SANTOSO', tanggal_lahir: '12|06|1990', nik: '3319011206900001' },
        b: { ...CARD, nama: 'JOKO', tanggal_lahir: '12|06|1990', nik: '3319011206900001' },
        because: { id: 'NIK sama bukan tanda kembar', en: 'an equal NIK is no sign of twins' },
      },
      {
        a: { ...CARD, nama: 'HASAN BASRI', tanggal_lahir: '12|06|1990', nik: '3319011206900001' },
        b: { ...CARD, nama: 'HUSEN BASRI', tanggal_lahir: '23|09|1992', nik: '3319012309920002' },
        because: { id: 'kakak dan adik', en: 'brothers of different ages' },
      },
    ],
  },
};

export default guard;
