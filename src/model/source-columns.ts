import type { Text } from './text.ts';

/**
 * How a value of this column may be shown outside the restricted work lists.
 * - `area-digits`: the six area digits, then asterisks (NIK, NKK)
 * - `initials`: the first letter of each word
 * - `year`: the four-digit year, if one can be seen
 * - `hidden`: only its length
 * - `code`: as it is while it is at most three characters, else its pattern (letters → A, digits → 9)
 */
export type MaskKind = 'area-digits' | 'initials' | 'year' | 'hidden' | 'code';

/** One column of a voter roll as an office exports it. */
export interface SourceColumn {
  readonly name: string;
  readonly meaning: Text;
  /** Other headers under which offices send it; compared after `headerKey`. */
  readonly aliases: readonly string[];
  /** Personal data under UU 27/2022. */
  readonly personal: boolean;
  readonly mask: MaskKind;
}

/**
 * The default layout: the fields of the Sidalih export, in its order.
 * Aliases follow the Sidalih client, the 13-element A-Daftar Pemilih and Bawaslu's A.DP-1.
 */
export const SOURCE_COLUMNS = [
  {
    name: 'dpid',
    meaning: {
      id: 'nomor pemilih di Sidalih; kosong bagi pemilih baru',
      en: 'voter number in Sidalih; empty for a new voter',
    },
    aliases: ['dp_id', 'id_dp', 'id kpu', 'id pemilih', 'id_pemilih', 'id dpt', 'rec_id', 'unique_id'],
    personal: false,
    mask: 'code',
  },
  {
    name: 'nkk',
    meaning: { id: 'nomor Kartu Keluarga, 16 digit', en: 'family card number, 16 digits' },
    aliases: [
      'nokk',
      'no kk',
      'no_kk',
      'nomor kk',
      'nomor kartu keluarga',
      'no kartu keluarga',
      'kk',
      'no nkk',
    ],
    personal: true,
    mask: 'area-digits',
  },
  {
    name: 'nik',
    meaning: { id: 'nomor induk kependudukan, 16 digit', en: 'population identity number, 16 digits' },
    aliases: ['no nik', 'nomor nik', 'nomor induk kependudukan', 'no ktp', 'nomor ktp', 'nik ktp'],
    personal: true,
    mask: 'area-digits',
  },
  {
    name: 'nama',
    meaning: { id: 'nama lengkap', en: 'full name' },
    aliases: ['nama lengkap', 'nama pemilih', 'nama_lengkap', 'name'],
    personal: true,
    mask: 'initials',
  },
  {
    name: 'tempat_lahir',
    meaning: { id: 'tempat lahir', en: 'place of birth' },
    aliases: ['tempat lahir', 'tempatlahir', 'tmp lahir', 'tmpt lahir', 'tpt lahir'],
    personal: true,
    mask: 'hidden',
  },
  {
    name: 'tanggal_lahir',
    meaning: { id: 'tanggal lahir', en: 'date of birth' },
    aliases: [
      'tanggal lahir',
      'tanggallahir',
      'tgl lahir',
      'tgl_lahir',
      'tgllahir',
      'lahir',
      'date of birth',
      'dob',
    ],
    personal: true,
    mask: 'year',
  },
  {
    name: 'status_perkawinan',
    meaning: {
      id: 'status perkawinan: B belum, S sudah, P pernah',
      en: 'marital status: B not yet, S married, P once married',
    },
    aliases: ['status perkawinan', 'status kawin', 'status_kawin', 'kawin', 'status', 'stts kawin', 'b/s/p'],
    personal: true,
    mask: 'code',
  },
  {
    name: 'jenis_kelamin',
    meaning: { id: 'jenis kelamin: L laki-laki, P perempuan', en: 'sex: L male, P female' },
    aliases: ['jenis kelamin', 'kelamin', 'jk', 'j/k', 'l/p', 'lp', 'gender', 'sex'],
    personal: true,
    mask: 'code',
  },
  {
    name: 'alamat',
    meaning: { id: 'alamat jalan atau dukuh', en: 'street or hamlet' },
    aliases: [
      'jalan',
      'alamat jalan',
      'alamat jalan/dukuh',
      'jalan/dukuh',
      'dusun',
      'dukuh',
      'alamat lengkap',
      'address',
    ],
    personal: true,
    mask: 'hidden',
  },
  {
    name: 'rt',
    meaning: { id: 'rukun tetangga', en: 'neighbourhood unit (RT)' },
    aliases: ['no rt', 'nomor rt'],
    personal: false,
    mask: 'code',
  },
  {
    name: 'rw',
    meaning: { id: 'rukun warga', en: 'community unit (RW)' },
    aliases: ['no rw', 'nomor rw'],
    personal: false,
    mask: 'code',
  },
  {
    name: 'disabilitas',
    meaning: { id: 'ragam disabilitas, kode menurut masanya', en: 'kind of disability, coded by period' },
    aliases: ['difabel', 'jenis disabilitas', 'ragam disabilitas', 'disabilitas (kode)'],
    personal: true,
    mask: 'code',
  },
  {
    name: 'ktp_el',
    meaning: { id: 'kepemilikan KTP-el', en: 'ownership of the electronic identity card' },
    aliases: [
      'ektp',
      'e-ktp',
      'ktp-el',
      'ktpel',
      'ktp elektronik',
      'status kepemilikan ktp-el',
      'kepemilikan ktp-el',
      'status ktp-el',
    ],
    personal: false,
    mask: 'code',
  },
  {
    name: 'keterangan',
    meaning: {
      id: 'keterangan: U ubah, B baru, angka TMS menurut masanya',
      en: 'remark: U changed, B new, a TMS digit by period',
    },
    aliases: ['ket', 'saringan_id', 'saringan', 'kode tms', 'tms'],
    personal: false,
    mask: 'code',
  },
  {
    name: 'sumber',
    meaning: { id: 'sumber data', en: 'where the row came from' },
    aliases: ['sumberdata', 'sumber data'],
    personal: false,
    mask: 'code',
  },
  {
    name: 'tps',
    meaning: { id: 'nomor TPS', en: 'polling station number' },
    aliases: ['no tps', 'nomor tps', 'no. tps'],
    personal: false,
    mask: 'code',
  },
  {
    name: 'kode_desa',
    meaning: { id: 'kode desa/kelurahan Kemendagri, 10 digit', en: 'Kemendagri village code, 10 digits' },
    aliases: [
      'kode desa',
      'kode kelurahan',
      'kode desa/kelurahan',
      'kode wilayah',
      'kode_wilayah',
      'kode kel',
      'kodedesa',
    ],
    personal: false,
    mask: 'code',
  },
] as const satisfies readonly SourceColumn[];

export type SourceColumnName = (typeof SOURCE_COLUMNS)[number]['name'];

export const SOURCE_COLUMN_NAMES: readonly SourceColumnName[] = SOURCE_COLUMNS.map((column) => column.name);

/** A header reduced to what matters for recognising it: lower case, no punctuation, no spaces. */
export function headerKey(header: string): string {
  return header
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}

const BY_KEY: ReadonlyMap<string, SourceColumnName> = new Map(
  SOURCE_COLUMNS.flatMap((column) =>
    [column.name, ...column.aliases].map((header): [string, SourceColumnName] => [
      headerKey(header),
      column.name,
    ]),
  ),
);

/** The source column that a header names, or undefined. */
export function sourceColumnOf(header: string): SourceColumnName | undefined {
  return BY_KEY.get(headerKey(header));
}

export function sourceColumn(name: SourceColumnName): SourceColumn {
  const found = SOURCE_COLUMNS.find((column) => column.name === name);
  if (found === undefined) throw new RangeError(`no source column ${name}`);
  return found;
}
