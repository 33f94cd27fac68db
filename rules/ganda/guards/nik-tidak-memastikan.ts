import type { Guard } from '../../../src/model/ganda.ts';
import { CARD, OTHER_CARD } from '../example-rows.ts';
import { NIK_SETTLES } from '../similarity.ts';

/** A list in which no NIK is written at all is another matter. */
const ANY_NIK = `(a.nik_number IS NOT NULL OR b.nik_number IS NOT NULL
    OR a.nik_pattern IS NOT NULL OR b.nik_pattern IS NOT NULL)`;

const ONE_NAME = "list_contains(['sama', 'sama-ejaan', 'urutan-beda'], level_nama)";

const guard: Guard = {
  id: 'nik-tidak-memastikan',
  title: { id: 'NIK tidak memastikan', en: 'the NIK do not settle it' },
  reason: {
    id: 'Dua NIK utuh yang bukan salah ketik satu sama lain, atau satu NIK tidak diketahui atau tersamar dan namanya tidak sama: dua orang yang mirip juga tampak begini. Bobot −0,5 hampir tidak berarti; yang penting pasangan seperti ini tidak pernah disebut pasti, melainkan diverifikasi.',
    en: 'Two whole NIK of which neither is a slip of the other, or one NIK unknown or masked and names that are not equal: two people who resemble one another look like this too. The weight of −0.5 hardly counts; what matters is that such a pair is never called pasti, but verified.',
  },
  needs: ['nik', 'nama'],
  when: `NOT ${NIK_SETTLES}
  AND ${ANY_NIK}
  AND ((a.nik_number IS NOT NULL AND b.nik_number IS NOT NULL) OR NOT ${ONE_NAME})`,
  weight: -0.5,
  examples: {
    fires: [
      {
        a: { ...CARD, nama: 'JATISIH', tanggal_lahir: '01|07|1954', nik: '3319014107540004' },
        b: { ...OTHER_CARD, nama: 'JATISIH', tanggal_lahir: '01|07|1954', nik: '3306024107540017' },
      },
      {
        a: { ...CARD, nama: 'ANANTA MARYATI', tanggal_lahir: '04|05|1994', nik: '3319014405940006' },
        b: { ...OTHER_CARD, nama: 'ANANTI MARYATI', tanggal_lahir: '04|05|1994', nik: '' },
        because: {
          id: 'satu NIK kosong, nama berbeda satu huruf',
          en: 'one NIK is missing, a letter differs',
        },
      },
      {
        a: { ...CARD, nama: 'ANANTA MARYATI', tanggal_lahir: '04|05|1994', nik: '331901440594****' },
        b: { ...OTHER_CARD, nama: 'ANANTI MARYATI', tanggal_lahir: '04|05|1994', nik: '331901440594****' },
        because: {
          id: 'yang terlihat sama hanya wilayah dan tanggal',
          en: 'what can be seen is area and date alone',
        },
      },
    ],
    silent: [
      {
        a: { ...CARD, nama: 'JATISIH', tanggal_lahir: '01|07|1954', nik: '3319014107540004' },
        b: { ...OTHER_CARD, nama: 'JATISIH', tanggal_lahir: '01|07|1954', nik: '' },
        because: { id: 'nama sama, satu NIK kosong', en: 'equal names, one NIK is missing' },
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
