import {
  column,
  KABUPATEN,
  KECAMATAN,
  NAMA_KABUPATEN,
  NAMA_KECAMATAN,
  type OutputTable,
} from './output-column.ts';

/** What the satker are compared by: the voters counted, of all voters. */
export const INDICATORS = ['flagged', 'ganda'] as const;
export type Indicator = (typeof INDICATORS)[number];

/** Where a rate lies against the funnel: outside 95 %, outside 99.8 %, or within. */
export const POSITIONS = ['far-below', 'below', 'expected', 'above', 'far-above'] as const;
export type Position = (typeof POSITIONS)[number];

/** The rate of an area among those it is compared with, and the limits that its size alone would show; all in one unit. */
export interface FunnelPlace {
  readonly rate: number;
  readonly reference: number;
  readonly lower998: number;
  readonly lower95: number;
  readonly upper95: number;
  readonly upper998: number;
  readonly dispersion: number;
  readonly shrunken: number;
  readonly position: Position;
}

function rate(name: string, id: string, en: string) {
  return column(name, 'DECIMAL(12,3)', `${id}, per 1.000 pemilih`, `${en}, per 1,000 voters`);
}

export const COMPARISON_TABLE: OutputTable = {
  name: 'fair_comparison',
  path: 'distribution/comparison.parquet',
  sortedBy: ['level', 'kode_kabupaten', 'kode_kecamatan', 'indicator'],
  grain: {
    id: 'satu baris per wilayah dan indikator: angka wilayah itu di antara batas corong (funnel plot), yaitu rentang yang wajar bagi ukurannya',
    en: 'one row per area and indicator: the rate of the area within the limits of a funnel plot, the range that its size would show',
  },
  columns: [
    column(
      'level',
      'VARCHAR',
      'kabupaten: satker dibandingkan dalam seluruh daftar; kecamatan: kecamatan dibandingkan dalam kabupatennya',
      'kabupaten: satker compared within the whole roll; kecamatan: kecamatan compared within their kabupaten',
    ),
    ...KABUPATEN,
    ...KECAMATAN,
    NAMA_KABUPATEN,
    NAMA_KECAMATAN,
    column(
      'indicator',
      'VARCHAR',
      'flagged: pemilih yang perlu diperiksa; ganda: pemilih anggota Data Ganda',
      'flagged: voters to be checked; ganda: voters in Data Ganda groups',
    ),
    column('voters', 'BIGINT', 'pemilih', 'voters'),
    column('count', 'BIGINT', 'pemilih yang dihitung indikator itu', 'voters that the indicator counts'),
    rate('rate_per_1000', 'angka wilayah itu', 'rate of the area'),
    rate('reference_per_1000', 'angka seluruh wilayah pembanding', 'rate of all areas that are compared'),
    rate('lower_998', 'batas bawah 99,8 %', 'lower 99.8 % limit'),
    rate('lower_95', 'batas bawah 95 %', 'lower 95 % limit'),
    rate('upper_95', 'batas atas 95 %', 'upper 95 % limit'),
    rate('upper_998', 'batas atas 99,8 %', 'upper 99.8 % limit'),
    column(
      'dispersion',
      'DECIMAL(18,3)',
      'seberapa jauh wilayah-wilayah berbeda melebihi kebetulan (1: tidak); batas dilebarkan dengan akarnya',
      'how much more the areas differ than by chance (1: no more); the limits are widened by its root',
    ),
    rate(
      'shrunken_per_1000',
      'angka yang ditarik ke angka pembanding, makin kecil wilayahnya makin kuat (empirical Bayes)',
      'rate drawn towards the reference, the more so the smaller the area (empirical Bayes)',
    ),
    column(
      'position',
      'VARCHAR',
      'far-below, below, expected, above, far-above: terhadap batas 95 % dan 99,8 %',
      'far-below, below, expected, above, far-above: against the limits of 95 % and 99.8 %',
    ),
  ],
};

export const CAUSE_TABLE: OutputTable = {
  name: 'cause_count',
  path: 'distribution/causes.parquet',
  sortedBy: ['kode_kabupaten', 'source_path', 'rule_id', 'cause'],
  grain: {
    id: 'satu baris per (satker, berkas masukan, aturan, sebab yang dikenali)',
    en: 'one row per (satker, input file, rule, recognised cause)',
  },
  columns: [
    ...KABUPATEN,
    NAMA_KABUPATEN,
    column('source_path', 'VARCHAR', 'berkas masukan', 'input file'),
    column('rule_id', 'VARCHAR', 'aturan', 'rule'),
    column('severity', 'VARCHAR', 'tingkat aturan itu', 'severity of the rule'),
    column('field', 'VARCHAR', 'kolom yang dimaksud', 'the column concerned'),
    column('cause', 'VARCHAR', 'sebab yang dikenali', 'recognised cause'),
    column('count', 'BIGINT', 'temuan', 'findings'),
  ],
};

export const CROSS_DISTRICT_TABLE: OutputTable = {
  name: 'district_pair',
  path: 'distribution/district-pairs.parquet',
  sortedBy: ['kode_kabupaten_a', 'kode_kabupaten_b', 'grade', 'tier'],
  grain: {
    id: 'satu baris per dua kabupaten/kota tempat kedua ujung pasangan Data Ganda, tingkat, dan keyakinan; a = b untuk pasangan di dalam satu kabupaten/kota',
    en: 'one row per two kabupaten/kota in which the ends of Data Ganda pairs lie, grade and tier; a = b for pairs within one',
  },
  columns: [
    column('kode_kabupaten_a', 'VARCHAR', 'kode yang lebih kecil', 'the smaller code'),
    column('kode_kabupaten_b', 'VARCHAR', 'kode yang lebih besar', 'the larger code'),
    column('nama_kabupaten_a', 'VARCHAR', 'nama kabupaten/kota a', 'name of a'),
    column('nama_kabupaten_b', 'VARCHAR', 'nama kabupaten/kota b', 'name of b'),
    column('grade', 'VARCHAR', 'tingkat Data Ganda', 'Data Ganda grade'),
    column('tier', 'VARCHAR', 'keyakinan', 'tier'),
    column('pairs', 'BIGINT', 'pasangan', 'pairs'),
  ],
};

export const AGE_TABLE: OutputTable = {
  name: 'age_profile',
  path: 'distribution/age.parquet',
  sortedBy: ['kode_kabupaten', 'jenis_kelamin', 'age_from'],
  grain: {
    id: 'satu baris per (satker, jenis kelamin, kelompok umur lima tahun)',
    en: 'one row per (satker, sex, age group of five years)',
  },
  columns: [
    ...KABUPATEN,
    NAMA_KABUPATEN,
    column('jenis_kelamin', 'VARCHAR', 'L atau P; kosong bila lain', 'L or P; empty otherwise'),
    column(
      'age_from',
      'BIGINT',
      'umur terendah pada tanggal acuan; kosong bila tanggal lahir tidak terbaca',
      'lowest age on the reference date; empty where the birth date cannot be read',
    ),
    column('age_to', 'BIGINT', 'umur tertinggi; kosong: tanpa batas', 'highest age; empty: no limit'),
    column('voters', 'BIGINT', 'pemilih', 'voters'),
    column(
      'default_date_voters',
      'BIGINT',
      'di antaranya bertanggal lahir baku: 1 Juli, 31 Desember, 1 Januari',
      'of them with a default birth date: 1 July, 31 December, 1 January',
    ),
  ],
};

export const BIRTH_DATE_TABLE: OutputTable = {
  name: 'birth_date_profile',
  path: 'distribution/birth-dates.parquet',
  sortedBy: ['kode_kabupaten', 'month', 'day'],
  grain: {
    id: 'satu baris per (satker, bulan, tanggal lahir), tahun apa pun',
    en: 'one row per (satker, month, day of birth), of any year',
  },
  columns: [
    ...KABUPATEN,
    NAMA_KABUPATEN,
    column('month', 'BIGINT', 'bulan, 1 sampai 12', 'month, 1 to 12'),
    column('day', 'BIGINT', 'tanggal, 1 sampai 31', 'day, 1 to 31'),
    column('voters', 'BIGINT', 'pemilih', 'voters'),
  ],
};

/** Cells of sex by disability with fewer voters than this are not shown: disability is health data (UU 27/2022). */
export const SMALLEST_CELL = 5;

export const DISABILITY_TABLE: OutputTable = {
  name: 'disability_profile',
  path: 'distribution/disability.parquet',
  sortedBy: ['kode_kabupaten', 'jenis_kelamin', 'disabilitas'],
  grain: {
    id: `satu baris per (satker, jenis kelamin, kode disabilitas); angka di bawah ${SMALLEST_CELL} tidak ditampilkan, dan bila hanya satu yang begitu dalam satu satker dan jenis kelamin, yang terkecil berikutnya juga tidak, agar tidak dapat dihitung balik`,
    en: `one row per (satker, sex, disability code); counts under ${SMALLEST_CELL} are not shown, and where only one is so in a satker and sex, the next smallest is not shown either, so that it cannot be worked out`,
  },
  columns: [
    ...KABUPATEN,
    NAMA_KABUPATEN,
    column('jenis_kelamin', 'VARCHAR', 'L atau P; kosong bila lain', 'L or P; empty otherwise'),
    column(
      'disabilitas',
      'VARCHAR',
      'kode menurut buku kode; 0: tanpa disabilitas atau kosong; lain: di luar daftar',
      'code by the code-book; 0: none, or empty; lain: not in the list',
    ),
    column('voters', 'BIGINT', 'pemilih; kosong: tidak ditampilkan', 'voters; empty: not shown'),
  ],
};

export const PROGRESS_TABLE: OutputTable = {
  name: 'target_progress',
  path: 'distribution/progress.parquet',
  sortedBy: ['kode_kabupaten', 'indicator'],
  grain: {
    id: 'satu baris per (satker, indikator sasaran): capaian, dan sasarannya bila config menyebutnya',
    en: 'one row per (satker, indicator of targets): what is reached, and the target where the config sets one',
  },
  columns: [
    ...KABUPATEN,
    NAMA_KABUPATEN,
    column(
      'indicator',
      'VARCHAR',
      'temuan-selesai, ganda-selesai, perlu-diperiksa-per-1000',
      'temuan-selesai, ganda-selesai, perlu-diperiksa-per-1000',
    ),
    column(
      'count',
      'BIGINT',
      'yang sudah dijawab, atau pemilih yang perlu diperiksa',
      'what is answered, or voters to be checked',
    ),
    column('total', 'BIGINT', 'dari berapa', 'of how many'),
    column(
      'value',
      'DECIMAL(12,3)',
      'bagian 0 sampai 1 (1 bila tidak ada apa-apa), atau per 1.000 pemilih',
      'share from 0 to 1 (1 where there is nothing), or per 1,000 voters',
    ),
    column('at_least', 'DECIMAL(12,3)', 'sasaran: paling sedikit', 'target: at least'),
    column('at_most', 'DECIMAL(12,3)', 'sasaran: paling banyak', 'target: at most'),
  ],
};

/** Figures per satker that the report draws beside the distributions. */
export const PROFILE_TABLES: readonly OutputTable[] = [
  COMPARISON_TABLE,
  CAUSE_TABLE,
  CROSS_DISTRICT_TABLE,
  AGE_TABLE,
  BIRTH_DATE_TABLE,
  DISABILITY_TABLE,
];
