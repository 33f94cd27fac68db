import { groupRule } from '../../src/model/rule.ts';

export default groupRule({
  id: 'nkk-beda-tps',
  title: { id: 'Satu keluarga pada TPS yang berbeda', en: 'One family at different TPS' },
  rationale: {
    id: 'Pembentukan TPS tidak memisahkan pemilih dalam satu keluarga. Anggota satu NKK di desa yang sama seharusnya berada pada satu TPS; TPS lokasi khusus (901 ke atas) dikecualikan.',
    en: 'TPS are drawn without splitting families. The members of one NKK in one desa belong at one TPS; special-location TPS (901 and up) are left out.',
  },
  remedy: {
    id: 'PPS memastikan tempat tinggal tiap anggota keluarga, lalu operator Sidalih memindahkan pemilih yang salah penempatan.',
    en: 'The PPS confirms where each member lives, then the Sidalih operator moves the voters placed wrongly.',
  },
  dimension: 'consistency',
  severity: 'warning',
  field: 'tps',
  reads: ['nkk_number', 'area_desa', 'tps_number'],
  where: 'tps_number BETWEEN 1 AND 900',
  groupBy: ['nkk_number', 'area_desa'],
  measures: { lowest_tps: 'min(tps_number)', highest_tps: 'max(tps_number)' },
  violatedWhen: 'lowest_tps <> highest_tps',
  reports: 'members',
  examples: {
    fails: [
      {
        rows: [
          { nkk: '3319010101080001', nama: 'BUDI CONTOH', tps: '001', kode_desa: '3319012001' },
          { nkk: '3319010101080001', nama: 'SITI CONTOH', tps: '002', kode_desa: '3319012001' },
        ],
      },
      {
        rows: [
          { nkk: '3319010101080002', nama: 'AGUS CONTOH', tps: '3', kode_desa: '33.19.01.2001' },
          { nkk: '3319010101080002', nama: 'WATI CONTOH', tps: '3', kode_desa: '33.19.01.2001' },
          { nkk: '3319010101080002', nama: 'TONO CONTOH', tps: '13', kode_desa: '33.19.01.2001' },
        ],
      },
    ],
    passes: [
      {
        rows: [
          { nkk: '3319010101080001', nama: 'BUDI CONTOH', tps: '001', kode_desa: '3319012001' },
          { nkk: '3319010101080001', nama: 'SITI CONTOH', tps: '1', kode_desa: '3319012001' },
        ],
        because: { id: '001 dan 1 adalah TPS yang sama', en: '001 and 1 are the same TPS' },
      },
      {
        rows: [
          { nkk: '3319010101080001', nama: 'BUDI CONTOH', tps: '001', kode_desa: '3319012001' },
          { nkk: '3319010101080001', nama: 'SITI CONTOH', tps: '002', kode_desa: '3319012002' },
        ],
        because: {
          id: 'desa berbeda; dilaporkan oleh nkk-beda-desa',
          en: 'different desa; reported by nkk-beda-desa',
        },
      },
      {
        rows: [
          { nkk: '3319010101080001', nama: 'BUDI CONTOH', tps: '001', kode_desa: '3319012001' },
          { nkk: '3319010101080001', nama: 'SITI CONTOH', tps: '901', kode_desa: '3319012001' },
        ],
        because: {
          id: 'TPS lokasi khusus (901 ke atas) tidak dibandingkan',
          en: 'special-location TPS (901 and up) are not compared',
        },
      },
    ],
  },
});
