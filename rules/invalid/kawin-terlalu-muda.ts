import { rule } from '../../src/model/rule.ts';

export default rule({
  id: 'kawin-terlalu-muda',
  title: { id: 'Sudah atau pernah kawin di bawah 15 tahun', en: 'Married or once married under 15' },
  rationale: {
    id: 'Batas umur kawin 19 tahun (UU 16/2019) dan perkawinan di bawahnya memerlukan dispensasi pengadilan. Batas aturan ini sengaja rendah, 15 tahun, agar perkawinan dengan dispensasi tidak ikut ditandai.',
    en: "The age of marriage is 19 (UU 16/2019) and earlier marriages need a court's dispensation. The bound here is low on purpose, 15, so that those with a dispensation are not marked.",
  },
  remedy: {
    id: 'PPS atau coktas memeriksa tanggal lahir dan status perkawinan pada KK; operator Sidalih memperbaiki kolom yang keliru.',
    en: 'The PPS or coktas checks the birth date and marital status on the family card; the Sidalih operator corrects the column at fault.',
  },
  dimension: 'plausibility',
  severity: 'warning',
  field: 'status_perkawinan',
  reads: ['age', 'marital'],
  violatedWhen: "age < 15 AND age >= 0 AND marital <> 'B'",
  examples: {
    fails: [
      { row: { tanggal_lahir: '12|06|2018', status_perkawinan: 'S' } },
      { row: { tanggal_lahir: '12|06|2019', status_perkawinan: 'P' } },
    ],
    passes: [
      {
        row: { tanggal_lahir: '12|06|2018', status_perkawinan: 'B' },
        because: {
          id: 'diperiksa oleh di-bawah-umur-belum-kawin',
          en: 'checked by di-bawah-umur-belum-kawin',
        },
      },
      { row: { tanggal_lahir: '12|06|1990', status_perkawinan: 'S' } },
    ],
    notAssessable: [{ row: { tanggal_lahir: '', status_perkawinan: 'S' } }],
  },
});
