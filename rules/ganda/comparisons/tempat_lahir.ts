import type { Comparison } from '../../../src/model/ganda.ts';

/**
 * One person's birth place is written as desa, kecamatan or kabupaten/kota, whichever the clerk thought of; the rolls that
 * the default model is trained on are made, and write another place seldom.
 */
const OTHER_PLACE = [-4, 0] as const;
const SAME_KABUPATEN = [-1, 1] as const;

const comparison: Comparison = {
  id: 'tempat_lahir',
  title: { id: 'Tempat lahir', en: 'Place of birth' },
  reads: ['tempat_lahir'],
  missing: 'a.place_key IS NULL OR b.place_key IS NULL',
  strata: [
    {
      id: 'satu-kabupaten',
      label: {
        id: 'satu kabupaten/kota: penduduknya banyak yang lahir di tempat yang sama',
        en: 'one kabupaten/kota: many of its residents share a place of birth',
      },
      when: 'a.area_kabupaten = b.area_kabupaten',
      equal: ['area_kabupaten'],
    },
    {
      id: 'lain',
      label: { id: 'kabupaten/kota lain atau tidak diketahui', en: 'another kabupaten/kota, or unknown' },
      equal: [],
    },
  ],
  levels: [
    {
      id: 'sama',
      label: { id: 'sama', en: 'equal' },
      when: 'a.place_key = b.place_key',
      frequency: 'place',
    },
    {
      id: 'mirip',
      label: { id: 'mirip, atau yang satu memuat yang lain', en: 'alike, or one holds the other' },
      when: `jaro_winkler_similarity(a.place_key, b.place_key) >= 0.9
  OR contains(a.place_key, b.place_key)
  OR contains(b.place_key, a.place_key)
  OR (least(length(a.place_key), length(b.place_key)) >= 5
    AND abs(length(a.place_key) - length(b.place_key)) <= 1
    AND levenshtein(a.place_key, b.place_key) = 1)`,
    },
    {
      id: 'sewilayah',
      label: {
        id: 'kabupaten/kota yang sama, atau kecamatan atau desa di dalamnya',
        en: 'one kabupaten/kota, or a kecamatan or desa within it',
      },
      when: 'a.place_kabupaten = b.place_kabupaten',
      within: SAME_KABUPATEN,
    },
    { id: 'beda', label: { id: 'berbeda', en: 'different' }, within: OTHER_PLACE },
  ],
  examples: [
    {
      a: { tempat_lahir: 'KUDUS', kode_desa: '3319012001' },
      b: { tempat_lahir: 'Kudus', kode_desa: '3319022010' },
      level: 'sama',
      stratum: 'satu-kabupaten',
    },
    {
      a: { tempat_lahir: 'KUDUS', kode_desa: '3319012001' },
      b: { tempat_lahir: 'KUOUS', kode_desa: '3319012001' },
      level: 'mirip',
      stratum: 'satu-kabupaten',
    },
    {
      a: { tempat_lahir: 'KAB. SEMARANG', kode_desa: '3319012001' },
      b: { tempat_lahir: 'SEMARANG', kode_desa: '3374011001' },
      level: 'mirip',
      stratum: 'lain',
    },
    {
      a: { tempat_lahir: 'KUDUS', kode_desa: '3319012001' },
      b: { tempat_lahir: 'GEBOG', kode_desa: '3319012001' },
      level: 'sewilayah',
      because: { id: 'Gebog adalah kecamatan di Kudus', en: 'Gebog is a kecamatan of Kudus' },
    },
    {
      a: { tempat_lahir: 'TJILATJAP', kode_desa: '3319012001' },
      b: { tempat_lahir: 'CILACAP', kode_desa: '3319012001' },
      level: 'sama',
      because: { id: 'ejaan lama', en: 'the old spelling' },
    },
    {
      a: { tempat_lahir: 'KUDUS', kode_desa: '3319012001' },
      b: { tempat_lahir: 'PATI', kode_desa: '3319012001' },
      level: 'beda',
      stratum: 'satu-kabupaten',
    },
    { a: { tempat_lahir: 'KUDUS' }, b: { tempat_lahir: 'KUDUS' }, level: 'sama', stratum: 'lain' },
    { a: { tempat_lahir: 'KUDUS' }, b: { tempat_lahir: '-' }, level: 'tidak-dinilai' },
  ],
};

export default comparison;
