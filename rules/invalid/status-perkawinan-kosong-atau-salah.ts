import { rule } from '../../src/model/rule.ts';

export default rule({
  id: 'status-perkawinan-kosong-atau-salah',
  title: {
    id: 'Status perkawinan kosong atau di luar B/S/P',
    en: 'Marital status is empty or none of B, S, P',
  },
  rationale: {
    id: 'Status perkawinan menentukan hak pilih warga di bawah 17 tahun dan wajib diisi B (belum), S (sudah), atau P (pernah).',
    en: 'Marital status decides the right to vote of those under 17 and must be B (not yet), S (married) or P (once married).',
  },
  remedy: {
    id: 'Operator Sidalih mengisi B, S, atau P sesuai KTP-el atau KK.',
    en: 'The Sidalih operator enters B, S or P from the identity card or family card.',
  },
  dimension: 'validity',
  severity: 'error',
  field: 'status_perkawinan',
  reads: ['status_perkawinan', 'marital'],
  violatedWhen: 'marital IS NULL',
  assessableWhen: 'true',
  causes: [
    { id: 'kosong', label: { id: 'kosong', en: 'empty' }, when: 'status_perkawinan IS NULL' },
    { id: 'di-luar-kode', label: { id: 'di luar B/S/P', en: 'none of B, S, P' }, when: 'true' },
  ],
  examples: {
    fails: [
      { row: { status_perkawinan: '', nama: 'BUDI CONTOH' }, cause: 'kosong' },
      { row: { status_perkawinan: 'X' }, cause: 'di-luar-kode' },
      { row: { status_perkawinan: '2' }, cause: 'di-luar-kode' },
    ],
    passes: [
      { row: { status_perkawinan: 'B' } },
      {
        row: { status_perkawinan: 'Kawin' },
        because: { id: 'terbaca sebagai S (sudah kawin)', en: 'read as S (married)' },
      },
      {
        row: { status_perkawinan: 'K' },
        because: {
          id: 'sebagian formulir Sidalih memakai K; terbaca sebagai S (sudah kawin)',
          en: 'some Sidalih forms use K; read as S (married)',
        },
      },
    ],
  },
});
