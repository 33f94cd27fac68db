import { rule } from '../../src/model/rule.ts';

export default rule({
  id: 'nik-nomor-urut-0000',
  title: { id: 'Nomor urut NIK 0000', en: 'NIK serial is 0000' },
  rationale: {
    id: 'Nomor urut pada digit 13-16 diterbitkan SIAK mulai 0001. Akhiran 0000 berarti NIK belum lengkap atau rusak saat ekspor.',
    en: 'SIAK issues the serial in digits 13-16 from 0001. An ending of 0000 means an incomplete NIK or one damaged by an export.',
  },
  remedy: {
    id: 'Operator Sidalih memperbaiki NIK sesuai KTP-el atau KK. Bila dokumennya sendiri berakhiran 0000, mohonkan pemeriksaan kepada Disdukcapil.',
    en: 'The Sidalih operator corrects the NIK from the identity card or family card. If the document itself ends in 0000, ask Disdukcapil to check it.',
  },
  dimension: 'validity',
  severity: 'error',
  field: 'nik',
  reads: ['nik_serial'],
  violatedWhen: 'nik_serial = 0',
  examples: {
    fails: [{ row: { nik: '3319010101900000' } }, { row: { nik: '3319014101900000' } }],
    passes: [
      { row: { nik: '3319010101900001' } },
      {
        row: { nik: '3319010101900100' },
        because: {
          id: 'nomor urut 0100 jarang, tetapi ada pada tanggal lahir baku karena dipakai banyak orang',
          en: 'serial 0100 is rare, but exists on default birth dates because many people share them',
        },
      },
    ],
    notAssessable: [{ row: { nik: '33190101019000' } }],
  },
});
