import { CHANGE_TABLES, HISTORY_TABLES } from './change-tables.ts';
import {
  column,
  KABUPATEN,
  KECAMATAN,
  NAMA_KABUPATEN,
  NAMA_KECAMATAN,
  type OutputColumn,
  type OutputTable,
} from './output-column.ts';
import { PROFILE_TABLES, PROGRESS_TABLE } from './profile-tables.ts';

export { column, type OutputColumn, type OutputTable } from './output-column.ts';

const VOTER_KEY = column(
  'voter_key',
  'VARCHAR',
  'kunci pemilih, tetap dari malam ke malam: dpid, atau hash isi baris',
  'voter key, stable from night to night: the dpid, or a keyed hash of the row',
);
const DPID = column('dpid', 'VARCHAR', 'nomor pemilih seperti di masukan', 'voter number as in the input');
const TPS = column('tps', 'VARCHAR', 'nomor TPS, tiga digit', 'TPS number, three digits');

const DESA = [
  column('kode_desa', 'VARCHAR', 'kode desa/kelurahan, 10 digit', 'desa/kelurahan code, 10 digits'),
];
const NAMA_DESA = column('nama_desa', 'VARCHAR', 'nama desa/kelurahan', 'name of the desa/kelurahan');

const FINGERPRINT = column(
  'row_fingerprint',
  'VARCHAR',
  'sidik isi baris (hash berkunci): berbeda bila isi baris berubah; kosong pada temuan info',
  'keyed hash of what the row holds: differs when the row has changed; empty for info findings',
);
const VERDICT = [
  column(
    'verdict',
    'VARCHAR',
    'jawaban satker pemilik baris yang masih berlaku: ms, tms, ubah-data, bukan-ganda, tidak-ditemukan; kosong bila belum ada',
    "standing answer of the row's own satker: ms, tms, ubah-data, bukan-ganda, tidak-ditemukan; empty without one",
  ),
  column('verdict_code', 'VARCHAR', 'kode TMS, bila verdict = tms', 'TMS code, where verdict = tms'),
];

export const FINDING_TABLE: OutputTable = {
  name: 'data_invalid',
  path: 'data-invalid/kabupaten=*/*.parquet',
  grain: {
    id: 'satu baris per (pemilih, aturan); aturan tentang TPS, desa, atau berkas: satu baris per TPS, desa, atau berkas, tanpa pemilih',
    en: 'one row per (voter, rule); rules about a TPS, desa or file: one row per TPS, desa or file, without a voter',
  },
  columns: [
    VOTER_KEY,
    DPID,
    ...KABUPATEN,
    ...KECAMATAN,
    ...DESA,
    TPS,
    column('rule_id', 'VARCHAR', 'aturan yang dilanggar', 'the rule that is broken'),
    column('dimension', 'VARCHAR', 'dimensi mutu', 'quality dimension'),
    column(
      'severity',
      'VARCHAR',
      'error: harus diperbaiki; warning: perlu diperiksa; info: untuk diketahui',
      'error: must be fixed; warning: verify; info: report only',
    ),
    column('field', 'VARCHAR', 'kolom yang dimaksud', 'the column concerned'),
    column('cause', 'VARCHAR', 'penyebab yang dikenali, bila ada', 'recognised cause, if any'),
    column('value_masked', 'VARCHAR', 'nilai yang disamarkan', 'the value, masked'),
    column(
      'subject',
      'VARCHAR',
      'tentang siapa: voter, tps, desa, file, group',
      'what it is about: voter, tps, desa, file, group',
    ),
    column('source_path', 'VARCHAR', 'berkas masukan asal baris', 'input file of the row'),
    column(
      'finding_key',
      'VARCHAR',
      'kunci temuan, tetap dari malam ke malam',
      'key of the finding, stable from night to night',
    ),
    FINGERPRINT,
    column(
      'status',
      'VARCHAR',
      'keadaan tindak lanjut: terbuka; terjawab; dikonfirmasi: sudah benar apa adanya; usang: baris berubah sejak dijawab; bertentangan: jawaban saling bertentangan',
      'state of follow-up: terbuka: open; terjawab: answered; dikonfirmasi: right as it is; usang: the row has changed since it was answered; bertentangan: answers contradict each other',
    ),
    ...VERDICT,
  ],
  sortedBy: ['kode_desa', 'tps', 'voter_key', 'rule_id', 'finding_key'],
};

function side(letter: 'a' | 'b'): OutputColumn[] {
  return [
    column(`dpid_${letter}`, 'VARCHAR', `nomor pemilih ${letter}`, `voter number of ${letter}`),
    column(`voter_key_${letter}`, 'VARCHAR', `kunci pemilih ${letter}`, `voter key of ${letter}`),
    column(`kode_desa_${letter}`, 'VARCHAR', `kode desa ${letter}`, `desa code of ${letter}`),
    column(`tps_${letter}`, 'VARCHAR', `nomor TPS ${letter}`, `TPS number of ${letter}`),
  ];
}

const GRADE_MEANING = {
  id: 'K1, K2, K3 menurut kamus tingkat; mirip: tanpa tingkat itu, dinilai dengan peluang',
  en: 'K1, K2, K3 by the grade code-book; mirip: none of them, judged by probability',
};
const GRADE = column('grade', 'VARCHAR', GRADE_MEANING.id, GRADE_MEANING.en);
const TIER = column('tier', 'VARCHAR', 'keyakinan: pasti, kuat, tinjau', 'confidence: pasti, kuat, tinjau');
const SCOPE = column(
  'scope',
  'VARCHAR',
  'wilayah tersempit yang memuat semuanya: tps, desa, kecamatan, kabupaten, provinsi, luar-provinsi',
  'narrowest area that holds all: tps, desa, kecamatan, kabupaten, provinsi, luar-provinsi',
);

/** The comparisons that ship, in the order of their columns: `rules/ganda/comparisons`. */
export const COMPARISON_IDS = [
  'nama',
  'tanggal_lahir',
  'jenis_kelamin',
  'tempat_lahir',
  'nkk',
  'alamat',
  'nik',
  'identitas',
] as const;

function compared(id: (typeof COMPARISON_IDS)[number]): OutputColumn[] {
  return [
    column(
      `level_${id}`,
      'VARCHAR',
      `taraf kesamaan ${id}; kosong bila masukan tidak punya kolomnya`,
      `level of agreement of ${id}; empty where the input has no such column`,
    ),
    column(`weight_${id}`, 'DOUBLE', `bobot log2 taraf itu`, `log2 weight of that level`),
  ];
}

export const PAIR_TABLE: OutputTable = {
  name: 'pairs',
  path: 'data-ganda/pairs.parquet',
  grain: { id: 'satu baris per pasangan yang diduga ganda', en: 'one row per pair that may be one person' },
  columns: [
    ...side('a'),
    ...side('b'),
    SCOPE,
    GRADE,
    TIER,
    column(
      'match_weight',
      'DOUBLE',
      'bobot log2: peluang awal ditambah semua bobot',
      'log2 weight: the prior and all weights',
    ),
    column('match_probability', 'DOUBLE', 'peluang satu orang', 'probability of one person'),
    column(
      'found_by',
      'VARCHAR',
      'aturan blok yang menemukan, digabung dengan +',
      'blocking rules that found it, joined by +',
    ),
    ...COMPARISON_IDS.flatMap(compared),
    column(
      'guard',
      'VARCHAR',
      'penjaga yang berlaku, yaitu cara dua orang tampak seperti satu; kosong bila tidak ada',
      'guard that fired, a way in which two people look like one; empty where none did',
    ),
    column('weight_guard', 'DOUBLE', 'bobot log2 penjaga', 'log2 weight of the guard'),
    column(
      'bridge_cut',
      'BOOLEAN',
      'sambungan lemah antara dua kelompok: pasangan ini tidak menyatukannya',
      'weak link between two groups: this pair does not join them',
    ),
    column(
      'pair_key',
      'VARCHAR',
      'kunci pasangan, tetap dari malam ke malam',
      'key of the pair, stable from night to night',
    ),
  ],
  sortedBy: ['voter_key_a', 'voter_key_b', 'found_by'],
};

export const GROUP_TABLE: OutputTable = {
  name: 'groups',
  path: 'data-ganda/groups.parquet',
  grain: { id: 'satu baris per anggota kelompok', en: 'one row per member of a group' },
  columns: [
    column(
      'group_key',
      'VARCHAR',
      'kunci kelompok, dari isi anggotanya',
      'key of the group, from its members',
    ),
    DPID,
    VOTER_KEY,
    ...KABUPATEN,
    ...DESA,
    TPS,
    GRADE,
    column('group_grade', 'VARCHAR', 'tingkat terkuat dalam kelompok', 'strongest grade in the group'),
    TIER,
    column(
      'match_probability',
      'DOUBLE',
      'peluang satu orang pada pasangan terkuat anggota ini, pasangan yang memberi grade dan tier',
      'probability of one person of the strongest pair of this member, the one that gives grade and tier',
    ),
    SCOPE,
    column('members', 'INTEGER', 'banyaknya anggota kelompok', 'members of the group'),
    column(
      'pairs_written',
      'BIGINT',
      'banyaknya pasangan kelompok yang ditulis',
      'pairs of the group that were written',
    ),
    column(
      'pairs_total',
      'BIGINT',
      'banyaknya pasangan seluruhnya dalam kelompok: n(n-1)/2',
      'all pairs in the group: n(n-1)/2',
    ),
    column(
      'suggested_keep',
      'BOOLEAN',
      'diusulkan tetap; setiap kelompok selalu punya paling sedikit satu',
      'suggested to stay; every group always has at least one',
    ),
    column(
      'suggestion',
      'VARCHAR',
      'usulan: tms-ganda, verifikasi, dukcapil, abaikan',
      'suggestion: tms-ganda, verifikasi, dukcapil, abaikan',
    ),
    column('reason', 'VARCHAR', 'alasan usulan', 'why'),
    column(
      'status',
      'VARCHAR',
      'keadaan tindak lanjut kelompok: terbuka; sebagian: belum semua baris dijawab satkernya; terjawab; usang: ada baris berubah sejak dijawab; bertentangan: jawaban saling bertentangan',
      'state of follow-up of the group: terbuka: open; sebagian: not every row was answered by its satker; terjawab: answered; usang: a row has changed since it was answered; bertentangan: answers contradict each other',
    ),
    ...VERDICT,
    FINGERPRINT,
  ],
  sortedBy: ['kode_kabupaten', 'kode_desa', 'tps', 'group_key', 'voter_key'],
};

const MEASURES: readonly OutputColumn[] = [
  column('voters', 'BIGINT', 'pemilih di wilayah itu', 'voters of the area'),
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

export const REJECT_TABLE: OutputTable = {
  name: 'rejects',
  path: 'rejects/rejects.parquet',
  grain: {
    id: 'satu baris per baris masukan yang ditolak (memuat data pribadi)',
    en: 'one row per rejected input row (holds personal data)',
  },
  columns: [
    column('path', 'VARCHAR', 'berkas', 'file'),
    column('sheet', 'VARCHAR', 'lembar kerja, untuk XLSX', 'sheet, for XLSX'),
    column('line', 'BIGINT', 'nomor baris dalam berkas, dari 1', 'line in the file, from 1'),
    column('reason', 'VARCHAR', 'kode alasan', 'reason code'),
    column(
      'detail',
      'VARCHAR',
      'bidang yang ditemukan/diharapkan, bila jumlahnya tidak cocok',
      'fields found/expected, where the number is wrong',
    ),
    column('original', 'VARCHAR', 'baris seperti tertulis', 'the row as written'),
  ],
  sortedBy: ['path', 'sheet', 'line', 'reason', 'original'],
};

export const OUTPUT_TABLES: readonly OutputTable[] = [
  FINDING_TABLE,
  PAIR_TABLE,
  GROUP_TABLE,
  ...DISTRIBUTION_TABLES,
  SUMMARY_TABLE,
  CHANCE_TABLE,
  ...PROFILE_TABLES,
  PROGRESS_TABLE,
  ...CHANGE_TABLES,
  ...HISTORY_TABLES,
  REJECT_TABLE,
];
