import { rule } from '../../src/model/rule.ts';

export default rule({
  id: 'alamat-kosong',
  title: { id: 'Alamat kosong', en: 'Address is empty' },
  rationale: {
    id: 'Tanpa alamat, pemilih sulit ditemui saat coklit dan penempatannya pada TPS tidak dapat diperiksa.',
    en: 'Without an address a voter is hard to find for verification, and the choice of TPS cannot be checked.',
  },
  remedy: {
    id: 'PPS melengkapi nama jalan, dusun, atau dukuh sesuai KTP-el atau KK; operator Sidalih memasukkannya.',
    en: 'The PPS supplies the street or hamlet from the identity card or family card; the Sidalih operator enters it.',
  },
  dimension: 'completeness',
  severity: 'warning',
  field: 'alamat',
  reads: ['alamat'],
  violatedWhen: "alamat IS NULL OR (length(alamat) <= 3 AND NOT regexp_matches(alamat, '[\\pL1-9*]'))",
  assessableWhen: 'true',
  examples: {
    fails: [
      { row: { alamat: '', nama: 'BUDI CONTOH' } },
      {
        row: { alamat: '-' },
        because: { id: 'tanda hubung saja dianggap kosong', en: 'a dash alone counts as empty' },
      },
      { row: { alamat: '0' } },
    ],
    passes: [
      { row: { alamat: 'DUKUH KRAJAN' } },
      {
        row: { alamat: '12' },
        because: {
          id: 'nomor rumah saja masih merupakan petunjuk',
          en: 'a house number alone is still a clue',
        },
      },
    ],
  },
});
