import { rule } from '../../src/model/rule.ts';

export default rule({
  id: 'nik-pola-palsu',
  title: { id: 'NIK berpola buatan', en: 'NIK is a made-up pattern' },
  rationale: {
    id: 'Angka yang berulang atau berurutan sepanjang 16 digit adalah isian pengganti, bukan NIK terbitan SIAK. Pola hanya diuji atas seluruh 16 digit, karena bagian wilayah dan tanggal pada NIK asli dapat saja berulang.',
    en: 'Digits that repeat or run over all 16 places are filler, not a NIK issued by SIAK. Only the whole 16 digits are tested: the area and date of a genuine NIK may well repeat.',
  },
  remedy: {
    id: 'Operator Sidalih mencari NIK sebenarnya pada KTP-el atau KK. Bila tidak ditemukan, PPS atau coktas mendatangi pemilih dan Disdukcapil memastikan NIK-nya.',
    en: 'The Sidalih operator looks up the true NIK on the identity card or family card. If there is none, the PPS or coktas visits the voter and Disdukcapil confirms the NIK.',
  },
  dimension: 'validity',
  severity: 'error',
  field: 'nik',
  reads: ['nik_number', 'nik_area_status'],
  violatedWhen: `nik_number % 101010101010101 = 0
  OR (nik_area_status < 2 AND list_contains([
    1234567890123456, 2345678901234567, 3456789012345678, 4567890123456789, 5678901234567890,
    6789012345678901, 7890123456789012, 8901234567890123, 9012345678901234, 123456789012345,
    9876543210987654, 8765432109876543, 7654321098765432, 6543210987654321, 5432109876543210,
    4321098765432109, 3210987654321098, 2109876543210987, 1098765432109876, 987654321098765,
    1234567812345678, 1234123412341234, 1122334455667788
  ], nik_number))`,
  causes: [
    {
      id: 'angka-berulang',
      label: { id: 'satu atau dua angka yang diulang', en: 'one or two digits repeated' },
      when: 'nik_number % 101010101010101 = 0',
    },
    { id: 'angka-berurutan', label: { id: 'angka berurutan', en: 'running digits' }, when: 'true' },
  ],
  examples: {
    fails: [
      { row: { nik: '2222222222222222' }, cause: 'angka-berulang' },
      { row: { nik: '1212121212121212' }, cause: 'angka-berulang' },
      { row: { nik: '0000000000000000' }, cause: 'angka-berulang' },
      { row: { nik: '1234567890123456' }, cause: 'angka-berurutan' },
      { row: { nik: '0123456789012345' }, cause: 'angka-berurutan' },
      { row: { nik: '9876543210987654' }, cause: 'angka-berurutan' },
    ],
    passes: [
      { row: { nik: '3319010101900001' } },
      {
        row: { nik: '3319011111110011' },
        because: {
          id: 'lahir 11-11-11: angka berulang hanya pada bagian tanggal',
          en: 'born on 11-11-11: digits repeat only in the date part',
        },
      },
      {
        row: { nik: '1111111211110001' },
        because: {
          id: 'diterbitkan di kecamatan 11.11.11 bagi yang lahir pada 12-11-11: mungkin asli',
          en: 'issued in kecamatan 11.11.11 to someone born on 12-11-11: may be genuine',
        },
      },
    ],
    notAssessable: [
      {
        row: { nik: '222222' },
        because: {
          id: 'bukan 16 digit; diperiksa oleh nik-bukan-16-digit',
          en: 'not 16 digits; checked by nik-bukan-16-digit',
        },
      },
    ],
  },
});
