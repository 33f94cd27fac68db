import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** An independent check of the rules of severity error, written from their titles, without DuckDB. */

function codes(length: number): Set<string> {
  const folder = new URL('../../rules/reference/', import.meta.url);
  const area = gunzipSync(readFileSync(new URL('area.csv.gz', folder))).toString();
  return new Set(
    area
      .split('\n')
      .map((line) => line.split(',')[0] ?? '')
      .filter((kode) => kode.length === length),
  );
}

const KABUPATEN = codes(4);
const DESA = codes(10);

function realDate(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function nikErrors(nik: string, fileZeroShare: number): string[] {
  if (nik === '') return ['nik-kosong'];
  if (nik.includes('*')) return [];
  if (/^\d(\.\d+)?E\+?\d+$/.test(nik)) return ['nik-rusak-excel'];
  if (!/^\d+$/.test(nik)) return ['nik-bukan-angka'];
  if (nik.length !== 16) return ['nik-bukan-16-digit'];
  const found: string[] = [];
  if (/^(\d\d)\1{7}$/.test(nik) || '01234567890123456789'.includes(nik)) found.push('nik-pola-palsu');
  if (nik === '9876543210987654') found.push('nik-pola-palsu');
  if (!KABUPATEN.has(nik.slice(0, 4))) found.push('nik-wilayah-tidak-dikenal');
  const day = Number(nik.slice(6, 8)) > 40 ? Number(nik.slice(6, 8)) - 40 : Number(nik.slice(6, 8));
  const [month, year] = [Number(nik.slice(8, 10)), Number(nik.slice(10, 12))];
  if (!realDate(1900 + year, month, day) && !realDate(2000 + year, month, day))
    found.push('nik-tanggal-tidak-sah');
  if (nik.endsWith('0000')) found.push('nik-nomor-urut-0000');
  if (nik.endsWith('0') && fileZeroShare > 0.5) found.push('nik-rusak-excel');
  return found;
}

function nkkErrors(nkk: string, nik: string): string[] {
  if (nkk === '') return ['nkk-kosong'];
  if (!/^\d+$/.test(nkk)) return ['nkk-bukan-angka'];
  if (nkk.length !== 16) return ['nkk-bukan-16-digit'];
  return [
    ...(nkk.endsWith('0000') ? ['nkk-nomor-urut-0000'] : []),
    ...(nkk === nik ? ['nkk-sama-dengan-nik'] : []),
  ];
}

function dateNumber(year: number, month: number, day: number): number {
  return year * 10_000 + month * 100 + day;
}

function birthErrors(text: string, marital: string, reference: readonly [number, number, number]): string[] {
  if (text === '') return ['tanggal-lahir-kosong'];
  const match = /^(\d\d)\|(\d\d)\|(\d{4})$/.exec(text);
  const [day, month, year] = [Number(match?.[1]), Number(match?.[2]), Number(match?.[3])];
  if (match === null || !realDate(year, month, day)) return ['tanggal-lahir-tidak-sah'];
  const age = Math.floor((dateNumber(...reference) - dateNumber(year, month, day)) / 10_000);
  if (age < 0) return ['tanggal-lahir-di-masa-depan'];
  if (age < 17 && marital === 'B') return ['di-bawah-umur-belum-kawin'];
  return age > 120 ? ['umur-di-atas-120'] : [];
}

export interface RollRow {
  readonly file: string;
  readonly cells: readonly string[];
}

/** Ids of the error rules that a row breaks; `kolom-tergeser` and `dpid-ganda` are for the caller. */
export function rowErrors(
  { file, cells }: RollRow,
  zeroShare: number,
  reference: readonly [number, number, number],
): string[] {
  const [, nkk = '', nik = '', nama = '', , lahir = '', kawin = '', kelamin = ''] = cells;
  const [tps = '', kode = ''] = cells.slice(15);
  const desa = kode.replaceAll('.', '');
  return [
    ...nikErrors(nik, zeroShare),
    ...nkkErrors(nkk, nik),
    ...birthErrors(lahir, kawin, reference),
    ...(nama === '' ? ['nama-kosong'] : /\d/.test(nama) ? ['nama-berisi-angka'] : []),
    ...(['L', 'P'].includes(kelamin) ? [] : ['jenis-kelamin-kosong-atau-salah']),
    ...(['B', 'S', 'P'].includes(kawin) ? [] : ['status-perkawinan-kosong-atau-salah']),
    ...(Number(tps) > 0 ? [] : ['tps-kosong']),
    ...(DESA.has(desa)
      ? desa.slice(0, 4) === file
        ? []
        : ['desa-di-luar-kabupaten']
      : ['desa-tidak-dikenal']),
  ];
}
