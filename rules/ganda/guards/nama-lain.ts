import type { Guard } from '../../../src/model/ganda.ts';
import { CARD, OTHER_CARD } from '../example-rows.ts';
import { NIK_EQUAL, SAME_NKK } from '../similarity.ts';

const guard: Guard = {
  id: 'nama-lain',
  title: { id: 'nama lain, keluarga lain', en: 'another name, another family' },
  reason: {
    id: 'Namanya tidak ada yang sama, NKK dan NIK-nya lain: tanggal yang mirip dan NIK yang berdekatan dimiliki banyak orang dari satu wilayah. Bobot −6 mencegah kesamaan wilayah menutupi nama yang lain.',
    en: 'The names have nothing in common, NKK and NIK differ: near dates and neighbouring NIK belong to many people of one area. The weight of −6 keeps the area from outweighing the other name.',
  },
  needs: ['nama', 'nkk'],
  when: `list_contains(['kata-sama', 'beda'], level_nama)
  AND level_nkk = 'beda'
  AND NOT coalesce(${SAME_NKK}, false)
  AND NOT coalesce(${NIK_EQUAL}, false)`,
  weight: -6,
  examples: {
    fires: [
      {
        a: { ...CARD, nama: 'SLAMET', tanggal_lahir: '06|05|1990', nik: '3319010506900001' },
        b: { ...OTHER_CARD, nama: 'PURWANTO', tanggal_lahir: '05|06|1990', nik: '3319010506900002' },
        because: {
          id: 'hari dan bulan tertukar, NIK berdekatan, tetapi dua orang',
          en: 'day and month exchanged, neighbouring NIK, and yet two people',
        },
      },
      {
        a: { ...CARD, nama: 'SITI AMINAH', tanggal_lahir: '12|06|1990', nik: '3319015206900001' },
        b: { ...OTHER_CARD, nama: 'SITI ROHMAWATI', tanggal_lahir: '12|06|1990', nik: '3319015206900003' },
      },
    ],
    silent: [
      {
        a: { ...CARD, nama: 'SLAMET', tanggal_lahir: '12|06|1990', nik: '3319011206900001' },
        b: { ...CARD, nama: 'PURWANTO', tanggal_lahir: '12|06|1990', nik: '3319012106900001' },
        because: { id: 'satu keluarga: urusan pelindung kembar', en: 'one family: a matter for the twins' },
      },
      {
        a: { ...CARD, nama: 'SLAMET', tanggal_lahir: '12|06|1990', nik: '3319011206900001' },
        b: { ...OTHER_CARD, nama: 'PURWANTO', tanggal_lahir: '12|06|1990', nik: '3319011206900001' },
        because: { id: 'NIK sama', en: 'equal NIK' },
      },
      {
        a: { ...CARD, nama: 'SLAMET', tanggal_lahir: '12|06|1990', nik: '3319011206900001' },
        b: { ...OTHER_CARD, nama: 'SLAMAT', tanggal_lahir: '12|06|1990', nik: '3319012106900001' },
      },
    ],
  },
};

export default guard;
