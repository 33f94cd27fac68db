import type ExcelJS from 'exceljs';
import type { Text } from '../../../model/text.ts';
import { type VerdictChoice, type VerdictKind, verdictChoices } from '../../../model/worklist.ts';
import type { BookSetting } from './book-setting.ts';
import { FONT, TITLE_FONT } from './layout.ts';

const TITLE: Text = { id: 'Petunjuk', en: 'Guide' };

const STEPS: readonly Text[] = [
  {
    id: '1. Urutan baris mengikuti perjalanan di lapangan: kecamatan, desa, TPS, lalu RW, RT, dan keluarga. Gunakan saringan pada judul kolom untuk memilih satu desa atau TPS.',
    en: '1. The rows follow the walk in the field: kecamatan, desa, TPS, then RW, RT and family. Use the filters in the header to choose one desa or TPS.',
  },
  {
    id: '2. Data Invalid: satu baris satu pemilih dengan semua temuannya. "error" perlu diperbaiki; "warning" perlu dilihat dan mungkin sudah benar. Baris tanpa nama adalah temuan tentang TPS, desa, atau berkas.',
    en: '2. Data Invalid: one row is one voter with all findings. "error" must be fixed; "warning" is to be looked at and may be right. A row without a name is a finding about a TPS, a desa or a file.',
  },
  {
    id: '3. Data Ganda: anggota satu kelompok berurutan, dengan garis di atas anggota pertama. Nilai yang berbeda di dalam kelompok diberi warna jingga dan disebut dalam kolom "Yang berbeda". Anggota di satker lain ditulis miring dan disamarkan; jawabannya diisi oleh satker itu.',
    en: '3. Data Ganda: the members of a group stand together, with a line above the first. Values that differ within the group are orange and named in the column "What differs". Members in another satker are in italics and masked; that satker answers for them.',
  },
  {
    id: '4. Isi hanya kolom berwarna kuning: Hasil verifikasi (pilih dari daftar), Keterangan (data yang benar, bukti), Petugas, dan Tanggal. Kolom lain dikunci tanpa sandi agar tidak terubah.',
    en: '4. Fill in only the yellow columns: Result of verification (choose from the list), Remark (the right data, the evidence), Officer and Date. The others are locked, without a password, against slips.',
  },
  {
    id: '5. Jangan menghapus kolom tersembunyi di kanan: dengan kolom itu jawaban kembali ke pemilihnya. Baris boleh dikosongkan bila belum diperiksa. Kolom "Jawaban tersimpan" menyebut jawaban yang sudah diterima: baris itu tidak perlu diisi lagi.',
    en: '5. Do not delete the hidden columns on the right: by them an answer finds its voter. A row not yet verified may stay empty. The column "Stored answer" says what was received already: such a row needs no new answer.',
  },
  {
    id: '6. Dalam satu kelompok paling sedikit satu baris tetap. TMS memerlukan bukti; usulan dalam berkas ini bukan bukti dan bukan keputusan.',
    en: '6. In each group at least one row stays. TMS needs evidence; what this file proposes is neither evidence nor a decision.',
  },
  {
    id: '7. Berkas ini memuat data pribadi. Simpan di dalam kantor, jangan dikirim melalui pesan atau surel tanpa sandi, dan hapus salinannya setelah selesai.',
    en: '7. This file holds personal data. Keep it inside the office, do not send it by message or e-mail without a password, and delete copies when done.',
  },
];

const CHOICES_TITLE: Text = { id: 'Pilihan Hasil verifikasi', en: 'Choices of Result of verification' };
const CHOICE_HEADER: readonly Text[] = [
  { id: 'Pilihan', en: 'Choice' },
  { id: 'Arti', en: 'Meaning' },
];

const MEANINGS: Readonly<Record<VerdictKind, Text>> = {
  ms: {
    id: 'Memenuhi syarat dan datanya benar seperti tertulis.',
    en: 'Eligible, and the data is right as written.',
  },
  tms: {
    id: 'Tidak memenuhi syarat karena alasan itu. Sebutkan buktinya dalam Keterangan.',
    en: 'Not eligible for that reason. Name the evidence under Remark.',
  },
  'ubah-data': {
    id: 'Pemilihnya ada, datanya perlu diubah. Tulis data yang benar dalam Keterangan.',
    en: 'The voter is there, the data must be changed. Write the right data under Remark.',
  },
  'tidak-ditemukan': {
    id: 'Tidak ditemukan di alamatnya, dan belum ada bukti untuk TMS.',
    en: 'Not found at the address, and no evidence for TMS yet.',
  },
  'bukan-ganda': {
    id: 'Orang lain: bukan orang yang sama dengan anggota lain di kelompoknya. Hanya untuk Data Ganda.',
    en: 'Another person than the other members of the group. Only for Data Ganda.',
  },
};

/** Where the drop-downs find their entries. Those of Data Invalid are the same without the last. */
export const CHOICES_COLUMN = 'A';
export const CHOICES_FIRST_ROW = STEPS.length + 6;

/** The sheet *Petunjuk*: how to fill in the list, and the entries of its drop-downs. */
export function writeGuide(sheet: ExcelJS.Worksheet, { language, codeBook }: BookSetting): void {
  sheet.columns = [{ width: 40 }, { width: 70 }];
  sheet.addRow([TITLE[language]]).font = TITLE_FONT;
  sheet.addRow([]);
  for (const step of STEPS) {
    const row = sheet.addRow([step[language]]);
    sheet.mergeCells(row.number, 1, row.number, 2);
    row.getCell(1).alignment = { wrapText: true, vertical: 'top' };
    row.height = 42;
    row.font = FONT;
  }
  sheet.addRow([]);
  sheet.addRow([CHOICES_TITLE[language]]).font = { ...FONT, bold: true, size: 12 };
  sheet.addRow(CHOICE_HEADER.map((text) => text[language])).font = { ...FONT, bold: true };
  for (const { verdict, label } of verdictChoices(codeBook, 'ganda'))
    addChoice(sheet, verdict, label[language], language);
}

function addChoice(
  sheet: ExcelJS.Worksheet,
  verdict: VerdictChoice['verdict'],
  label: string,
  language: BookSetting['language'],
): void {
  const row = sheet.addRow([label, MEANINGS[verdict][language]]);
  row.alignment = { wrapText: true, vertical: 'top' };
  row.font = FONT;
}
