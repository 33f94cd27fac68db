import type { Guard } from '../../../src/model/ganda.ts';
import { CARD, OTHER_CARD } from '../example-rows.ts';

const guard: Guard = {
  id: 'nik-disalin',
  title: { id: 'NIK sama, tanggal lahir lain sama sekali', en: 'equal NIK, another birth date altogether' },
  reason: {
    id: 'NIK sama, tetapi tanggal lahirnya lain sama sekali atau tahunnya terpaut jauh, atau lain dan jenis kelaminnya pun lain: ibu dan anak, atau dua orang senama, yang NIK-nya disalin ke baris lain tampak begini. Bobot −6; yang penting pasangan seperti ini diverifikasi, bukan diusulkan TMS.',
    en: 'The NIK are equal, but the birth dates have nothing in common or the years are far apart, or differ and so do the sexes: so it is with mother and daughter, or two people of one name, when a NIK was copied to another row. The weight is −6; what matters is that such a pair is verified, not proposed as TMS.',
  },
  needs: ['nik', 'tanggal_lahir'],
  when: `level_nik = 'sama'
  AND (list_contains(['tahun-jauh', 'beda'], level_tanggal_lahir)
    OR (a.sex <> b.sex AND NOT list_contains(['sama', 'tidak-dinilai'], level_tanggal_lahir)))`,
  weight: -6,
  examples: {
    fires: [
      {
        a: { ...CARD, nama: 'IIS ROHAETI', tanggal_lahir: '12|06|1959', nik: '3319015206590001' },
        b: { ...CARD, nama: 'IIS ROHAETI', tanggal_lahir: '23|09|1982', nik: '3319015206590001' },
        because: { id: 'ibu dan anak dalam satu keluarga', en: 'mother and daughter in one family' },
      },
    ],
    silent: [
      {
        a: { ...CARD, nama: 'IIS ROHAETI', tanggal_lahir: '12|06|1959', nik: '3319015206590001' },
        b: { ...OTHER_CARD, nama: 'IIS ROHAETI', tanggal_lahir: '12|06|1958', nik: '3319015206590001' },
        because: { id: 'hanya tahun yang salah', en: 'only the year is wrong' },
      },
      {
        a: { ...CARD, nama: 'IIS ROHAETI', tanggal_lahir: '12|06|1959', nik: '3319015206590001' },
        b: { ...CARD, nama: 'IIS ROHAETI', tanggal_lahir: '23|09|1982', nik: '3319016309820004' },
        because: { id: 'NIK lain', en: 'other NIK' },
      },
    ],
  },
};

export default guard;
