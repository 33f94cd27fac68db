import { rule } from '../../src/model/rule.ts';

export default rule({
  id: 'nkk-nomor-urut-0000',
  title: { id: 'Nomor urut NKK 0000', en: 'NKK serial is 0000' },
  rationale: {
    id: 'Nomor urut keluarga pada digit 13-16 dimulai dari 0001. Akhiran 0000 berarti NKK belum lengkap atau rusak saat ekspor.',
    en: 'The family serial in digits 13-16 starts at 0001. An ending of 0000 means an incomplete NKK or one damaged by an export.',
  },
  remedy: {
    id: 'Operator Sidalih memperbaiki NKK sesuai KK; bila KK sendiri berakhiran 0000, mohonkan pemeriksaan kepada Disdukcapil.',
    en: 'The Sidalih operator corrects the NKK from the family card; if the card itself ends in 0000, ask Disdukcapil to check it.',
  },
  dimension: 'validity',
  severity: 'error',
  field: 'nkk',
  reads: ['nkk_serial'],
  violatedWhen: 'nkk_serial = 0',
  examples: {
    fails: [{ row: { nkk: '1890000000000000' } }, { row: { nkk: '3319010101080000' } }],
    passes: [
      { row: { nkk: '3319010101080001' } },
      {
        row: { nkk: '3319010101080010' },
        because: { id: 'nomor urut 0010 adalah wajar', en: 'serial 0010 is normal' },
      },
    ],
    notAssessable: [
      {
        row: { nkk: '0000' },
        because: {
          id: 'bukan 16 digit; diperiksa oleh nkk-bukan-16-digit',
          en: 'not 16 digits; checked by nkk-bukan-16-digit',
        },
      },
    ],
  },
});
