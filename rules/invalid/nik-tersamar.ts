import { rule } from '../../src/model/rule.ts';

export default rule({
  id: 'nik-tersamar',
  title: { id: 'NIK tersamar', en: 'NIK is masked' },
  rationale: {
    id: 'NIK yang disamarkan dengan tanda * tidak salah, tetapi tidak dapat dipakai untuk mencari kegandaan.',
    en: 'A NIK masked with * is not wrong, but it cannot be used to look for duplicates.',
  },
  remedy: {
    id: 'Bila kegandaan perlu diperiksa, operator Sidalih mengekspor ulang daftar dengan NIK lengkap dan menyimpannya di tempat yang terlindung.',
    en: 'If duplicates must be checked, the Sidalih operator exports the list again with full NIK and keeps it in a protected place.',
  },
  dimension: 'completeness',
  severity: 'info',
  field: 'nik',
  reads: ['nik_masked'],
  violatedWhen: 'nik_masked',
  examples: {
    fails: [{ row: { nik: '331901**********' } }, { row: { nik: '331901010190****' } }],
    passes: [
      { row: { nik: '3319010101900001' } },
      {
        row: { nik: '331901010190' },
        because: {
          id: 'terpotong, bukan tersamar; diperiksa oleh nik-bukan-16-digit',
          en: 'cut off, not masked; checked by nik-bukan-16-digit',
        },
      },
    ],
    notAssessable: [{ row: { nik: '' } }],
  },
});
