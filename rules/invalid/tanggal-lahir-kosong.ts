import { rule } from '../../src/model/rule.ts';

export default rule({
  id: 'tanggal-lahir-kosong',
  title: { id: 'Tanggal lahir kosong', en: 'Birth date is empty' },
  rationale: {
    id: 'Tanpa tanggal lahir, hak pilih menurut umur tidak dapat dipastikan dan kegandaan sulit diperiksa.',
    en: 'Without a birth date the right to vote by age cannot be established and duplicates are hard to check.',
  },
  remedy: {
    id: 'Operator Sidalih melengkapi tanggal lahir sesuai KTP-el atau KK; tanggal pada NIK dapat menjadi petunjuk, bukan pengganti dokumen.',
    en: 'The Sidalih operator fills in the birth date from the identity card or family card; the date in the NIK is a hint, not a document.',
  },
  dimension: 'completeness',
  severity: 'error',
  field: 'tanggal_lahir',
  reads: ['tanggal_lahir'],
  violatedWhen: 'tanggal_lahir IS NULL',
  assessableWhen: 'true',
  examples: {
    fails: [
      { row: { tanggal_lahir: '', nama: 'BUDI CONTOH' } },
      { row: { tanggal_lahir: '  ', nama: 'SITI CONTOH' } },
    ],
    passes: [
      { row: { tanggal_lahir: '12|06|1990' } },
      {
        row: { tanggal_lahir: '00|00|0000' },
        because: {
          id: 'ada isinya; diperiksa oleh tanggal-lahir-tidak-sah',
          en: 'not empty; checked by tanggal-lahir-tidak-sah',
        },
      },
    ],
  },
});
