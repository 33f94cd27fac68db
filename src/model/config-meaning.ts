import type { Text } from './text.ts';

/**
 * What each key of the config is for: in the schema that editors read and in the file that `sisir init` writes.
 * A key inside another is `outer.inner`; a key of the items of a list likewise.
 */
export const CONFIG_MEANING: Readonly<Record<string, Text>> = {
  $schema: {
    id: 'skema yang dibaca penyunting teks untuk melengkapi dan memeriksa berkas ini',
    en: 'the schema by which an editor completes and checks this file',
  },
  inputs: {
    id: 'berkas, folder, atau pola glob yang disisir',
    en: 'files, folders or globs to be combed',
  },
  out: { id: 'folder keluaran', en: 'output folder' },
  reference_date: {
    id: 'tanggal acuan umur: YYYY-MM-DD, atau quarter-end (hari terakhir triwulan dari hari proses); tanpa ini hari proses itu sendiri',
    en: 'date on which ages are taken: YYYY-MM-DD, or quarter-end (last day of the quarter of the day of the run); without it that day itself',
  },
  language: { id: 'bahasa: id atau en', en: 'language: id or en' },
  period: { id: 'buku kode KPU pada masanya', en: "code-book of KPU's codes in the period" },
  tps_limit: {
    id: 'pemilih terbanyak per TPS: 300 Pemilu, 600 Pilkada',
    en: 'most voters per TPS: 300 Pemilu, 600 Pilkada',
  },
  columns: {
    id: 'pemetaan susunan kolom lain: kolom Sisir → judul kolom berkas',
    en: 'mapping of another layout: a Sisir column → headers of the file',
  },
  missing: { id: 'teks yang berarti kosong', en: 'texts that mean "no value"' },
  kode_kabupaten: {
    id: 'kode kabupaten/kota bagi berkas yang tidak menyebutkannya',
    en: 'kabupaten/kota code of files that say it nowhere',
  },
  date_order: {
    id: 'urutan hari dan bulan bila isi berkas tidak dapat memutuskan: dmy atau mdy',
    en: "order of day and month where a file's rows cannot tell: dmy or mdy",
  },
  rules_folder: {
    id: 'folder aturan milik satker, YAML atau JSON',
    en: "folder with the satker's own rules, YAML or JSON",
  },
  grades: { id: 'definisi K1, K2, K3', en: 'definition of K1, K2, K3' },
  max_pairs_members: {
    id: 'kelompok dengan anggota lebih banyak hanya mendapat pasangan yang menunjukkan tingkat setiap anggotanya',
    en: "groups with more members get only the pairs that show each member's grade",
  },
  thresholds: {
    id: 'peluang minimum sebuah pasangan disebut pasti, kuat, tinjau',
    en: 'probabilities from which a pair is called pasti, kuat, tinjau',
  },
  'thresholds.pasti': { id: 'hampir tentu satu orang', en: 'all but certainly one person' },
  'thresholds.kuat': { id: 'sangat mungkin satu orang', en: 'very likely one person' },
  'thresholds.tinjau': {
    id: 'perlu dilihat; di bawahnya tidak diterbitkan',
    en: 'to be looked at; below it nothing is published',
  },
  model: {
    id: 'berkas model dari sisir train; tanpa ini model bawaan',
    en: 'model file of sisir train; without it the one that ships with Sisir',
  },
  worklists: {
    id: 'apakah daftar kerja ditulis; isinya nilai utuh, bagi petugas satker',
    en: "whether work lists are written; they hold whole values, for the satker's officers",
  },
  skip_bad_files: {
    id: 'lewati dan hitung berkas yang tidak terbaca; bila false, satu berkas rusak menghentikan semuanya',
    en: 'leave out and count files that cannot be read; when false, one bad file stops the run',
  },
  threads: {
    id: 'jumlah utas; tanpa ini semua inti mesin',
    en: "number of threads; without it all the machine's cores",
  },
  memory: {
    id: 'batas memori DuckDB, misalnya 8GB; tanpa ini tiga perempat memori mesin, paling banyak 12GB',
    en: "memory limit of DuckDB, e.g. 8GB; without it three quarters of the machine's, at most 12GB",
  },
  targets: {
    id: 'sasaran setiap satker; kemajuannya tampil dalam sisir decide status',
    en: 'what each satker is to reach; sisir decide status shows progress',
  },
  'targets.indicator': {
    id: 'yang diukur: temuan-selesai dan ganda-selesai (bagian yang sudah dijawab, 0 sampai 1), perlu-diperiksa-per-1000',
    en: 'what is measured: temuan-selesai and ganda-selesai (share that is answered, 0 to 1), perlu-diperiksa-per-1000',
  },
  'targets.at_least': { id: 'paling sedikit', en: 'at least' },
  'targets.at_most': { id: 'paling banyak', en: 'at most' },
  'targets.satker': {
    id: 'kode kabupaten/kota; tanpa ini: setiap satker yang tidak punya sasaran sendiri',
    en: 'kabupaten/kota codes; without it: every satker without a target of its own',
  },
  gates: {
    id: 'ambang mutu; bila terlampaui, hasil tetap terbit tetapi kode keluarnya 4',
    en: 'quality gates; when one is exceeded the run is published but ends with exit code 4',
  },
  'gates.name': {
    id: 'nama ambang, tampil bila terlampaui',
    en: 'how the gate is called when it is exceeded',
  },
  'gates.measure': {
    id: 'flagged: pemilih yang perlu diperiksa; rejected: baris yang ditolak',
    en: 'flagged: voters to be checked; rejected: rejected rows',
  },
  'gates.severity': { id: 'temuan Data Invalid setingkat ini', en: 'Data Invalid findings of this severity' },
  'gates.rule': { id: 'temuan aturan ini', en: 'findings of this rule' },
  'gates.dimension': { id: 'temuan dimensi mutu ini', en: 'findings of this quality dimension' },
  'gates.grade': {
    id: 'pemilih dalam kelompok Data Ganda bertingkat ini: K1, K2, K3, atau mirip',
    en: 'voters in Data Ganda groups of this grade: K1, K2, K3 or mirip',
  },
  'gates.tier': {
    id: 'pemilih dalam kelompok Data Ganda dengan keyakinan ini',
    en: 'voters in Data Ganda groups of this tier',
  },
  'gates.satker': {
    id: 'kode satker, daftar kode, atau each (setiap satker sendiri-sendiri); tanpa ini seluruhnya bersama',
    en: 'a satker code, a list of codes, or each (every satker by itself); without it all together',
  },
  'gates.max': { id: 'jumlah terbanyak', en: 'most of them' },
  'gates.max_per_1000': {
    id: 'terbanyak per 1.000 pemilih; baris ditolak: per 1.000 baris dibaca',
    en: 'most per 1,000 voters; of rejected rows: per 1,000 rows read',
  },
  'gates.max_rise': {
    id: 'kenaikan terbesar terhadap proses sebelumnya',
    en: 'largest rise against the previous run',
  },
  'gates.max_rise_percent': {
    id: 'kenaikan terbesar dalam persen dari proses sebelumnya',
    en: 'largest rise in per cent of the previous run',
  },
  history: {
    id: 'apa yang disimpan bagi proses berikutnya, dan cara membandingkannya',
    en: 'what is kept for later runs, and how they are compared',
  },
  'history.voters': {
    id: 'simpan sidik jari setiap pemilih, untuk menghitung pemilih baru, hilang, dan berubah; 28 juta pemilih memerlukan 300 MB per proses',
    en: 'keep a fingerprint of every voter, to count new, gone and changed ones; 28 million voters take 300 MB a run',
  },
  'history.runs': {
    id: 'banyaknya proses sebelumnya yang menunjukkan angka yang biasa',
    en: 'how many earlier runs say what is usual for a count',
  },
  'history.score': {
    id: 'sebuah angka disebut anomali bila berjarak sekian simpangan dari mediannya',
    en: 'a count is an anomaly this many spreads from the median of those runs',
  },
  retention: {
    id: 'berapa lama tabel besar sebuah proses disimpan; tanpa ini selamanya. Manifest, sebaran, dan ringkasan perubahan tidak pernah dihapus',
    en: 'how long the bulky tables of a run are kept; without it for ever. Manifest, distributions and change summaries are never removed',
  },
  'retention.runs': { id: 'sekian proses terbaru', en: 'the newest so many runs' },
  'retention.days': {
    id: 'proses dari sekian hari terakhir; proses yang disimpan menurut salah satunya tetap disimpan',
    en: 'runs of the last so many days; a run that either of both keeps is kept',
  },
  privacy: { id: 'data pribadi', en: 'personal data' },
  'privacy.key_file': {
    id: 'berkas kunci HMAC, hanya dapat dibuka pemiliknya (0600): kunci pemilih tetap sama dari malam ke malam',
    en: 'file of the HMAC key, open to its owner only (0600): voter keys stay the same from night to night',
  },
  'privacy.encrypt': {
    id: 'enkripsi hasil di cakram (AES-256-GCM); dibuka dengan sisir decrypt',
    en: 'encryption of the output at rest (AES-256-GCM); opened with sisir decrypt',
  },
  'privacy.encrypt.worklists': { id: 'folder worklists/', en: 'the folder worklists/' },
  'privacy.encrypt.findings': {
    id: 'folder data-invalid/, data-ganda/, dan rejects/, serta tabel change/ dan history/ yang berisi satu baris per temuan, pasangan, atau pemilih',
    en: 'the folders data-invalid/, data-ganda/ and rejects/, and the tables of change/ and history/ that have a row for each finding, pair or voter',
  },
  'privacy.encrypt.key_file': {
    id: 'berkas kunci enkripsi (0600), bukan kunci HMAC; tanpa berkas ini hasil tidak dapat dibuka lagi, simpan salinannya di tempat lain',
    en: 'file of the encryption key (0600), not the HMAC key; without it the output cannot be opened again, so keep a copy elsewhere',
  },
};
