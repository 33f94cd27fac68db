import type { InputProblem } from '../../model/errors.ts';
import type { Text } from '../../model/text.ts';

type Maker<Arguments extends readonly unknown[]> = (path: string, ...rest: Arguments) => InputProblem;

function problem(path: string, code: string, id: string, en: string, line?: number): InputProblem {
  return line === undefined ? { path, code, text: { id, en } } : { path, code, line, text: { id, en } };
}

export const fileMissing: Maker<[]> = (path) =>
  problem(
    path,
    'berkas-tidak-ada',
    'Tidak ada berkas atau folder dengan nama ini. Periksa ejaannya, lalu jalankan lagi.',
    'No file or folder has this name. Check the spelling, then run again.',
  );

export const fileUnreadable: Maker<[code: string]> = (path, code) =>
  problem(
    path,
    'berkas-tak-terbaca',
    `Sistem menolak pembacaan (${code}). Periksa izinnya, lalu jalankan lagi.`,
    `The system refused to read it (${code}). Check its permissions, then run again.`,
  );

export const folderEmpty: Maker<[]> = (path) =>
  problem(
    path,
    'folder-kosong',
    'Folder ini tidak berisi berkas .csv, .tsv, .txt, .csv.gz, .tsv.gz, .parquet, atau .xlsx. Salin daftar pemilih ke dalamnya, atau sebutkan folder lain.',
    'This folder holds no .csv, .tsv, .txt, .csv.gz, .tsv.gz, .parquet or .xlsx file. Copy the rolls into it, or name another folder.',
  );

export const fileEmpty: Maker<[]> = (path) =>
  problem(
    path,
    'berkas-kosong',
    'Berkas ini kosong (tanpa satu karakter pun). Mintalah salinan yang utuh kepada pengirimnya.',
    'This file is empty. Ask its sender for a complete copy.',
  );

export const headerOnly: Maker<[line: number]> = (path, line) =>
  problem(
    path,
    'hanya-judul',
    'Berkas ini hanya berisi judul kolom, tanpa satu baris pemilih pun. Ekspor ulang berkasnya.',
    'This file holds only the column headers and not one voter. Export it again.',
    line,
  );

/** @param seen header-like texts of the first line; empty when they may be a voter's data */
export const headerMissing: Maker<[seen: readonly string[]]> = (path, seen) => {
  const list = seen.map((header) => `“${header}”`).join(', ');
  const command = `sisir columns ${/\s/.test(path) ? `"${path}"` : path}`;
  return problem(
    path,
    'tanpa-judul-kolom',
    `Judul kolom tidak ditemukan dalam 30 baris pertama.${list === '' ? '' : ` Baris pertama berisi: ${list}.`} Jalankan \`${command}\` untuk melihat bagaimana berkas dibaca, lalu tambahkan judul kolom atau pemetaan "columns" pada konfigurasi.`,
    `No column headers were found in the first 30 lines.${list === '' ? '' : ` The first line holds: ${list}.`} Run \`${command}\` to see how the file is understood, then add headers or a "columns" mapping to the config.`,
    1,
  );
};

export const columnsMissing: Maker<[line: number, header: readonly string[]]> = (path, line, header) => {
  const list = header.filter((cell) => cell !== '').join(', ');
  return problem(
    path,
    'berkas-tanpa-kolom',
    `Kolom nama dan nik tidak ada; paling sedikit satu diperlukan. Judul yang ada: ${list}. Petakan salah satunya melalui "columns" pada konfigurasi.`,
    `Neither nama nor nik is among the columns; at least one is needed. Headers found: ${list}. Map one of them with "columns" in the config.`,
    line,
  );
};

export const columnTwice: Maker<[line: number, column: string, headers: readonly string[]]> = (
  path,
  line,
  column,
  headers,
) => {
  const list = headers.map((header) => `“${header}”`);
  return problem(
    path,
    'judul-kolom-ganda',
    `Beberapa judul berarti ${column}: ${list.join(' dan ')}. Pilih satu melalui "columns" pada konfigurasi, atau ubah judul yang lain.`,
    `Several headers mean ${column}: ${list.join(' and ')}. Choose one with "columns" in the config, or rename the others.`,
    line,
  );
};

export const mappingMissing: Maker<[line: number, column: string, headers: readonly string[]]> = (
  path,
  line,
  column,
  headers,
) => {
  const list = headers.map((header) => `“${header}”`).join(', ');
  return problem(
    path,
    'pemetaan-tidak-cocok',
    `Konfigurasi memetakan ${column} dari ${list}, tetapi judul itu tidak ada di berkas ini. Perbaiki "columns" pada konfigurasi.`,
    `The config maps ${column} from ${list}, but this file has no such header. Correct "columns" in the config.`,
    line,
  );
};

export const notParquet: Maker<[]> = (path) =>
  problem(
    path,
    'bukan-parquet',
    'Isi berkas ini bukan Parquet yang utuh, meskipun namanya berakhiran .parquet. Ekspor ulang, atau beri akhiran yang sesuai dengan isinya.',
    'This file is not a whole Parquet file although its name ends in .parquet. Export it again, or give it the ending of what it is.',
  );

export const notXlsx: Maker<[]> = (path) =>
  problem(
    path,
    'bukan-xlsx',
    'Isi berkas ini bukan buku kerja XLSX yang utuh. Buka dengan aplikasi lembar kerja, simpan sebagai .xlsx atau .csv, lalu jalankan lagi.',
    'This file is not a whole XLSX workbook. Open it in a spreadsheet program, save it as .xlsx or .csv, then run again.',
  );

export const notText: Maker<[kind: Text]> = (path, kind) =>
  problem(
    path,
    'bukan-teks',
    `Isi berkas ini ${kind.id}, bukan teks CSV. Simpan sebagai .csv atau .xlsx, lalu jalankan lagi.`,
    `This file holds ${kind.en}, not CSV text. Save it as .csv or .xlsx, then run again.`,
  );

export const gzipBroken: Maker<[]> = (path) =>
  problem(
    path,
    'gz-rusak',
    'Arsip .gz ini terpotong atau rusak, sehingga sebagian baris hilang. Salin ulang dari sumbernya.',
    'This .gz file is cut short or damaged, so rows are missing. Copy it again from its source.',
  );

export const fileChanged: Maker<[]> = (path) =>
  problem(
    path,
    'berkas-berubah',
    'Berkas ini berubah atau hilang sejak diperiksa. Tunggu sampai penyalinan selesai, lalu jalankan lagi.',
    'This file changed or disappeared after it was inspected. Wait until copying is finished, then run again.',
  );

export const unsteadyXlsx: Maker<[]> = (path) =>
  problem(
    path,
    'xlsx-tidak-tetap',
    'Setiap kali dibaca, jumlah baris buku kerja ini berbeda. Simpan ulang dari aplikasinya atau ekspor sebagai CSV, lalu jalankan lagi.',
    'Each reading of this workbook gives another number of rows. Save it again from its program or export it as CSV, then run again.',
  );
