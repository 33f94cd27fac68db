import type { Guard } from '../../../src/model/ganda.ts';
import { ONE_IN_FULL, ONE_NUMBER_OR_HOUSE, SAME_DATE } from '../similarity.ts';
import { OTHER_GIVEN_NAME } from './kembar.ts';

const guard: Guard = {
  id: 'kembar-tanpa-nkk',
  title: { id: 'mungkin kembar, di daftar tanpa NKK', en: 'perhaps twins, in a list without NKK' },
  reason: {
    id: 'Tanggal lahir sama dan nomor telepon, surel, atau alamat sama, tetapi nama depannya lain: mungkin kembar, mungkin satu orang yang nama depannya tertukar. Bobot −1 kecil; yang penting pasangan seperti ini tidak pernah disebut pasti.',
    en: 'Birth date and telephone number, e-mail address or house are equal, but the given names differ: perhaps twins, perhaps one person whose given name was mixed up. The weight of −1 is small; what matters is that such a pair is never called pasti.',
  },
  needs: ['nama'],
  when: `${SAME_DATE}
  AND ${ONE_NUMBER_OR_HOUSE}
  AND ${ONE_IN_FULL}
  AND ${OTHER_GIVEN_NAME}`,
  weight: -1,
  examples: {
    fires: [
      {
        a: { nama: 'ANANTA NAJMUDIN', tanggal_lahir: '02|05|2005', nik: '089344648712' },
        b: { nama: 'RESPATI NAJMUDIN', tanggal_lahir: '02|05|2005', nik: '089344648712' },
      },
    ],
    silent: [
      {
        a: { nama: 'ANANTA NAJMUDIN', tanggal_lahir: '02|05|2005', nik: '089344648712' },
        b: { nama: 'ANATA NAJMUDIN', tanggal_lahir: '02|05|2005', nik: '089344648712' },
        because: { id: 'nama depan mirip', en: 'like given names' },
      },
      {
        a: { nama: 'ANANTA NAJMUDIN', tanggal_lahir: '02|05|2005', nik: '089344648712' },
        b: { nama: 'RESPATI NAJMUDIN', tanggal_lahir: '02|05|2005', nik: '081234567890' },
        because: { id: 'tidak ada yang dipakai bersama', en: 'nothing is shared' },
      },
    ],
  },
};

export default guard;
