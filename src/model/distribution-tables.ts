import {
  column,
  DESA,
  KABUPATEN,
  KECAMATAN,
  NAMA_DESA,
  NAMA_KABUPATEN,
  NAMA_KECAMATAN,
  type OutputColumn,
  type OutputTable,
  TPS,
} from './output-column.ts';

const FLAGGED: readonly OutputColumn[] = [
  column(
    'flagged_voters',
    'BIGINT',
    'pemilih dengan temuan error atau warning yang belum dikonfirmasi benar, atau anggota Data Ganda',
    'voters with an error or warning finding that was not confirmed as right, or in a Data Ganda group',
  ),
  column(
    'flagged_per_1000',
    'DECIMAL(12,3)',
    'flagged_voters per 1.000 pemilih',
    'flagged_voters per 1,000 voters',
  ),
];

const MEASURES: readonly OutputColumn[] = [
  column('voters', 'BIGINT', 'pemilih di wilayah itu', 'voters of the area'),
  ...FLAGGED,
  column(
    'measure',
    'VARCHAR',
    'apa yang dihitung baris ini: voters, rule, dimension, severity, grade, tier, scope',
    'what the row counts: voters, rule, dimension, severity, grade, tier, scope',
  ),
  column('rule_id', 'VARCHAR', 'aturan, bila measure = rule', 'rule, where measure = rule'),
  column('dimension', 'VARCHAR', 'dimensi', 'dimension'),
  column('severity', 'VARCHAR', 'tingkat', 'severity'),
  column(
    'grade',
    'VARCHAR',
    'tingkat Data Ganda, bila measure = grade',
    'Data Ganda grade, where measure = grade',
  ),
  column('tier', 'VARCHAR', 'keyakinan, bila measure = tier', 'tier, where measure = tier'),
  column('scope', 'VARCHAR', 'cakupan, bila measure = scope', 'scope, where measure = scope'),
  column(
    'count',
    'BIGINT',
    'banyaknya temuan Data Invalid, atau pemilih anggota Data Ganda',
    'Data Invalid findings, or voters in Data Ganda groups',
  ),
  column(
    'not_assessable',
    'BIGINT',
    'pemilih yang tidak dapat dinilai dengan aturan itu; hanya di tingkat kabupaten',
    'voters the rule could not assess; at kabupaten level only',
  ),
  column('rate_per_1000', 'DECIMAL(12,3)', 'count per 1.000 pemilih', 'count per 1,000 voters'),
];

export const LEVELS = ['kabupaten', 'kecamatan', 'desa', 'tps'] as const;
export type Level = (typeof LEVELS)[number];

const LEVEL_COLUMNS: Readonly<Record<Level, readonly OutputColumn[]>> = {
  kabupaten: [...KABUPATEN, NAMA_KABUPATEN],
  kecamatan: [...KABUPATEN, ...KECAMATAN, NAMA_KABUPATEN, NAMA_KECAMATAN],
  desa: [...KABUPATEN, ...KECAMATAN, ...DESA, NAMA_KABUPATEN, NAMA_KECAMATAN, NAMA_DESA],
  tps: [...KABUPATEN, ...KECAMATAN, ...DESA, TPS, NAMA_KABUPATEN, NAMA_KECAMATAN, NAMA_DESA],
};

const AREA_CODES: Readonly<Record<Level, readonly string[]>> = {
  kabupaten: ['kode_kabupaten'],
  kecamatan: ['kode_kabupaten', 'kode_kecamatan'],
  desa: ['kode_kabupaten', 'kode_kecamatan', 'kode_desa'],
  tps: ['kode_kabupaten', 'kode_kecamatan', 'kode_desa', 'tps'],
};

export const DISTRIBUTION_TABLES: readonly (OutputTable & { readonly level: Level })[] = LEVELS.map(
  (level) => ({
    level,
    name: `distribution_${level}`,
    path: `distribution/${level}.parquet`,
    grain: {
      id: `satu baris per (${level}, hal yang dihitung); measure = voters memuat wilayah tanpa temuan juga`,
      en: `one row per (${level}, thing counted); measure = voters holds areas without findings too`,
    },
    columns: [...LEVEL_COLUMNS[level], ...MEASURES],
    sortedBy: [...AREA_CODES[level], 'measure', 'rule_id', 'dimension', 'severity', 'grade', 'tier', 'scope'],
  }),
);

export const SUMMARY_TABLE: OutputTable = {
  name: 'distribution_summary',
  path: 'distribution/summary.parquet',
  grain: { id: 'satu baris per satker (kabupaten/kota)', en: 'one row per satker (kabupaten/kota)' },
  columns: [
    ...LEVEL_COLUMNS.kabupaten,
    column('voters', 'BIGINT', 'pemilih', 'voters'),
    ...FLAGGED,
    column('findings_error', 'BIGINT', 'temuan tingkat error', 'findings of severity error'),
    column('findings_warning', 'BIGINT', 'temuan tingkat warning', 'findings of severity warning'),
    column('findings_info', 'BIGINT', 'temuan tingkat info', 'findings of severity info'),
    column('ganda_voters', 'BIGINT', 'pemilih anggota Data Ganda', 'voters in Data Ganda groups'),
    column('ganda_k1', 'BIGINT', 'di antaranya K1', 'of them K1'),
    column('ganda_k2', 'BIGINT', 'di antaranya K2', 'of them K2'),
    column('ganda_k3', 'BIGINT', 'di antaranya K3', 'of them K3'),
    column(
      'ganda_mirip',
      'BIGINT',
      'di antaranya mirip: tidak masuk tingkat K, dinilai dari peluang',
      'of them mirip: of no K grade, judged by probability',
    ),
    column('ganda_other', 'BIGINT', 'di antaranya tingkat lain', 'of them other grades'),
  ],
  sortedBy: ['kode_kabupaten'],
};

export const CHANCE_TABLE: OutputTable = {
  name: 'chance_baseline',
  path: 'distribution/chance.parquet',
  grain: {
    id: 'satu baris untuk seluruh daftar (level = provinsi) dan satu baris per kabupaten/kota: berapa pasangan bernama dan bertanggal lahir sama yang sudah diharapkan karena kebetulan saja',
    en: 'one row for the whole roll (level = provinsi) and one row per kabupaten/kota: how many pairs of equal name and birth date chance alone would give',
  },
  columns: [
    column('level', 'VARCHAR', 'provinsi atau kabupaten', 'provinsi or kabupaten'),
    column(
      'kode_kabupaten',
      'VARCHAR',
      'kode kabupaten/kota Kemendagri; kosong pada baris provinsi',
      'Kemendagri kabupaten/kota code; empty in the row of the province',
    ),
    NAMA_KABUPATEN,
    column('voters', 'BIGINT', 'pemilih', 'voters'),
    column(
      'pairs_observed',
      'BIGINT',
      'pasangan baris di wilayah itu dengan kunci nama dan tanggal lahir sama',
      'pairs of rows of the area with equal name key and birth date',
    ),
    column(
      'pairs_expected',
      'DECIMAL(18,3)',
      'banyaknya yang diharapkan karena kebetulan bila semua orang berbeda, dari frekuensi nama per tahun lahir dan tanggal lahir daftar itu sendiri',
      'how many chance alone would give were all people different, from the frequencies of names by birth year and of birth dates in the roll itself',
    ),
    column(
      'pairs_excess',
      'DECIMAL(18,3)',
      'pairs_observed dikurangi pairs_expected',
      'pairs_observed less pairs_expected',
    ),
    column(
      'pairs_mirip',
      'BIGINT',
      'pasangan mirip yang ditulis, kedua barisnya di wilayah itu',
      'pairs of grade mirip that were written, both rows in the area',
    ),
    column(
      'pairs_graded',
      'BIGINT',
      'pasangan bertingkat K yang ditulis, kedua barisnya di wilayah itu',
      'pairs with a K grade that were written, both rows in the area',
    ),
  ],
  sortedBy: ['kode_kabupaten'],
};
