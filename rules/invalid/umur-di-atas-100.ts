import { rule } from '../../src/model/rule.ts';

export default rule({
  id: 'umur-di-atas-100',
  title: { id: 'Umur di atas 100 tahun', en: 'Older than 100 years' },
  rationale: {
    id: 'Pemilih di atas 100 tahun perlu dipastikan di lapangan. Banyak di antaranya masih hidup, sehingga tidak boleh dihapus hanya karena umurnya.',
    en: 'Voters above 100 are to be verified in the field. Many are alive and must not be removed for their age alone.',
  },
  remedy: {
    id: 'PPS atau coktas mendatangi pemilih. Bila masih hidup, catat dan biarkan; bila meninggal, lampirkan surat kematian lalu tandai TMS; bila tahun lahir keliru, operator Sidalih memperbaikinya.',
    en: 'The PPS or coktas visits the voter. If alive, note it and leave the row; if deceased, attach the death certificate and mark TMS; if the year is wrong, the Sidalih operator corrects it.',
  },
  dimension: 'plausibility',
  severity: 'warning',
  field: 'tanggal_lahir',
  reads: ['age'],
  violatedWhen: 'age > 100 AND age <= 120',
  examples: {
    fails: [{ row: { tanggal_lahir: '12|06|1915' } }, { row: { tanggal_lahir: '31|12|1917' } }],
    passes: [
      { row: { tanggal_lahir: '12|06|1945' } },
      {
        row: { tanggal_lahir: '12|06|1880' },
        because: { id: 'diperiksa oleh umur-di-atas-120', en: 'checked by umur-di-atas-120' },
      },
    ],
    notAssessable: [{ row: { tanggal_lahir: '' } }],
  },
});
