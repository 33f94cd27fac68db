import type { Guard } from '../../../src/model/ganda.ts';
import { CARD, OTHER_CARD } from '../example-rows.ts';
import { isCommonDefault, NIK_SETTLES, SAME_DATE, SAME_NKK } from '../similarity.ts';
import { OTHER_GIVEN_NAME } from './kembar.ts';

/** A list without such numbers at all is another matter. */
const ANY_NUMBER = `(a.nik_number IS NOT NULL OR b.nik_number IS NOT NULL
    OR a.nik_pattern IS NOT NULL OR b.nik_pattern IS NOT NULL
    OR a.nkk_number IS NOT NULL OR b.nkk_number IS NOT NULL)`;

/** One family has no two people of one name born on one day, unless the day is made up. */
const ONE_OF_A_FAMILY = `list_contains(['sama', 'sama-ejaan', 'urutan-beda'], level_nama)
    AND coalesce(${SAME_NKK}, false)
    AND coalesce(${SAME_DATE} AND NOT ${isCommonDefault('a')}, false)`;

const guard: Guard = {
  id: 'nik-tidak-diketahui',
  title: { id: 'NIK tidak diketahui, atau dipakai dua nama', en: 'the NIK is unknown, or has two names' },
  reason: {
    id: 'NIK salah satunya tidak diketahui atau tersamar, dan bukan satu keluarga yang nama dan tanggal lahirnya sama: senama dari daerah lain juga tampak begini ("25 juta ganda" pada 2018). Atau NIK-nya sama, tetapi nama depannya lain. Bobot −0,1 tidak berarti; yang penting pasangan seperti ini tidak pernah disebut pasti.',
    en: 'One NIK is unknown or masked, and it is not one family with equal name and birth date: namesakes from elsewhere look like this too (the “25 million duplicates” of 2018). Or the NIK are equal, but the given names differ. The weight of −0.1 does not count; what matters is that such a pair is never called pasti.',
  },
  needs: ['nik', 'nama'],
  when: `(NOT ${NIK_SETTLES} AND ${ANY_NUMBER} AND NOT (${ONE_OF_A_FAMILY}))
  OR (level_nik = 'sama' AND (level_nama = 'beda' OR (${OTHER_GIVEN_NAME})))`,
  weight: -0.1,
  examples: {
    fires: [
      {
        a: { ...CARD, nama: 'SUMIATI', tanggal_lahir: '24|02|1994', nik: '331201640294****' },
        b: { ...OTHER_CARD, nama: 'SUMIATI', tanggal_lahir: '24|02|1994', nik: '331201640294****' },
        because: { id: 'NIK tersamar: mungkin senama', en: 'masked NIK: perhaps namesakes' },
      },
      {
        a: { ...CARD, nama: 'HASAN', tanggal_lahir: '12|06|1990', nik: '3319011206900001' },
        b: { ...CARD, nama: 'PURWANTO', tanggal_lahir: '12|06|1990', nik: '3319011206900001' },
        because: { id: 'satu NIK, dua nama', en: 'one NIK, two names' },
      },
    ],
    silent: [
      {
        a: { ...CARD, nama: 'JATISIH', tanggal_lahir: '09|03|1954', nik: '3319014903540004' },
        b: { ...CARD, nama: 'JATISIH', tanggal_lahir: '09|03|1954', nik: '' },
        because: {
          id: 'satu keluarga, nama dan tanggal sama, satu NIK kosong',
          en: 'one family, equal name and date, one NIK is missing',
        },
      },
      {
        a: { ...CARD, nama: 'ANANTA MARYATI', tanggal_lahir: '04|05|1994', nik: '3319014405940006' },
        b: { ...OTHER_CARD, nama: 'ANANTI MARYATI', tanggal_lahir: '04|05|1994', nik: '3319014405940006' },
        because: { id: 'NIK sama', en: 'equal NIK' },
      },
    ],
  },
};

export default guard;
