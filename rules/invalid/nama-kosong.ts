import { rule } from '../../src/model/rule.ts';

export default rule({
  id: 'nama-kosong',
  title: { id: 'Nama kosong', en: 'Name is empty' },
  rationale: {
    id: 'Pemilih tanpa nama tidak dapat dipanggil di TPS dan tidak dapat diperiksa kegandaannya.',
    en: 'A voter without a name cannot be called at the TPS nor checked for duplicates.',
  },
  remedy: {
    id: 'Operator Sidalih melengkapi nama sesuai KTP-el atau KK; bila perlu PPS atau coktas mendatangi alamatnya.',
    en: 'The Sidalih operator fills in the name from the identity card or family card; where needed the PPS or coktas visits the address.',
  },
  dimension: 'completeness',
  severity: 'error',
  field: 'nama',
  reads: ['nama'],
  violatedWhen: 'nama IS NULL',
  assessableWhen: 'true',
  examples: {
    fails: [
      { row: { nama: '', nik: '3319010101900001' } },
      {
        row: { nama: '   ', nik: '3319010101900001' },
        because: { id: 'hanya berisi spasi', en: 'holds only spaces' },
      },
    ],
    passes: [
      { row: { nama: 'BUDI CONTOH' } },
      {
        row: { nama: '-' },
        because: {
          id: 'ada isinya; diperiksa oleh nama-tidak-wajar',
          en: 'not empty; checked by nama-tidak-wajar',
        },
      },
    ],
  },
});
