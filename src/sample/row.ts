import type { Sex } from './names.ts';

/** One line of a roll while it is made: the cells as they will be written, and what is known of the person. */
export interface Row {
  dpid: string;
  nkk: string;
  nik: string;
  nama: string;
  tempatLahir: string;
  tanggalLahir: string;
  statusPerkawinan: string;
  jenisKelamin: string;
  alamat: string;
  rt: string;
  rw: string;
  disabilitas: string;
  ktpEl: string;
  keterangan: string;
  sumber: string;
  tps: string;
  kodeDesa: string;
  /** Number of the person, the same in every copy. */
  personId: number;
  /** Day number of the true birth date. */
  birth: number;
  sex: Sex;
  /** Six area digits of the true NIK. */
  area: string;
  /** Planted errors and traps, `;` between them; empty for a clean row. */
  labels: string;
  /** Rules that must fire, by id. */
  fires: readonly string[];
  /** Has a copy, a trap or a defect: nothing more is planted on it. */
  taken: boolean;
}

export const HEADER =
  'dpid,nkk,nik,nama,tempat_lahir,tanggal_lahir,status_perkawinan,jenis_kelamin,alamat,rt,rw,disabilitas,ktp_el,keterangan,sumber,tps,kode_desa\n';

/** The row as a line of the default layout; no cell holds a comma, a quote or a newline. */
export function lineOf(row: Row): string {
  return `${row.dpid},${row.nkk},${row.nik},${row.nama},${row.tempatLahir},${row.tanggalLahir},${row.statusPerkawinan},${row.jenisKelamin},${row.alamat},${row.rt},${row.rw},${row.disabilitas},${row.ktpEl},${row.keterangan},${row.sumber},${row.tps},${row.kodeDesa}\n`;
}

export function truthLineOf(row: Row): string {
  return `${row.dpid},${row.personId},${row.labels}\n`;
}

export function label(row: Row, ...labels: readonly string[]): void {
  for (const text of labels) row.labels = row.labels === '' ? text : `${row.labels};${text}`;
}

/**
 * Voter number of the n-th row made: nine digits, different for each n below 100,000,007, without the
 * order in which persons and their copies were made.
 */
export function dpidOf(n: number): string {
  return String(100_000_000 + ((n * 61_803_399 + 27_182_818) % 100_000_007));
}
