import type { Suggestion } from '../../../model/ganda.ts';
import type { Text } from '../../../model/text.ts';

/** Texts of a work list. */
export const WORDS = {
  title: { id: 'Daftar kerja', en: 'Work list' },
  referenceDate: { id: 'Tanggal acuan', en: 'Reference date' },
  period: { id: 'Buku kode', en: 'Code-book' },
  confidential: {
    id: 'Rahasia: memuat data pribadi (UU 27/2022). Hanya untuk petugas yang menindaklanjuti.',
    en: 'Confidential: holds personal data (UU 27/2022). Only for the officers who act on it.',
  },
  page: { id: 'Halaman', en: 'Page' },
  otherSatker: { id: 'satker lain', en: 'other satker' },
  unknownArea: { id: 'wilayah tidak diketahui', en: 'area unknown' },
  noKecamatan: { id: 'tanpa kecamatan', en: 'without kecamatan' },
  rowsInvalid: { id: 'Baris Data Invalid', en: 'Rows of Data Invalid' },
  rowsGanda: { id: 'Baris Data Ganda', en: 'Rows of Data Ganda' },
  groups: { id: 'Kelompok Data Ganda', en: 'Groups of Data Ganda' },
  ofOtherSatker: { id: 'di antaranya baris satker lain', en: 'of them rows of another satker' },
  findings: { id: 'Temuan', en: 'Findings' },
  severity: { id: 'Tingkat', en: 'Severity' },
  count: { id: 'Banyaknya', en: 'Count' },
  kecamatan: { id: 'Kecamatan', en: 'Kecamatan' },
  grade: { id: 'Tingkat Data Ganda', en: 'Grade of Data Ganda' },
  proposal: { id: 'Usulan', en: 'Proposal' },
  nothing: {
    id: 'Tidak ada baris yang perlu diperiksa di satker ini.',
    en: 'There is nothing to verify in this satker.',
  },
  proposalOnly: {
    id: 'Semua isi berkas ini adalah usulan untuk diperiksa, bukan keputusan. Cara mengisinya ada di lembar Petunjuk.',
    en: 'Everything in this file is proposed for verification, nothing is decided. How to fill it in stands in the sheet Guide.',
  },
  stale: { id: 'baris berubah: jawab lagi', en: 'row has changed: answer again' },
  disputed: { id: 'jawaban bertentangan', en: 'answers contradict' },
  choose: { id: 'Pilih dari daftar', en: 'Choose from the list' },
  chooseFromList: {
    id: 'Pilih salah satu hasil verifikasi dari daftar. Artinya ada di lembar Petunjuk.',
    en: 'Choose one of the results from the list. The sheet Guide says what they mean.',
  },
  date: { id: 'Tanggal', en: 'Date' },
  dateWanted: { id: 'Isi dengan tanggal verifikasi.', en: 'Enter the date of the verification.' },
} as const satisfies Record<string, Text>;

export const SUGGESTION_WORDS: Readonly<Record<Suggestion, Text>> = {
  'tms-ganda': { id: 'usul TMS ganda', en: 'proposed as TMS, duplicate' },
  verifikasi: { id: 'verifikasi', en: 'verify' },
  dukcapil: { id: 'tanyakan Disdukcapil', en: 'ask Disdukcapil' },
  abaikan: { id: 'usul tetap', en: 'proposed to stay' },
};
