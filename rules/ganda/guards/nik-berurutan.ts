import type { Guard } from '../../../src/model/ganda.ts';
import { CARD, OTHER_CARD } from '../example-rows.ts';
import { NIK_FOLLOW, NIK_NEXT, SAME_ADDRESS, SAME_DATE, SAME_NKK } from '../similarity.ts';
import { ANOTHER_LETTER, NAMES_NEAR } from '../two-names.ts';

const guard: Guard = {
  id: 'nik-berurutan',
  title: { id: 'nama mirip dengan NIK berurutan', en: 'like names with NIK in sequence' },
  reason: {
    id: 'Lahir pada hari yang sama, nama mirip tetapi tidak sama, dan NIK berurutan di satu kecamatan: begitulah kembar yang namanya serima (NOVI dan NOVITA), juga setelah masing-masing berkeluarga. Tidak berlaku bila namanya jelas salah ketik: ada kata yang tidak dipakai orang lain, dan bedanya bukan di ujung dan bukan huruf hidup saja, kecuali satu keluarga dengan dua huruf yang berbeda (RATIH dan RATNA), atau satu huruf yang diganti dan nomor urut bersebelahan (SALWA dan SALMA). Kembar seperti ini jauh lebih banyak daripada satu orang yang namanya salah ketik sekaligus ber-NIK kedua di sebelah yang pertama; bobot −32 mengambil kembali yang diberikan NKK, alamat, dan nama.',
    en: 'Born on one day, names alike but not equal, and NIK in sequence in one kecamatan: so it is with twins whose names rhyme (NOVI and NOVITA), also when each has a family by now. It does not hold where a name is clearly mistyped: a word is nobody else’s, and it differs neither at an end nor by vowels alone, unless in one family two letters differ (RATIH and RATNA), or one is replaced and the serials are neighbours (SALWA and SALMA). Such twins are far more frequent than one person whose name is mistyped and who has a second NIK next to the first; the weight of −32 takes back what NKK, address and name have given.',
  },
  needs: ['nama'],
  when: `${SAME_DATE}
  AND ((${NAMES_NEAR})
    OR (level_nama = 'terkandung' AND (${SAME_NKK} OR (${SAME_ADDRESS})))
    OR (${SAME_NKK} AND (level_nama = 'dua-huruf-asing' OR (${ANOTHER_LETTER} AND ${NIK_NEXT}))))
  AND ${NIK_FOLLOW}`,
  weight: -32,
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
          id: 'mungkin salah ketik, tetapi lebih mungkin dua saudara',
          en: 'perhaps mistyped, more likely two brothers',
        },
      },
      {
        a: { ...CARD, nama: 'WAHYUNI', tanggal_lahir: '12|06|1990', nik: '3319015206900001' },
        b: { ...CARD, nama: 'WAHYUMI', tanggal_lahir: '12|06|1990', nik: '3319015206900002' },
        because: {
          id: 'satu keluarga, nomor urut bersebelahan, satu huruf diganti',
          en: 'one family, neighbouring serials, a letter replaced',
        },
      },
      {
        a: { ...CARD, nama: 'NOVITA WAHYUNI', tanggal_lahir: '12|06|1990', nik: '3319015206900001' },
        b: { ...CARD, nama: 'NOVITA WAMYUKI', tanggal_lahir: '12|06|1990', nik: '3319015206900004' },
        because: { id: 'satu keluarga, dua huruf berbeda', en: 'one family, two letters differ' },
      },
      {
        a: { ...CARD, nama: 'KALA NARIWAN', tanggal_lahir: '17|04|1985', nik: '3319011704850001' },
        b: { ...OTHER_CARD, nama: 'KALI NARIWAN', tanggal_lahir: '17|04|1985', nik: '3319011704850003' },
        because: { id: 'kembar yang sudah berkeluarga sendiri', en: 'a twin with a family card of his own' },
      },
      {
        a: { ...CARD, nama: 'TOMI DAMANIK', tanggal_lahir: '12|06|1990', nik: '3319011206900002' },
        b: { ...CARD, nama: 'TOMI DAMANIK FEBRIAN', tanggal_lahir: '12|06|1990', nik: '3319011206900003' },
        because: {
          id: 'serumah, dan nama yang satu memuat nama yang lain',
          en: 'one house, and one name within the other',
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
