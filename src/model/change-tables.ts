import { column, KABUPATEN, NAMA_KABUPATEN, type OutputTable } from './output-column.ts';

/** A table of the change since the previous run. */
export interface ChangeTable extends OutputTable {
  /** Written as CSV too, and kept for ever. */
  readonly small: boolean;
}

/** What became of a finding or a pair since the previous run. */
export const STATUSES = ['first', 'new', 'persisting', 'reopened', 'resolved', 'not_seen'] as const;
export type Status = (typeof STATUSES)[number];

/** Statuses of what stands in the run itself; the others are of earlier runs. */
export const PRESENT: readonly Status[] = ['first', 'new', 'persisting', 'reopened'];

const STATUS = column(
  'status',
  'VARCHAR',
  'new: baru; persisting: masih ada; reopened: pernah selesai, muncul lagi; resolved: tidak ada lagi; not_seen: satkernya tidak mengirim, atau aturannya tidak dapat dinilai, sehingga tidak diketahui; first: tanpa pembanding (proses pertama, satker baru, atau aturan baru)',
  'new; persisting; reopened: was resolved, back now; resolved: gone; not_seen: its satker sent nothing or its rule could not be assessed, so that nothing is known; first: nothing to compare with (first run, new satker or new rule)',
);
const SATKER_MEANING = {
  id: 'satker yang mengirim barisnya: kode di nama berkas, atau wilayah baris; 0000 bila tidak diketahui',
  en: 'satker that sent the row: the code in the name of its file, else the area of the row; 0000 when unknown',
};
const SATKER = column('kode_satker', 'VARCHAR', SATKER_MEANING.id, SATKER_MEANING.en);
const RULE = column('rule_id', 'VARCHAR', 'aturan yang dilanggar', 'the rule that is broken');
const SEVERITY = column('severity', 'VARCHAR', 'tingkat', 'severity');
const GRADE = column(
  'grade',
  'VARCHAR',
  'tingkat Data Ganda: K1, K2, K3, mirip',
  'Data Ganda grade: K1, K2, K3, mirip',
);
const OPEN_SINCE = column(
  'open_since',
  'DATE',
  'tanggal acuan proses yang pertama menemukannya, terakhir kali ia muncul',
  'reference date of the run that found it first, counted from when it last appeared',
);
const LEVEL = column(
  'level',
  'VARCHAR',
  'provinsi: seluruh daftar; kabupaten: satu kabupaten/kota',
  'provinsi: the whole roll; kabupaten: one kabupaten/kota',
);
const AREA_OR_NONE = column(
  'kode_kabupaten',
  'VARCHAR',
  'kode kabupaten/kota Kemendagri; kosong pada baris provinsi',
  'Kemendagri kabupaten/kota code; empty in the row of the province',
);

export const CHANGE_FINDING_TABLE: ChangeTable = {
  name: 'change_finding',
  path: 'change/findings.parquet',
  small: false,
  sortedBy: ['kode_kabupaten', 'rule_id', 'finding_key'],
  grain: {
    id: 'satu baris per temuan proses ini, dan per temuan proses sebelumnya yang selesai atau tidak terlihat (rinciannya di data-invalid proses terakhir yang memuatnya, menurut finding_key)',
    en: 'one row per finding of this run, and per finding of the previous one that is resolved or not seen (its details are in data-invalid of the last run that holds it, by finding_key)',
  },
  columns: [
    column('finding_key', 'VARCHAR', 'kunci temuan', 'key of the finding'),
    STATUS,
    ...KABUPATEN,
    SATKER,
    RULE,
    SEVERITY,
    OPEN_SINCE,
  ],
};

export const CHANGE_PAIR_TABLE: ChangeTable = {
  name: 'change_pair',
  path: 'change/pairs.parquet',
  small: false,
  sortedBy: ['pair_key'],
  grain: {
    id: 'satu baris per pasangan Data Ganda proses ini, dan per pasangan proses sebelumnya yang selesai atau tidak terlihat',
    en: 'one row per Data Ganda pair of this run, and per pair of the previous one that is resolved or not seen',
  },
  columns: [
    column('pair_key', 'VARCHAR', 'kunci pasangan', 'key of the pair'),
    STATUS,
    column('kode_kabupaten_a', 'VARCHAR', 'kode kabupaten/kota a', 'kabupaten/kota code of a'),
    column('kode_kabupaten_b', 'VARCHAR', 'kode kabupaten/kota b', 'kabupaten/kota code of b'),
    column('kode_satker_a', 'VARCHAR', 'satker yang mengirim a', 'satker that sent a'),
    column('kode_satker_b', 'VARCHAR', 'satker yang mengirim b', 'satker that sent b'),
    GRADE,
    column('tier', 'VARCHAR', 'keyakinan: pasti, kuat, tinjau', 'confidence: pasti, kuat, tinjau'),
    OPEN_SINCE,
  ],
};

export const CHANGE_SUMMARY_TABLE: ChangeTable = {
  name: 'change_summary',
  path: 'change/summary.parquet',
  small: true,
  sortedBy: ['level', 'kode_kabupaten', 'measure', 'rule_id', 'grade', 'status'],
  grain: {
    id: 'satu baris per (wilayah, aturan atau tingkat, status) yang tidak nol; pasangan antarkabupaten dihitung di kedua kabupaten, dan sekali di provinsi',
    en: 'one row per (area, rule or grade, status) that is not zero; a pair across two kabupaten counts in both, and once in the province',
  },
  columns: [
    LEVEL,
    AREA_OR_NONE,
    NAMA_KABUPATEN,
    column(
      'measure',
      'VARCHAR',
      'rule: temuan menurut aturan; grade: pasangan menurut tingkat',
      'rule: findings by rule; grade: pairs by grade',
    ),
    column('rule_id', 'VARCHAR', 'aturan, bila measure = rule', 'rule, where measure = rule'),
    SEVERITY,
    column('grade', 'VARCHAR', 'tingkat, bila measure = grade', 'grade, where measure = grade'),
    STATUS,
    column('count', 'BIGINT', 'banyaknya temuan atau pasangan', 'findings or pairs'),
  ],
};

function voters(name: string, id: string, en: string) {
  return column(name, 'BIGINT', id, en);
}

export const CHANGE_VOTER_TABLE: ChangeTable = {
  name: 'change_voter',
  path: 'change/voters.parquet',
  small: true,
  sortedBy: ['level', 'kode_kabupaten'],
  grain: {
    id: 'satu baris per wilayah: pergerakan pemilih sejak proses sebelumnya; voters_before = tetap + berubah + keluar + hilang + tidak_terlihat, voters_after = tetap + berubah + masuk + baru + pertama; kosong bila history.voters = false',
    en: 'one row per area: movement of voters since the previous run; voters_before = tetap + berubah + keluar + hilang + tidak_terlihat, voters_after = tetap + berubah + masuk + baru + pertama; empty where history.voters = false',
  },
  columns: [
    LEVEL,
    AREA_OR_NONE,
    NAMA_KABUPATEN,
    voters('voters_before', 'pemilih menurut keadaan terakhir yang diketahui', 'voters as last known'),
    voters('tetap', 'sama isinya', 'of the same content'),
    voters(
      'berubah',
      'isinya berubah, wilayahnya tetap; di baris provinsi: termasuk yang pindah antarkabupaten',
      'content changed, area the same; in the row of the province: also those that moved between kabupaten',
    ),
    voters(
      'keluar',
      'pindah ke kabupaten lain; 0 di baris provinsi',
      'moved to another kabupaten; 0 in the row of the province',
    ),
    voters('hilang', 'tidak ada lagi', 'gone'),
    voters('tidak_terlihat', 'satkernya tidak mengirim', 'their satker sent nothing'),
    voters(
      'masuk',
      'pindah dari kabupaten lain; 0 di baris provinsi',
      'moved from another kabupaten; 0 in the row of the province',
    ),
    voters('baru', 'belum ada sebelumnya', 'not there before'),
    voters(
      'pertama',
      'tanpa pembanding: proses pertama atau satker baru',
      'nothing to compare with: first run or new satker',
    ),
    voters('voters_after', 'pemilih proses ini', 'voters of this run'),
  ],
};

export const ANOMALY_TABLE: ChangeTable = {
  name: 'anomaly',
  path: 'change/anomalies.parquet',
  small: true,
  sortedBy: ['level', 'kode_kabupaten', 'measure', 'item'],
  grain: {
    id: 'satu baris per angka yang melompat melebihi yang dapat dijelaskan proses-proses sebelumnya',
    en: 'one row per count that jumps beyond what earlier runs explain',
  },
  columns: [
    column('name', 'VARCHAR', 'nama anomali', 'name of the anomaly'),
    LEVEL,
    AREA_OR_NONE,
    column(
      'measure',
      'VARCHAR',
      'apa yang dihitung: voters, flagged, rule, severity, grade, tier',
      'what is counted: voters, flagged, rule, severity, grade, tier',
    ),
    column('item', 'VARCHAR', 'aturan, tingkat, atau keyakinannya', 'the rule, severity, grade or tier'),
    column('value', 'BIGINT', 'angka proses ini', 'count of this run'),
    column('median', 'DOUBLE', 'median proses-proses sebelumnya', 'median of the earlier runs'),
    column(
      'spread',
      'DOUBLE',
      'simpangan yang lazim: 1,4826 kali MAD, paling sedikit akar median (Poisson)',
      'usual spread: 1.4826 times the MAD, at least the root of the median (Poisson)',
    ),
    column('score', 'DOUBLE', '(value - median) / spread', '(value - median) / spread'),
    column('runs', 'INTEGER', 'banyaknya proses sebelumnya yang dipakai', 'earlier runs that were used'),
  ],
};

/** The change since the previous run. */
export const CHANGE_TABLES: readonly ChangeTable[] = [
  CHANGE_SUMMARY_TABLE,
  CHANGE_VOTER_TABLE,
  CHANGE_FINDING_TABLE,
  CHANGE_PAIR_TABLE,
  ANOMALY_TABLE,
];

export const SCOPE_TABLE: ChangeTable = {
  name: 'history_scope',
  path: 'history/scope.parquet',
  small: false,
  sortedBy: ['kode_satker', 'rule_id'],
  grain: {
    id: 'satu baris per satker yang pernah mengirim (rule_id kosong), dan per aturan yang terakhir dapat dinilai padanya',
    en: 'one row per satker that ever sent (rule_id empty), and per rule that could be assessed there when it last did',
  },
  columns: [
    SATKER,
    RULE,
    column('seen', 'BOOLEAN', 'satker itu mengirim dalam proses ini', 'the satker sent in this run'),
    column(
      'last_seen',
      'DATE',
      'tanggal acuan terakhir satker itu mengirim',
      'last reference date on which the satker sent',
    ),
  ],
};

export const RESOLVED_TABLE: ChangeTable = {
  name: 'history_resolved',
  path: 'history/resolved.parquet',
  small: false,
  sortedBy: ['kind', 'item_key'],
  grain: {
    id: 'satu baris per temuan atau pasangan yang pernah selesai dan belum muncul lagi: ingatan untuk status reopened',
    en: 'one row per finding or pair that was resolved and is not back: the memory of the status reopened',
  },
  columns: [
    column('kind', 'VARCHAR', 'finding atau pair', 'finding or pair'),
    column('item_key', 'VARCHAR', 'finding_key atau pair_key', 'finding_key or pair_key'),
  ],
};

const FINGERPRINT_COLUMNS = [
  column('voter', 'UBIGINT', 'hash berkunci voter_key', 'keyed hash of the voter_key'),
  column('content', 'UINTEGER', 'hash berkunci seluruh isian', 'keyed hash of all fields'),
  column(
    'kabupaten',
    'USMALLINT',
    'kode kabupaten/kota; 0 bila tidak diketahui',
    'kabupaten/kota code; 0 when unknown',
  ),
  column('satker', 'USMALLINT', SATKER_MEANING.id, SATKER_MEANING.en),
];

export const FINGERPRINT_TABLE: ChangeTable = {
  name: 'history_voter',
  path: 'history/voters.parquet',
  small: false,
  sortedBy: ['kabupaten', 'voter'],
  grain: {
    id: 'satu baris per pemilih, hanya bilangan: sidik jari untuk mengenali pemilih baru, hilang, dan berubah pada proses berikutnya; kosong bila history.voters = false',
    en: 'one row per voter, numbers only: the fingerprint by which the next run tells new, gone and changed voters; empty where history.voters = false',
  },
  columns: FINGERPRINT_COLUMNS,
};

export const CARRIED_TABLE: ChangeTable = {
  name: 'history_carried',
  path: 'history/carried.parquet',
  small: false,
  sortedBy: ['kabupaten', 'voter'],
  grain: {
    id: 'seperti history_voter, untuk pemilih yang satkernya tidak mengirim: keadaan terakhirnya dibawa terus',
    en: 'like history_voter, for voters whose satker sent nothing: their last state is carried on',
  },
  columns: FINGERPRINT_COLUMNS,
};

/** What the next run compares itself with, beside the findings and pairs of this one. */
export const HISTORY_TABLES: readonly ChangeTable[] = [
  SCOPE_TABLE,
  RESOLVED_TABLE,
  FINGERPRINT_TABLE,
  CARRIED_TABLE,
];

/**
 * Files of a run that a comparison reads and that have a row for each finding, pair or voter. Keys of findings and pairs
 * come from voter keys without a secret: who has the dpids of a roll finds out whose they are.
 */
export const ROW_STATE_PATHS: readonly string[] = [
  CHANGE_FINDING_TABLE,
  CHANGE_PAIR_TABLE,
  RESOLVED_TABLE,
  FINGERPRINT_TABLE,
  CARRIED_TABLE,
].map(({ path }) => path);

/** Files of a run that a comparison reads. */
export const STATE_PATHS: readonly string[] = [...ROW_STATE_PATHS, SCOPE_TABLE.path];
