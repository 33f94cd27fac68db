import { rule } from '../../src/model/rule.ts';

export default rule({
  id: 'di-bawah-umur-belum-kawin',
  title: { id: 'Di bawah 17 tahun dan belum kawin', en: 'Under 17 and not married' },
  rationale: {
    id: 'Pemilih berumur genap 17 tahun pada tanggal acuan, atau sudah atau pernah kawin (UU 7/2017 Pasal 198). Yang belum 17 dan belum kawin belum memenuhi syarat.',
    en: 'A voter has completed 17 years on the reference date, or is or was married (UU 7/2017 art. 198). Those under 17 and not married do not qualify yet.',
  },
  remedy: {
    id: 'PPS atau coktas memeriksa tanggal lahir dan status perkawinan pada KTP-el atau KK. Bila benar, KPU kabupaten/kota menandainya TMS di bawah umur sampai genap 17 tahun.',
    en: 'The PPS or coktas checks the birth date and marital status on the identity card or family card. If right, the KPU kabupaten/kota marks the voter TMS (under age) until 17.',
  },
  dimension: 'consistency',
  severity: 'error',
  field: 'tanggal_lahir',
  reads: ['age', 'marital'],
  violatedWhen: "age < 17 AND age >= 0 AND marital = 'B'",
  examples: {
    fails: [
      { row: { tanggal_lahir: '12|06|2018', status_perkawinan: 'B' } },
      { row: { tanggal_lahir: '12|06|2019', status_perkawinan: 'BELUM KAWIN' } },
    ],
    passes: [
      { row: { tanggal_lahir: '12|06|1990', status_perkawinan: 'B' } },
      {
        row: { tanggal_lahir: '12|06|2018', status_perkawinan: 'S' },
        because: {
          id: 'sudah kawin; kewajarannya diperiksa oleh kawin-terlalu-muda',
          en: 'married; whether that is plausible is checked by kawin-terlalu-muda',
        },
      },
      {
        row: { tanggal_lahir: '12|06|2190', status_perkawinan: 'B' },
        because: {
          id: 'diperiksa oleh tanggal-lahir-di-masa-depan',
          en: 'checked by tanggal-lahir-di-masa-depan',
        },
      },
    ],
    notAssessable: [{ row: { tanggal_lahir: '12|06|2018', status_perkawinan: '' } }],
  },
});
