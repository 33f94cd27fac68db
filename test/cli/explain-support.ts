import { join } from 'node:path';
import type { Vocabulary } from '../../src/cli/explain/pair.ts';
import type { Comparison } from '../../src/model/ganda.ts';
import { makeRun, type TableRow } from './made-run.ts';

function comparison(
  id: Comparison['id'],
  title: string,
  levels: Readonly<Record<string, [string, string]>>,
): Comparison {
  return {
    id,
    title: { id: title, en: title },
    reads: [],
    missing: 'false',
    strata: [{ id: 'semua', label: { id: 'semua', en: 'all' }, equal: [] }],
    levels: Object.entries(levels).map(([level, [indonesian, english]]) => ({
      id: level,
      label: { id: indonesian, en: english },
    })),
    examples: [],
  };
}

/** Rules of a test, so that its texts do not change when a shipped rule does. */
export const VOCABULARY: Vocabulary = {
  rules: [],
  comparisons: [
    comparison('nama', 'Nama', { 'satu-huruf': ['satu huruf berbeda', 'one letter differs'] }),
    comparison('nik', 'NIK', { sama: ['sama', 'equal'], beda: ['berbeda', 'different'] }),
    comparison('tanggal_lahir', 'Tanggal lahir', { sama: ['sama', 'equal'] }),
  ],
  guards: [
    {
      id: 'kembar',
      title: { id: 'kembar', en: 'twins' },
      reason: { id: 'Nama depan lain dalam satu keluarga.', en: 'Another given name within one family.' },
      when: 'true',
      needs: [],
      weight: -6,
      examples: { fires: [], silent: [] },
    },
  ],
  blockingRules: [
    {
      id: 'tanggal-nama',
      title: { id: 'tanggal lahir sama, nama berdekatan', en: 'equal birth date, near names' },
      key: ['birth_date'],
      survives: { id: 'NIK hilang, nama salah ketik', en: 'NIK missing, name misspelt' },
      cap: 10,
      splitBy: [],
      examples: { found: [], left: [] },
    },
  ],
};

const PLACES = { kode_desa_a: '3301012001', tps_a: '001', kode_desa_b: '3301012001', tps_b: '004' };

/** Prior -10, then 12.5, -3.25, 8, an unknown address, and a guard of -6: in all 1.25. */
export const TWINS: TableRow = {
  ...PLACES,
  pair_key: 'aaaa000000000001',
  dpid_a: '900000001',
  voter_key_a: '900000001',
  dpid_b: '900000002',
  voter_key_b: '900000002',
  scope: 'desa',
  grade: 'mirip',
  tier: 'tinjau',
  match_weight: 1.25,
  match_probability: 1 / (1 + 2 ** -1.25),
  found_by: 'tanggal-nama+aturan-lama',
  level_nama: 'satu-huruf',
  weight_nama: 12.5,
  level_nik: 'beda',
  weight_nik: -3.25,
  level_tanggal_lahir: 'sama',
  weight_tanggal_lahir: 8,
  level_alamat: 'tidak-dinilai',
  weight_alamat: 0,
  guard: 'kembar',
  weight_guard: -6,
  bridge_cut: false,
};

const SURE: TableRow = {
  ...PLACES,
  pair_key: 'aaaa000000000002',
  dpid_a: '900000002',
  voter_key_a: '900000002',
  dpid_b: '900000003',
  voter_key_b: '900000003',
  scope: 'desa',
  grade: 'K1',
  tier: 'pasti',
  match_probability: 0.9999,
  found_by: 'nik-sama',
  bridge_cut: false,
};

const CUT: TableRow = {
  ...PLACES,
  pair_key: 'aaaa000000000003',
  dpid_a: '900000003',
  voter_key_a: '900000003',
  dpid_b: null,
  voter_key_b: '~0123456789abcdef01234567',
  scope: 'luar-provinsi',
  grade: 'mirip',
  tier: 'tinjau',
  match_probability: 0.52,
  bridge_cut: true,
};

function member(dpid: string, suggested_keep: boolean, suggestion: string, reason: string): TableRow {
  return {
    group_key: 'bbbb000000000001',
    dpid,
    voter_key: dpid,
    kode_kabupaten: '3301',
    kode_desa: '3301012001',
    tps: '001',
    grade: 'K1',
    tier: 'pasti',
    members: 3,
    suggested_keep,
    suggestion,
    reason,
    row_fingerprint: 'isi',
    status: 'terbuka',
  };
}

const FINDING: TableRow = {
  voter_key: '900000002',
  dpid: '900000002',
  kode_desa: '3301012001',
  tps: '004',
  rule_id: 'aturan-satker',
  severity: 'warning',
  field: 'nik',
  cause: 'excel',
  value_masked: '330101**********',
  subject: 'voter',
  source_path: '3301.csv',
  finding_key: 'cccc000000000001',
};

/** A published run with a pair of twins, a sure pair, a cut bridge, a group of three and a finding. */
export async function madeRun(
  folder: string,
  manifest: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  return await makeRun(join(folder, 'runs', 'satu'), {
    pairs: [TWINS, SURE, CUT],
    groups: [
      member('900000002', true, 'abaikan', 'diusulkan tetap: isian paling lengkap'),
      member('900000003', false, 'tms-ganda', 'NIK dan nama sama dengan baris yang diusulkan tetap'),
      member('900000001', true, 'verifikasi', 'tanggal lahir sama, nama serupa'),
    ],
    findings: [FINDING],
    manifest,
  });
}
