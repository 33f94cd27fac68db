import { gzipSync } from 'node:zlib';

export interface DirtyFile {
  /** Below `samples/kotor`. */
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly shows: string;
}

const HEADER =
  'dpid,nkk,nik,nama,tempat_lahir,tanggal_lahir,status_perkawinan,jenis_kelamin,alamat,rt,rw,disabilitas,ktp_el,keterangan,sumber,tps,kode_desa';

/** Made-up voters of two desa; with one person twice (K1) so that every readable file has a finding. */
const ROWS = [
  '900000001,3301012105100001,3301011708800001,SUTRISNO,CILACAP,17|08|1980,S,L,DUSUN KRAJAN,001,002,0,S,,dpt,001,33.01.01.2001',
  '900000002,3301012105100001,3301015204830002,SITI AMINAH,CILACAP,12|04|1983,S,P,DUSUN KRAJAN,001,002,0,S,,dpt,001,33.01.01.2001',
  '900000003,3301010903140003,3301010107500001,SLAMET,CILACAP,01|07|1950,S,L,DUSUN BULU,003,001,0,S,,dpt,001,33.01.01.2001',
  '900000004,3301010903140003,3301017112550001,SUMIATI,CILACAP,31|12|1955,S,P,DUSUN BULU,003,001,0,S,,dpt,001,33.01.01.2001',
  '900000005,3301022811180002,3301022309990001,MUHAMMAD RIZKI PRATAMA,CILACAP,23|09|1999,B,L,JL. MELATI NO. 5,002,004,0,S,B,coklit,002,33.01.02.2001',
  '900000006,3301022811180002,3301026506720001,SRI WAHYUNI,BANYUMAS,25|06|1972,P,P,JL. MELATI NO. 5,002,004,0,S,,dpt,002,33.01.02.2001',
  '900000007,3301012105100001,3301011708800001,SUTRISNO,CILACAP,17|08|1980,S,L,DUSUN KRAJAN,001,002,0,S,,coklit,002,33.01.01.2001',
];

function cells(row: string): string[] {
  return row.split(',');
}

function text(...lines: readonly string[]): string {
  return `${lines.join('\n')}\n`;
}

function utf8(content: string): Uint8Array {
  return Buffer.from(content, 'utf8');
}

/** The rows with one column written anew. */
function changed(column: string, write: (value: string, row: number) => string): string[] {
  const at = cells(HEADER).indexOf(column);
  return ROWS.map((row, index) =>
    cells(row)
      .with(at, write(cells(row)[at] ?? '', index))
      .join(','),
  );
}

function without(...columns: readonly string[]): string {
  const kept = cells(HEADER).flatMap((column, index) => (columns.includes(column) ? [] : [index]));
  return text(...[HEADER, ...ROWS].map((row) => kept.map((index) => cells(row)[index]).join(',')));
}

function dateParts(date: string): { day: string; month: string; year: string } {
  const [day = '', month = '', year = ''] = date.split('|');
  return { day, month, year };
}

/** Days since 30 December 1899. */
function excelSerial(date: string): string {
  const { day, month, year } = dateParts(date);
  return String(Date.UTC(Number(year), Number(month) - 1, Number(day)) / 86_400_000 + 25_569);
}

function monthFirst(date: string): string {
  const { day, month, year } = dateParts(date);
  return `${month}/${day}/${year}`;
}

function scientific(nik: string): string {
  return `${nik.charAt(0)}.${nik.slice(1, 6)}E+15`;
}

const ALIASED_ORDER = [3, 1, 2, 7, 5, 4, 6, 8, 9, 10, 16, 15, 11, 12, 13, 0, 14];
const ALIASES =
  'Nama Lengkap;No. KK;NIK;L/P;Tgl Lahir;Tempat Lahir;Status Kawin;Alamat Jalan/Dukuh;RT;RW;Kode Desa/Kelurahan;No TPS;Difabel;e-KTP;Ket;ID KPU;Sumber Data';

function aliased(): string {
  return text(ALIASES, ...ROWS.map((row) => ALIASED_ORDER.map((at) => cells(row)[at]).join(';')));
}

const PLAIN = text(HEADER, ...ROWS);
const TITLES = ['DAFTAR PEMILIH TETAP (CONTOH BUATAN),,,', 'KABUPATEN CILACAP,,,', ''];
const quoted = (value: string) => `"${value}"`;

function file(path: string, content: string | Uint8Array, shows: string): DirtyFile {
  return { path, bytes: typeof content === 'string' ? utf8(content) : content, shows };
}

/** The files of `samples/kotor`. */
export function dirtyFiles(): DirtyFile[] {
  const row = (index: number) => ROWS[index] ?? '';
  return [
    file('titik-koma-3301.csv', PLAIN.replaceAll(',', ';'), 'pemisah titik koma · semicolons between fields'),
    file('tab-3301.tsv', PLAIN.replaceAll(',', '\t'), 'pemisah tab · tabs between fields'),
    file(
      'utf16le-3301.csv',
      Buffer.from(`\uFEFF${PLAIN}`, 'utf16le'),
      'UTF-16LE dengan BOM · UTF-16LE with a byte-order mark',
    ),
    file('utf8-bom-3301.csv', `\uFEFF${PLAIN}`, 'UTF-8 dengan BOM · UTF-8 with a byte-order mark'),
    file(
      'ansi-beraksen-3301.csv',
      Buffer.from(
        text(HEADER, ...changed('nama', (nama, at) => (at === 0 ? 'ANDRÉ SUTRISNO' : nama))),
        'latin1',
      ),
      'Windows-1252 beraksen · Windows-1252 with an accent',
    ),
    file(
      'judul-dan-jumlah-3301.csv',
      text(...TITLES, HEADER, ...ROWS, `JUMLAH,${ROWS.length}${','.repeat(15)}`),
      'baris judul di atas kepala kolom, baris JUMLAH di bawah · title lines above, a total line below',
    ),
    file(
      'alias-acak-3301.csv',
      aliased(),
      'nama kolom lain dan urutan lain · other headers in another order',
    ),
    file(
      'kolom-kurang-3301.csv',
      without('disabilitas', 'ktp_el', 'tempat_lahir', 'sumber'),
      'empat kolom tidak ada · four columns missing',
    ),
    file(
      'kutip-timpang-3301.csv',
      text(HEADER, row(0), row(1).replace('SITI AMINAH', '"SITI AMINAH'), ...ROWS.slice(2)),
      'tanda kutip tidak ditutup pada baris 3 · a quote left open in line 3',
    ),
    file(
      'ganti-baris-dalam-kutip-3301.csv',
      text(
        HEADER,
        ...changed('alamat', (alamat, at) => quoted(at === 1 ? `${alamat}\nRUMAH BELAKANG` : alamat)),
      ),
      'ganti baris di dalam alamat berkutip · a newline inside a quoted address',
    ),
    file(
      'byte-nol-3301.csv',
      text(HEADER, ...changed('nama', (nama, at) => (at === 2 ? `${nama}\0\0` : nama))),
      'byte NUL di dalam nama · NUL bytes inside a name',
    ),
    file('crlf-3301.csv', PLAIN.replaceAll('\n', '\r\n'), 'akhir baris Windows (CRLF) · Windows line ends'),
    file(
      'jumlah-isian-salah-3301.csv',
      text(HEADER, row(0), `${row(1)},LEBIH`, row(2), cells(row(3)).slice(0, 9).join(','), ...ROWS.slice(4)),
      'satu baris kelebihan dan satu baris kekurangan isian · one row with too many fields, one with too few',
    ),
    file(
      'nik-ilmiah-3301.csv',
      text(HEADER, ...changed('nik', scientific)),
      'NIK dalam notasi ilmiah Excel · NIK in scientific notation',
    ),
    file(
      'tanggal-excel-3301.csv',
      text(HEADER, ...changed('tanggal_lahir', excelSerial)),
      'tanggal lahir sebagai bilangan Excel · birth dates as Excel day numbers',
    ),
    file(
      'tanggal-bulan-dulu-3301.csv',
      text(HEADER, ...changed('tanggal_lahir', monthFirst)),
      'tanggal MM/DD/YYYY · dates with the month first',
    ),
    file('terkompresi-3301.csv.gz', gzipSync(PLAIN), 'terkompresi gzip · compressed with gzip'),
    file('hanya-kepala-3301.csv', text(HEADER), 'hanya kepala kolom · a header and nothing else'),
    file('kosong-3301.csv', '', 'berkas kosong · an empty file'),
    file(
      'bukan-parquet-3301.parquet',
      'Ini teks biasa, bukan Parquet.\n',
      'berakhiran .parquet, tetapi bukan Parquet · named .parquet, but none',
    ),
    file(
      '3301.csv',
      without('kode_desa'),
      'wilayah hanya pada nama berkas · the area is only in the file name',
    ),
    file(
      '33.01/daftar.csv',
      without('kode_desa'),
      'wilayah hanya pada nama folder · the area is only in the folder name',
    ),
  ];
}
