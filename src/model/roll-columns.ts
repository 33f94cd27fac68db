import type { SourceColumnName } from './source-columns.ts';
import type { Text } from './text.ts';

/** One column of the canonical roll, the table `roll`, which rules, comparisons and blocking rules read. */
export interface RollColumn {
  readonly name: string;
  /** DuckDB type. */
  readonly type: string;
  readonly meaning: Text;
  /** Source columns it needs; a rule that reads it is not assessed when one of them is absent from the input. */
  readonly from: readonly SourceColumnName[];
  /** SQL over stored columns, where the column is not stored but computed as it is read. */
  readonly computed?: string;
}

function text(name: SourceColumnName): RollColumn {
  return {
    name,
    type: 'VARCHAR',
    from: [name],
    meaning: {
      id: `${name} seperti tertulis, tanpa spasi tepi; NULL bila kosong`,
      en: `${name} as written, outer white space removed; NULL when empty`,
    },
  };
}

function derived(
  name: string,
  type: string,
  from: readonly SourceColumnName[],
  id: string,
  en: string,
): RollColumn {
  return { name, type, from, meaning: { id, en } };
}

function computed(column: RollColumn, sql: string): RollColumn {
  return { ...column, computed: sql };
}

/** Stored beside the roll's columns: a voter key that is not the dpid. */
export const VOTER_KEY_OVERRIDE = 'voter_key_override';

export const ROLL_COLUMNS: readonly RollColumn[] = [
  derived(
    'row_id',
    'BIGINT',
    [],
    'nomor baris dalam proses ini; tidak diterbitkan',
    'row number within this run; never published',
  ),
  derived(
    'file_id',
    'INTEGER',
    [],
    'nomor berkas masukan, urut jalur',
    'number of the input file, in path order',
  ),
  computed(
    derived(
      'voter_key',
      'VARCHAR',
      [],
      'kunci pemilih yang tetap dari malam ke malam: dpid, atau hash isi baris',
      'voter key, stable from night to night: the dpid, or a hash of the row',
    ),
    'coalesce(voter_key_override, dpid)',
  ),
  text('dpid'),
  derived(
    'dpid_repeated',
    'BOOLEAN',
    ['dpid'],
    'dpid juga tertulis di baris lain',
    'the dpid stands on another row too',
  ),
  text('nkk'),
  text('nik'),
  text('nama'),
  text('tempat_lahir'),
  text('tanggal_lahir'),
  text('status_perkawinan'),
  text('jenis_kelamin'),
  text('alamat'),
  text('rt'),
  text('rw'),
  text('disabilitas'),
  text('ktp_el'),
  text('keterangan'),
  text('sumber'),
  text('tps'),
  text('kode_desa'),
  derived(
    'area_desa',
    'BIGINT',
    ['kode_desa'],
    'kode desa sebagai bilangan 10 digit',
    'village code as a 10-digit number',
  ),
  derived('area_kecamatan', 'INTEGER', ['kode_desa'], 'kode kecamatan, 6 digit', 'kecamatan code, 6 digits'),
  derived(
    'area_kabupaten',
    'INTEGER',
    [],
    'kode kabupaten/kota, 4 digit: dari kode_desa bila dikenal, selain itu dari berkas; 0 bila tidak diketahui',
    'kabupaten/kota code, 4 digits: from kode_desa when known, else from the file; 0 when unknown',
  ),
  derived(
    'desa_status',
    'INTEGER',
    ['kode_desa'],
    'status kode desa: 0 tidak dikenal, 2 kode lama, 3 berlaku',
    'status of the village code: 0 unknown, 2 retired, 3 in force',
  ),
  derived(
    'file_kabupaten',
    'INTEGER',
    [],
    'kode kabupaten/kota menurut nama berkas, folder, atau konfigurasi',
    'kabupaten/kota code by file name, folder or config',
  ),
  derived(
    'desa_tps_regular',
    'INTEGER',
    ['kode_desa'],
    'jumlah TPS reguler yang terdaftar di desa itu',
    'number of regular TPS registered in that village',
  ),
  derived(
    'desa_tps_special_from',
    'INTEGER',
    ['kode_desa'],
    'nomor TPS khusus pertama di desa itu',
    'first special TPS number in that village',
  ),
  derived(
    'desa_tps_special_to',
    'INTEGER',
    ['kode_desa'],
    'nomor TPS khusus terakhir di desa itu',
    'last special TPS number in that village',
  ),
  derived(
    'nik_number',
    'BIGINT',
    ['nik'],
    'NIK sebagai bilangan, hanya bila tepat 16 digit',
    'NIK as a number, only when exactly 16 digits',
  ),
  computed(
    derived('nik_masked', 'BOOLEAN', ['nik'], 'NIK disamarkan dengan *', 'NIK is masked with *'),
    "contains(nik, '*')",
  ),
  computed(
    derived(
      'nik_plain',
      'VARCHAR',
      ['nik'],
      'NIK tanpa spasi, titik, atau petik, dan dengan * untuk digit yang disamarkan, bila menjadi 16 karakter; selain itu seperti tertulis',
      'NIK without spaces, dots and quotes, and with * for masked digits, where that makes 16 characters; else as written',
    ),
    `CASE WHEN nik_number IS NOT NULL THEN nik
      WHEN regexp_full_match(regexp_replace(translate(nik, 'xX#?', '****'), '[ .''’\`-]', '', 'g'), '[0-9*]{16}')
      THEN regexp_replace(translate(nik, 'xX#?', '****'), '[ .''’\`-]', '', 'g')
      ELSE nik END`,
  ),
  computed(
    derived(
      'nik_rounded',
      'BOOLEAN',
      ['nik'],
      'digit ke-16 menjadi 0 oleh lembar kerja: lebih dari separuh NIK berkasnya (paling sedikit 20) berakhir 0',
      'the 16th digit became 0 in a spreadsheet: more than half of the NIK of the file (at least 20) end in 0',
    ),
    'coalesce(nik_number % 10 = 0 AND file_nik_zero_share > 0.5 AND file_nik_count >= 20, false)',
  ),
  computed(
    derived('nik_kecamatan', 'INTEGER', ['nik'], 'digit 1-6 NIK', 'NIK digits 1-6'),
    'nik_number // 10000000000',
  ),
  derived(
    'nik_area_status',
    'INTEGER',
    ['nik'],
    'wilayah NIK: 0 provinsi atau kabupaten tidak pernah ada, 1 kecamatan tidak dikenal, 2 kode lama, 3 berlaku',
    'NIK area: 0 province or kabupaten never existed, 1 kecamatan unknown, 2 retired code, 3 in force',
  ),
  computed(
    derived('nik_day', 'INTEGER', ['nik'], 'tanggal dalam NIK, tanpa +40', 'day in the NIK, without the +40'),
    'CASE WHEN (nik_number // 100000000) % 100 > 40 THEN (nik_number // 100000000) % 100 - 40 ELSE (nik_number // 100000000) % 100 END',
  ),
  computed(
    derived('nik_month', 'INTEGER', ['nik'], 'bulan dalam NIK', 'month in the NIK'),
    '(nik_number // 1000000) % 100',
  ),
  computed(
    derived('nik_year', 'INTEGER', ['nik'], 'dua digit tahun dalam NIK', 'two-digit year in the NIK'),
    '(nik_number // 10000) % 100',
  ),
  derived(
    'nik_date',
    'DATE',
    ['nik'],
    'tanggal lahir dalam NIK; abad mengikuti tanggal lahir, tanpa itu tahun terakhir yang sudah berusia 17',
    'birth date in the NIK; the century follows the birth date, else the latest that makes the voter 17',
  ),
  computed(
    derived('nik_sex', 'VARCHAR', ['nik'], 'jenis kelamin menurut NIK: L atau P', 'sex by the NIK: L or P'),
    "CASE WHEN (nik_number // 100000000) % 100 > 40 THEN 'P' WHEN nik_number IS NOT NULL THEN 'L' END",
  ),
  computed(
    derived('nik_serial', 'INTEGER', ['nik'], 'nomor urut, digit 13-16', 'serial, digits 13-16'),
    'nik_number % 10000',
  ),
  derived(
    'file_nik_count',
    'BIGINT',
    ['nik'],
    'banyaknya NIK 16 digit dalam berkas',
    'number of 16-digit NIK in the file',
  ),
  derived(
    'file_nik_zero_share',
    'DOUBLE',
    ['nik'],
    'bagian NIK 16 digit dalam berkas yang berakhir 0; sekitar 0,1 bila sehat',
    'share of 16-digit NIK in the file that end in 0; about 0.1 when healthy',
  ),
  derived(
    'nkk_number',
    'BIGINT',
    ['nkk'],
    'NKK sebagai bilangan, hanya bila tepat 16 digit',
    'NKK as a number, only when exactly 16 digits',
  ),
  computed(
    derived('nkk_masked', 'BOOLEAN', ['nkk'], 'NKK disamarkan dengan *', 'NKK is masked with *'),
    "contains(nkk, '*')",
  ),
  computed(
    derived('nkk_kecamatan', 'INTEGER', ['nkk'], 'digit 1-6 NKK', 'NKK digits 1-6'),
    'nkk_number // 10000000000',
  ),
  derived(
    'nkk_area_status',
    'INTEGER',
    ['nkk'],
    'wilayah NKK, kode seperti nik_area_status',
    'NKK area, coded as nik_area_status',
  ),
  derived(
    'nkk_date',
    'DATE',
    ['nkk'],
    'tanggal perekaman KK dalam NKK',
    'recording date of the family card in the NKK',
  ),
  computed(
    derived(
      'nkk_serial',
      'INTEGER',
      ['nkk'],
      'nomor urut keluarga, digit 13-16',
      'family serial, digits 13-16',
    ),
    'nkk_number % 10000',
  ),
  derived(
    'birth_date',
    'DATE',
    ['tanggal_lahir'],
    'tanggal lahir; NULL bila tidak terbaca',
    'birth date; NULL when it cannot be read',
  ),
  derived(
    'age',
    'INTEGER',
    ['tanggal_lahir'],
    'umur genap pada tanggal acuan; negatif bila lahir sesudahnya',
    'completed years on the reference date; negative when born after it',
  ),
  derived('sex', 'VARCHAR', ['jenis_kelamin'], 'L atau P; NULL bila lain', 'L or P; NULL otherwise'),
  derived(
    'marital',
    'VARCHAR',
    ['status_perkawinan'],
    'B, S atau P; NULL bila lain',
    'B, S or P; NULL otherwise',
  ),
  derived('tps_number', 'INTEGER', ['tps'], 'nomor TPS sebagai bilangan', 'TPS number as a number'),
  computed(
    derived(
      'nama_upper',
      'VARCHAR',
      ['nama'],
      'nama huruf besar tanpa aksen, spasi tunggal',
      'name in upper case without accents, single spaces',
    ),
    "CASE WHEN contains(nama, '  ') OR contains(nama, chr(9)) OR contains(nama, chr(10)) THEN regexp_replace(upper(strip_accents(nama)), '\\s+', ' ', 'g') ELSE upper(strip_accents(nama)) END",
  ),
];

const BY_NAME: ReadonlyMap<string, RollColumn> = new Map(ROLL_COLUMNS.map((column) => [column.name, column]));

/** @throws RangeError when the roll has no such column. */
export function rollColumn(name: string): RollColumn {
  const found = BY_NAME.get(name);
  if (found === undefined) throw new RangeError(`the roll has no column ${name}`);
  return found;
}
