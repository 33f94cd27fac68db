import type { Guard } from '../../../src/model/ganda.ts';
import { CARD, OTHER_CARD } from '../example-rows.ts';
import { SAME_NKK } from '../similarity.ts';
import { OTHER_GIVEN_NAME } from './kembar.ts';

const guard: Guard = {
  id: 'nik-terbit-dua-kali',
  title: { id: 'NIK terbit dua kali', en: 'a NIK issued twice' },
  reason: {
    id: 'NIK sama, tetapi nama depannya lain sama sekali dan kartu keluarga atau jenis kelaminnya berlainan: dua orang yang lahir pada hari yang sama dapat menerima satu NIK. Bobot −16: tanggal tidak lagi bukti tersendiri, sebab sudah tercantum dalam NIK.',
    en: 'The NIK are equal, but the given names have nothing in common and the family cards or the sexes differ: two people born on one day may have been given one NIK. The weight is −16: the date is no evidence of its own, as the NIK holds it.',
  },
  needs: ['nik', 'nama'],
  when: `level_nik = 'sama'
  AND (NOT coalesce(${SAME_NKK}, false) OR a.sex <> b.sex)
  AND (level_nama = 'beda' OR ${OTHER_GIVEN_NAME})`,
  weight: -16,
  examples: {
    fires: [
      {
        a: { ...CARD, nama: 'SLAMET', tanggal_lahir: '12|06|1990', nik: '3319011206900001' },
        b: { ...OTHER_CARD, nama: 'PURWANTO', tanggal_lahir: '12|06|1990', nik: '3319011206900001' },
      },
      {
        a: { ...CARD, nama: 'MUHAMMAD ADI', tanggal_lahir: '12|06|1990', nik: '3319011206900001' },
        b: { ...OTHER_CARD, nama: 'MUHAMMAD FAJAR', tanggal_lahir: '12|06|1990', nik: '3319011206900001' },
        because: { id: 'satu kata yang umum saja', en: 'no more than a common word' },
      },
      {
        a: {
          ...CARD,
          nama: 'JAMINAH',
          tanggal_lahir: '04|08|1955',
          nik: '3319014408550011',
          jenis_kelamin: 'P',
        },
        b: {
          ...CARD,
          nama: 'CITRO PAWIRO',
          tanggal_lahir: '31|12|1955',
          nik: '3319014408550011',
          jenis_kelamin: 'L',
        },
        because: { id: 'suami dan istri dengan satu NIK', en: 'husband and wife with one NIK' },
      },
    ],
    silent: [
      {
        a: { ...CARD, nama: 'SLAMET', tanggal_lahir: '12|06|1990', nik: '3319011206900001' },
        b: { ...CARD, nama: 'PURWANTO', tanggal_lahir: '12|06|1990', nik: '3319011206900001' },
        because: {
          id: 'satu kartu keluarga: lebih mungkin satu orang dengan nama panggilan',
          en: 'one family card: more likely one person under a nickname',
        },
      },
      {
        a: { ...CARD, nama: 'SITI AMINAH', tanggal_lahir: '12|06|1990', nik: '3319015206900001' },
        b: { ...OTHER_CARD, nama: 'AMINAH', tanggal_lahir: '12|06|1990', nik: '3319015206900001' },
      },
    ],
  },
};

export default guard;
