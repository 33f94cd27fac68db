import { describe, expect, test } from 'vitest';
import { runSummary } from '../../src/cli/summary.ts';
import { runSummaryJson } from '../../src/cli/summary-json.ts';
import { MAX_WIDTH } from '../../src/cli/table.ts';
import { type Manifest, manifestSchema } from '../../src/model/manifest.ts';

const RULE_COUNTS = Object.fromEntries(
  Array.from({ length: 12 }, (_, index) => [`aturan-${index + 1}`, (index + 1) * 100]),
);

const MANIFEST: Manifest = manifestSchema.parse({
  run_id: '20261122T020000Z',
  engine_version: '0.1.0',
  started_at: '2026-11-22T02:00:00.000Z',
  finished_at: '2026-11-22T02:03:00.000Z',
  reference_date: '2026-11-22',
  language: 'id',
  rows: { read: 1_234_600, accepted: 1_234_567, rejected: 33, clean: 1_179_011, flagged: 55_556 },
  inputs: [],
  skipped_inputs: [{ path: 'rolls/3399.csv', code: 'berkas-kosong' }],
  rejects_by_reason: { 'kolom-kurang': 30, 'kolom-lebih': 3 },
  data_invalid: {
    findings: 7_800,
    voters: 6_000,
    by_rule: RULE_COUNTS,
    by_severity: { error: 4_000, warning: 3_000, info: 800 },
    by_dimension: {},
    by_cause: {},
    not_assessable: {},
    not_assessed: ['ktp-el-di-luar-kode'],
  },
  data_ganda: {
    pairs: 420,
    pairs_not_written: 1_000_000,
    by_grade: { K3: 20, K1: 300, K2: 100 },
    by_tier: {},
    by_scope: {},
    by_suggestion: {},
    groups: 400,
    voters: 812,
    blocking: [],
    candidates: 500,
    prior: { log2: -20, expected_matches: 400 },
    model_sha256: 'x',
    guards: {},
    chance: { observed: 0, expected: 0, excess: 0 },
  },
  versions: { engine: '0.1.0' },
  change: {
    previous_run: '20261121T020000Z',
    not_compared: null,
    differs: ['reference_date', 'rule:nik-kosong'],
    satker: ['3374'],
    silent: [{ kode_satker: '3301', last_seen: '2026-11-20' }],
    findings: { first: 0, new: 12, persisting: 7_788, reopened: 1, resolved: 40, not_seen: 3 },
    pairs: { first: 0, new: 0, persisting: 420, reopened: 0, resolved: 0, not_seen: 0 },
    voters: {
      voters_before: 1_234_565,
      tetap: 1_234_500,
      berubah: 60,
      hilang: 5,
      tidak_terlihat: 0,
      baru: 7,
      pertama: 0,
      voters_after: 1_234_567,
    },
  },
  anomalies: [
    {
      name: 'lonjakan-temuan-aturan',
      level: 'kabupaten',
      kode_kabupaten: '3374',
      measure: 'rule',
      item: 'aturan-3',
      value: 300,
      median: 10.5,
      spread: 3.5,
      score: 82.7,
      runs: 5,
    },
  ],
  worklists: [
    {
      path: 'worklists/3374-kota-semarang.xlsx',
      kode_kabupaten: '3374',
      kode_kecamatan: null,
      rows_invalid: 3,
      rows_ganda: 2,
    },
  ],
  gates: { checked: 0, exceeded: [], not_assessed: [] },
  decisions: {
    records: 1_204,
    sha256: 'f'.repeat(64),
    pairs_dismissed: 35,
    groups_by_status: { terbuka: 380, terjawab: 18, bertentangan: 2 },
    findings_by_status: { terbuka: 6_990, dikonfirmasi: 10 },
  },
  satker: [
    {
      kode_kabupaten: '3374',
      nama_kabupaten: 'Kota Semarang',
      voters: 1_234_567,
      flagged_voters: 55_556,
      flagged_per_1000: 45.001,
      findings_error: 4_000,
      findings_warning: 3_000,
      findings_info: 800,
      ganda_voters: 812,
    },
    {
      kode_kabupaten: '0000',
      nama_kabupaten: null,
      voters: 0,
      flagged_voters: 0,
      flagged_per_1000: 0,
      findings_error: 0,
      findings_warning: 0,
      findings_info: 0,
      ganda_voters: 0,
    },
  ],
  parameters: {},
  rules: { count: 50, sha256: 'x', own: [] },
  stages: [],
  outputs: [
    { path: 'data-invalid/kabupaten=3301/a.parquet', sha256: 'x', bytes: 1, rows: 3_000 },
    { path: 'data-invalid/kabupaten=3374/a.parquet', sha256: 'x', bytes: 1, rows: 4_800 },
    { path: 'data-ganda/pairs.parquet', sha256: 'x', bytes: 1, rows: 420 },
    { path: 'data-dictionary.md', sha256: 'x', bytes: 1, rows: null },
  ],
  environment: {},
});

const titleOf = (id: string) => ({ id: `Judul ${id}`, en: `Title ${id}` });
const finished = { manifest: MANIFEST, folder: 'runs/20261122T020000Z' };
const indonesian = runSummary(finished, 'id', titleOf);
const english = runSummary(finished, 'en', titleOf);

describe('the summary of a run', () => {
  test('begins with one sentence', () => {
    expect(indonesian.split('\n\n')[0]?.replace('\n', ' ')).toBe(
      'Dari 1.234.567 pemilih, 55.556 (4,5%) perlu diperiksa: 7.800 temuan Data Invalid dan 400 kelompok Data Ganda.',
    );
    expect(english).toMatch(/^Of 1,234,567 voters, 55,556 \(4\.5%\) need a check/);
  });

  test('shows the ten most frequent rules, most frequent first', () => {
    const ids = [...indonesian.matchAll(/^ {2}(aturan-\d+)/gm)].map(([, id]) => id);
    expect(ids).toEqual(
      ['12', '11', '10', '9', '8', '7', '6', '5', '4', '3'].map((number) => `aturan-${number}`),
    );
    expect(indonesian).toMatch(/aturan-12 +Judul aturan-12 +1\.200 +0,97/);
    expect(english).toMatch(/aturan-12 +Title aturan-12 +1,200 +0\.97/);
  });

  test('shows rejects, skipped files, severities, grades, satker and outputs', () => {
    expect(indonesian).toMatch(/kolom-kurang +30/);
    expect(indonesian).toMatch(/rolls\/3399\.csv +berkas-kosong/);
    expect(indonesian).toContain('(error 4.000, warning 3.000, info 800)');
    expect(indonesian).toContain('ktp-el-di-luar-kode');
    expect([...indonesian.matchAll(/K[123]/g)].map(([grade]) => grade)).toEqual(['K1', 'K2', 'K3']);
    expect(indonesian).toContain('1.000.000 pasangan dari kelompok sangat besar');
    expect(indonesian).toMatch(/3374 +Kota Semarang +1\.234\.567 +55\.556 +45,00 +812/);
    expect(indonesian).toContain('(tidak dikenal)');
    expect(indonesian).toContain('runs/20261122T020000Z/manifest.json');
    expect(indonesian).toMatch(/data-invalid\/kabupaten=\*\/ +7\.800 baris/);
    expect(indonesian).not.toContain('data-dictionary.md');
  });

  test('says how far officers are', () => {
    expect(indonesian).toContain('Keputusan petugas: 1.204 tercatat; 35 pasangan tidak dilaporkan lagi');
    expect(indonesian).toContain('  kelompok: terjawab 18, bertentangan 2, terbuka 380');
    expect(english).toContain('  error and warning findings: confirmed as right 10, open 6,990');
    const none = { ...MANIFEST, decisions: { ...MANIFEST.decisions, records: 0 } };
    expect(runSummary({ manifest: none, folder: 'x' }, 'id', () => undefined)).not.toContain('Keputusan');
  });

  test('fits a terminal', () => {
    for (const text of [indonesian, english]) {
      expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(MAX_WIDTH);
    }
  });

  test('leaves out what is not there', () => {
    const clean = structuredClone(MANIFEST);
    clean.rows = { read: 10, accepted: 10, rejected: 0, clean: 10, flagged: 0 };
    clean.skipped_inputs = [];
    clean.rejects_by_reason = {};
    clean.data_invalid = {
      ...clean.data_invalid,
      findings: 0,
      voters: 0,
      by_rule: {},
      by_severity: {},
      not_assessed: [],
    };
    const text = runSummary({ manifest: clean, folder: 'runs/x' }, 'id', titleOf);
    expect(text).toMatch(/^Dari 10 pemilih tidak ada yang perlu diperiksa\./);
    expect(text).not.toContain('ditolak, menurut alasan');
    expect(text).not.toContain('dilewati');
    expect(text).not.toContain('ATURAN');
  });

  test('of an empty roll does not divide by nothing', () => {
    const empty = structuredClone(MANIFEST);
    empty.rows = { read: 33, accepted: 0, rejected: 33, clean: 0, flagged: 0 };
    expect(runSummary({ manifest: empty, folder: 'x' }, 'en', titleOf)).not.toMatch(/NaN|Infinity/);
  });

  test('is the same as data', () => {
    const data = JSON.parse(JSON.stringify(runSummaryJson(finished)));
    expect(data).toMatchObject({ run_id: MANIFEST.run_id, rows: MANIFEST.rows, satker: MANIFEST.satker });
    expect(data.manifest).toBe('runs/20261122T020000Z/manifest.json');
    expect(data.outputs).toBeUndefined();
  });
});

describe('the change since the previous run', () => {
  const paragraph = (manifest: Manifest) => {
    const text = runSummary({ manifest, folder: 'runs/x' }, 'id', () => undefined);
    return text.slice(text.indexOf('\nPerubahan') + 1, text.indexOf('\nKeputusan petugas')).trim();
  };

  test('is told in a paragraph: what came and went, who sent nothing, what differs beside the rolls', () => {
    expect(paragraph(MANIFEST)).toBe(`Perubahan sejak 20261121T020000Z
  Temuan: 12 baru, 1 muncul lagi, 40 selesai, 7.788 masih ada, 3 tidak terlihat.
  Pasangan: 0 baru, 0 selesai, 420 masih ada.
  Pemilih: 7 baru, 5 hilang, 60 berubah, 1.234.500 tetap.
  Tidak mengirim: satker 3301 (terakhir 2026-11-20). Temuannya tidak dianggap selesai.
  Berbeda dari proses itu: aturan nik-kosong. Perubahan di atas tidak seluruhnya berasal dari data.

Anomali: angka yang melompat
  lonjakan-temuan-aturan: temuan aturan aturan-3, 3374: 300, biasanya 10,5 (5 proses).`);
  });

  test('says of a first run that there is nothing to compare it with', () => {
    const change = { ...MANIFEST.change, previous_run: null, not_compared: 'none', silent: [], differs: [] };
    expect(paragraph({ ...MANIFEST, change, anomalies: [] })).toBe(
      'Perubahan\n  Proses pertama di folder ini: belum ada pembanding.',
    );
  });
});
