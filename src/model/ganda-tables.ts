import {
  column,
  DESA,
  DPID,
  FINGERPRINT,
  KABUPATEN,
  type OutputColumn,
  type OutputTable,
  TPS,
  VERDICT,
  VOTER_KEY,
} from './output-column.ts';

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
