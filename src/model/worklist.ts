import type { CodeBook } from './parameters.ts';
import type { SourceColumnName } from './source-columns.ts';
import { LANGUAGES, type Text } from './text.ts';

/** Folder of the work lists in a run's folder; mode 0700, its files 0600. */
export const WORKLIST_FOLDER = 'worklists';

/** Most rows of a sheet, the header among them. */
export const EXCEL_ROWS = 1_048_576;

/** Sheets of a work list, in order; the two that come back bear the same name in both languages. */
export const WORKLIST_SHEETS = {
  summary: { id: 'Ringkasan', en: 'Summary' },
  invalid: { id: 'Data Invalid', en: 'Data Invalid' },
  ganda: { id: 'Data Ganda', en: 'Data Ganda' },
  guide: { id: 'Petunjuk', en: 'Guide' },
} as const satisfies Record<string, Text>;

/**
 * - `shown`: written by Sisir, locked
 * - `answer`: filled in by the officer
 * - `key`: hidden and locked; by it a row finds its way back
 */
export type WorklistColumnKind = 'shown' | 'answer' | 'key';

export interface WorklistColumn {
  readonly key: string;
  /** Text of the header cell. Of a key it is the key itself. */
  readonly header: Text;
  readonly kind: WorklistColumnKind;
  /** In characters of the standard font. */
  readonly width: number;
}

function shown(key: string, id: string, en: string, width: number): WorklistColumn {
  return { key, header: { id, en }, kind: 'shown', width };
}

function keyColumn(name: string): WorklistColumn {
  return { key: name, header: { id: name, en: name }, kind: 'key', width: 18 };
}

const AREA = [
  shown('kecamatan', 'Kecamatan', 'Kecamatan', 12),
  shown('desa', 'Desa', 'Desa', 12),
  shown('tps', 'TPS', 'TPS', 5),
];

/** What a list shows of a voter, beside the area. */
export const PERSON_COLUMNS = [
  'dpid',
  'nkk',
  'nik',
  'nama',
  'tempat_lahir',
  'tanggal_lahir',
  'jenis_kelamin',
  'status_perkawinan',
  'alamat',
  'rt',
  'rw',
] as const satisfies readonly SourceColumnName[];

const PERSON_HEADERS: Readonly<
  Record<(typeof PERSON_COLUMNS)[number], [id: string, en: string, width: number]>
> = {
  dpid: ['DPID', 'DPID', 11],
  nkk: ['NKK', 'NKK', 17],
  nik: ['NIK', 'NIK', 17],
  nama: ['Nama', 'Name', 19],
  tempat_lahir: ['Tempat lahir', 'Birth place', 12],
  tanggal_lahir: ['Tanggal lahir', 'Birth date', 11],
  jenis_kelamin: ['L/P', 'Sex', 4],
  status_perkawinan: ['Status kawin', 'Marital status', 7],
  alamat: ['Alamat', 'Address', 18],
  rt: ['RT', 'RT', 4],
  rw: ['RW', 'RW', 4],
};

const PERSON = PERSON_COLUMNS.map((name) => shown(name, ...PERSON_HEADERS[name]));

/** Columns of *Data Ganda* that are marked where the members of a group differ, with the source column compared. */
export const DIFFERING_COLUMNS: readonly { readonly key: string; readonly source: SourceColumnName }[] = [
  { key: 'desa', source: 'kode_desa' },
  { key: 'tps', source: 'tps' },
  ...PERSON_COLUMNS.filter((name) => name !== 'dpid').map((name) => ({ key: name, source: name })),
];

/** What is already stored of the row: nobody is to be asked twice without knowing. */
const STORED = shown('jawaban', 'Jawaban tersimpan', 'Stored answer', 12);

const ANSWERS: readonly WorklistColumn[] = [
  {
    key: 'hasil_verifikasi',
    header: { id: 'Hasil verifikasi', en: 'Result of verification' },
    kind: 'answer',
    width: 15,
  },
  { key: 'keterangan', header: { id: 'Keterangan', en: 'Remark' }, kind: 'answer', width: 15 },
  { key: 'petugas', header: { id: 'Petugas', en: 'Officer' }, kind: 'answer', width: 10 },
  { key: 'tanggal', header: { id: 'Tanggal', en: 'Date' }, kind: 'answer', width: 11 },
];

/** What a sheet that comes back is made of: one row per voter (or TPS, desa, file), or one per member of a group. */
export const WORKLIST_COLUMNS = {
  invalid: [
    shown('no', 'No.', 'No.', 6),
    ...AREA,
    ...PERSON,
    shown('tingkat', 'Tingkat', 'Severity', 8),
    shown('temuan', 'Temuan', 'Findings', 26),
    shown('perbaikan', 'Perbaikan', 'Remedy', 36),
    STORED,
    ...ANSWERS,
    /** Empty where the row is about a TPS, a desa or a file. */
    keyColumn('voter_key'),
    /** Keys of the row's findings, apart by one space. */
    keyColumn('finding_keys'),
    keyColumn('row_fingerprint'),
  ],
  ganda: [
    shown('kelompok', 'Kelompok', 'Group', 10),
    shown('satker', 'Satker', 'Satker', 12),
    ...AREA,
    ...PERSON,
    shown('berbeda', 'Yang berbeda', 'What differs', 12),
    shown('grade', 'Tingkat', 'Grade', 7),
    shown('tier', 'Keyakinan', 'Confidence', 9),
    shown('usulan', 'Usulan', 'Proposal', 12),
    shown('alasan', 'Alasan', 'Reason', 38),
    STORED,
    ...ANSWERS,
    keyColumn('group_key'),
    keyColumn('voter_key'),
    keyColumn('row_fingerprint'),
  ],
} as const satisfies Record<string, readonly WorklistColumn[]>;

export type ReturningSheet = keyof typeof WORKLIST_COLUMNS;

/**
 * Columns of the roll whose content makes the fingerprint of a row: what says who the voter is and what may be
 * wrong with it. dpid, sumber, tps and kode_desa are left out: voters are assigned to other TPS all the time, and a
 * verified person stays verified. So is keterangan: carrying out a verdict writes its TMS code there.
 */
export const FINGERPRINT_COLUMNS = [
  'nkk',
  'nik',
  'nama',
  'tempat_lahir',
  'tanggal_lahir',
  'status_perkawinan',
  'jenis_kelamin',
  'alamat',
  'rt',
  'rw',
  'disabilitas',
  'ktp_el',
] as const satisfies readonly SourceColumnName[];

/** What an officer found: the voter meets the conditions, or not (by a code), or the data is to be changed, … */
export const VERDICTS = ['ms', 'tms', 'ubah-data', 'bukan-ganda', 'tidak-ditemukan'] as const;
export type VerdictKind = (typeof VERDICTS)[number];

/** One entry of the drop-down *Hasil verifikasi*. */
export interface VerdictChoice {
  readonly verdict: VerdictKind;
  /** Code of the period's code-book, of `tms` only. */
  readonly code?: string;
  /** As it stands in the cell. */
  readonly label: Text;
}

const CHOICES = {
  ms: { id: 'MS', en: 'MS (eligible)' },
  'ubah-data': { id: 'Ubah data', en: 'Data to be changed' },
  'bukan-ganda': { id: 'Bukan ganda', en: 'Not a duplicate' },
  'tidak-ditemukan': { id: 'Tidak ditemukan', en: 'Not found' },
} as const satisfies Record<string, Text>;

/** The drop-down's entries in a period; those of *Data Invalid* and, last, `bukan-ganda`. */
export function verdictChoices({ tms }: Pick<CodeBook, 'tms'>, sheet: ReturningSheet): VerdictChoice[] {
  const reasons = Object.entries(tms).map(
    ([code, { id, en }]): VerdictChoice => ({
      verdict: 'tms',
      code,
      label: { id: `TMS ${code} ${id}`, en: `TMS ${code} ${en}` },
    }),
  );
  const plain = (verdict: keyof typeof CHOICES): VerdictChoice => ({ verdict, label: CHOICES[verdict] });
  return [
    plain('ms'),
    ...reasons,
    plain('ubah-data'),
    plain('tidak-ditemukan'),
    ...(sheet === 'ganda' ? [plain('bukan-ganda')] : []),
  ];
}

function folded(text: string): string {
  return text.trim().replace(/\s+/g, ' ').toLowerCase();
}

/**
 * What a cell of *Hasil verifikasi* says, in either language, upper or lower case; `TMS 4` alone is enough. Undefined
 * where it is none of the choices.
 */
export function verdictOf(cell: string, codeBook: Pick<CodeBook, 'tms'>): VerdictChoice | undefined {
  const written = folded(cell);
  return verdictChoices(codeBook, 'ganda').find(
    ({ code, label }) =>
      LANGUAGES.some((language) => folded(label[language]) === written) ||
      (code === undefined ? folded(label.id) === written : written === `tms ${code}`),
  );
}

/** The column that a header cell of a sheet names, in either language. */
export function worklistColumn(sheet: ReturningSheet, header: string): WorklistColumn | undefined {
  const written = folded(header);
  return WORKLIST_COLUMNS[sheet].find((column) =>
    LANGUAGES.some((language) => folded(column.header[language]) === written),
  );
}

/** One work list that a run wrote. */
export interface WorklistFile {
  /** From the run's folder. */
  readonly path: string;
  readonly kode_kabupaten: string;
  /** Where a satker's list was split; null for the whole satker or rows without a kecamatan. */
  readonly kode_kecamatan: string | null;
  /** Rows of *Data Invalid* and *Data Ganda*. */
  readonly rows_invalid: number;
  readonly rows_ganda: number;
}
