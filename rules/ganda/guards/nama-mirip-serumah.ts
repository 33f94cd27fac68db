import type { Guard } from '../../../src/model/ganda.ts';
import { CARD, OTHER_CARD } from '../example-rows.ts';
import {
  NIK_EQUAL,
  NIK_SLIPPED,
  ONE_WORD_UNKNOWN,
  SAME_ADDRESS,
  SAME_DATE,
  SAME_NKK,
} from '../similarity.ts';
import { NAMES_NEAR, RHYMING } from '../two-names.ts';

const ONE_NIK_UNKNOWN =
  '((a.nik_number IS NULL AND a.nik_other IS NULL) <> (b.nik_number IS NULL AND b.nik_other IS NULL))';

const guard: Guard = {
  id: 'nama-mirip-serumah',
  title: { id: 'nama mirip, lahir sehari, serumah', en: 'like names, one birthday, one house' },
  reason: {
    id: 'Serumah, lahir pada hari yang sama, nama mirip tetapi tidak sama, dan NIK tidak menyatukannya: kembar yang namanya serima tampak persis begini, jauh lebih jarang satu orang dengan dua nama. Berlaku bila kedua namanya dikenal di kabupaten itu (bukan satu salah ketik) dan NIK-nya berlainan atau keduanya tidak diketahui, atau bila yang berbeda hanya huruf pertama, huruf terakhir, atau suku kata terakhir. Bobot −26 mengambil kembali yang diberikan NKK atau alamat, agar petugas yang memutuskan.',
    en: 'One house, one birthday, names alike but not equal, and no NIK that makes them one: twins whose names rhyme look just like this, one person with two names is far rarer. It holds where both names are known in the kabupaten (so neither is a slip) and the NIK differ or neither is known, or where only the first letter, the last letter or the last syllable differs. The weight of −26 takes back what NKK or address have given, so that an officer decides.',
  },
  needs: ['nama'],
  when: `${SAME_DATE}
  AND (${SAME_NKK} OR (${SAME_ADDRESS}))
  AND ${NAMES_NEAR}
  AND NOT coalesce(${NIK_EQUAL}, false)
  AND NOT coalesce(${NIK_SLIPPED}, false)
  AND (NOT (${ONE_NIK_UNKNOWN} OR ${ONE_WORD_UNKNOWN}) OR ${RHYMING})`,
  weight: -26,
  examples: {
    fires: [
      {
        a: { ...CARD, nama: 'RINI ASTUTI', tanggal_lahir: '12|06|1990', nik: '3319015206900002' },
        b: { ...CARD, nama: 'RINA ASTUTI', tanggal_lahir: '12|06|1990', nik: '3319045206900017' },
      },
      {
        a: { ...CARD, nama: 'RINI ASTUTI', tanggal_lahir: '12|06|1990', nik: '331901520690****' },
        b: { ...CARD, nama: 'RINA ASTUTI', tanggal_lahir: '12|06|1990', nik: '331901520690****' },
        because: { id: 'NIK keduanya tersamar', en: 'both NIK are masked' },
      },
      {
        a: { ...CARD, nama: 'RINI ASTUTI', tanggal_lahir: '12|06|1990', nik: '3319015206900002' },
        b: { ...CARD, nama: 'RINA ASTUTI', tanggal_lahir: '12|06|1990', nik: '' },
        because: {
          id: 'satu NIK tidak diketahui, tetapi namanya serima',
          en: 'one NIK is unknown, but the names rhyme',
        },
      },
    ],
    silent: [
      {
        a: { ...CARD, nama: 'RINI ASTUTI', tanggal_lahir: '12|06|1990', nik: '3319015206900002' },
        b: { ...CARD, nama: 'RINA ASTUTI', tanggal_lahir: '12|06|1990', nik: '3319015206960002' },
        because: { id: 'NIK hanya salah satu digit', en: 'one digit of the NIK is wrong' },
      },
      {
        a: { ...CARD, nama: 'RINI ASTUTI', tanggal_lahir: '12|06|1990', nik: '3319015206900002' },
        b: { ...CARD, nama: 'RISNI ASTUTI', tanggal_lahir: '12|06|1990', nik: '' },
        because: {
          id: 'hanya satu NIK yang tidak diketahui, dan satu huruf terselip di tengah nama',
          en: 'only one NIK is unknown, and a letter has slipped into the name',
        },
      },
      {
        a: { ...CARD, nama: 'RINI ASTUTI', tanggal_lahir: '12|06|1990', nik: '3319015206900002' },
        b: { ...OTHER_CARD, nama: 'RINA ASTUTI', tanggal_lahir: '12|06|1990', nik: '3319045206900017' },
        because: { id: 'tidak serumah', en: 'not of one house' },
      },
    ],
  },
};

export default guard;
