import type { Position } from '../../../../model/profile-tables.ts';
import type { Text } from '../../../../model/text.ts';

/** Column titles and words that stand in more than one part of the pages. */
export const WORDS = {
  satker: { id: 'Satker', en: 'Satker' },
  code: { id: 'Kode', en: 'Code' },
  kecamatan: { id: 'Kecamatan', en: 'Kecamatan' },
  desa: { id: 'Desa/kelurahan', en: 'Desa/kelurahan' },
  tps: { id: 'TPS', en: 'TPS' },
  voters: { id: 'Pemilih', en: 'Voters' },
  flagged: { id: 'Perlu diperiksa', en: 'To be checked' },
  rate: { id: 'Per 1.000', en: 'Per 1,000' },
  error: { id: 'error', en: 'error' },
  warning: { id: 'warning', en: 'warning' },
  info: { id: 'info', en: 'info' },
  ganda: { id: 'Data Ganda', en: 'Data Ganda' },
  rule: { id: 'Aturan', en: 'Rule' },
  severity: { id: 'Tingkat', en: 'Severity' },
  dimension: { id: 'Dimensi', en: 'Dimension' },
  findings: { id: 'Temuan', en: 'Findings' },
  cause: { id: 'Sebab', en: 'Cause' },
  file: { id: 'Berkas', en: 'File' },
  total: { id: 'Jumlah', en: 'Total' },
  unknown: { id: 'Tidak diketahui', en: 'Unknown' },
  province: { id: 'Seluruh daftar', en: 'The whole roll' },
} as const satisfies Readonly<Record<string, Text>>;

export const HINTS = {
  flagged: {
    id: 'Pemilih dengan temuan error atau warning, atau anggota Data Ganda',
    en: 'Voters with an error or warning finding, or in a Data Ganda group',
  },
  rate: { id: 'Pemilih yang perlu diperiksa per 1.000 pemilih', en: 'Voters to be checked per 1,000 voters' },
  error: { id: 'Temuan yang harus diperbaiki', en: 'Findings that must be fixed' },
  warning: { id: 'Temuan yang perlu diperiksa di lapangan', en: 'Findings to be verified in the field' },
  info: { id: 'Lazim; hanya dihitung', en: 'Usual; counted only' },
  ganda: {
    id: 'Pemilih yang diduga tercatat lebih dari sekali',
    en: 'Voters who may be recorded more than once',
  },
} as const satisfies Readonly<Record<string, Text>>;

/** A rate against what its size would show; the sign says it without colour. */
export const POSITION_WORDS: Readonly<
  Record<Position, { readonly sign: string; readonly text: Text; readonly step: number }>
> = {
  'far-below': {
    sign: '▼▼',
    text: { id: 'jauh di bawah wajar', en: 'far below expected' },
    step: -2,
  },
  below: { sign: '▼', text: { id: 'di bawah wajar', en: 'below expected' }, step: -1 },
  expected: { sign: '●', text: { id: 'wajar', en: 'as expected' }, step: 0 },
  above: { sign: '▲', text: { id: 'di atas wajar', en: 'above expected' }, step: 1 },
  'far-above': {
    sign: '▲▲',
    text: { id: 'jauh di atas wajar', en: 'far above expected' },
    step: 2,
  },
};

export const DIMENSION_WORDS: Readonly<Record<string, Text>> = {
  completeness: { id: 'kelengkapan', en: 'completeness' },
  validity: { id: 'keabsahan', en: 'validity' },
  consistency: { id: 'kesesuaian', en: 'consistency' },
  uniqueness: { id: 'ketunggalan', en: 'uniqueness' },
  plausibility: { id: 'kewajaran', en: 'plausibility' },
};

export const SEX_WORDS: Readonly<Record<string, Text>> = {
  L: { id: 'Laki-laki', en: 'Men' },
  P: { id: 'Perempuan', en: 'Women' },
};
