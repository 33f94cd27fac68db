import type { Config } from '../model/config.ts';
import { GATE_LIMITS, GATE_SUBJECTS } from '../model/gates.ts';
import type { Text } from '../model/text.ts';

export type ConfigKey = Exclude<keyof Config, '$schema'>;

/** What each key of the config may hold, said to the person who got it wrong. */
export const CONFIG_KEYS: Readonly<Record<ConfigKey, Text>> = {
  inputs: { id: 'daftar berkas, folder, atau pola glob', en: 'a list of files, folders or globs' },
  out: { id: 'nama folder keluaran', en: 'the name of the output folder' },
  reference_date: {
    id: 'tanggal YYYY-MM-DD yang ada di kalender, atau quarter-end',
    en: 'a date of the calendar as YYYY-MM-DD, or quarter-end',
  },
  language: { id: 'id atau en', en: 'id or en' },
  period: { id: 'nama buku kode, misalnya pdpb-2025', en: 'the name of a code-book, e.g. pdpb-2025' },
  tps_limit: { id: 'bilangan bulat di atas 0', en: 'a whole number above 0' },
  columns: {
    id: 'kolom Sisir → judul kolom berkas, daftar judul, atau {"from": …, "format": …}',
    en: 'a Sisir column → a header of the file, a list of headers, or {"from": …, "format": …}',
  },
  missing: { id: 'daftar teks yang berarti kosong', en: 'a list of texts that mean "no value"' },
  kode_kabupaten: {
    id: 'kode kabupaten/kota empat digit, misalnya 33.74',
    en: 'a four-digit code, e.g. 33.74',
  },
  date_order: { id: 'dmy atau mdy', en: 'dmy or mdy' },
  rules_folder: { id: 'nama folder aturan satker', en: "the folder of the satker's own rules" },
  grades: {
    id: 'nama definisi K1, K2, K3, misalnya sidalih-2020',
    en: 'a definition of K1, K2, K3, e.g. sidalih-2020',
  },
  max_pairs_members: { id: 'bilangan bulat, paling sedikit 2', en: 'a whole number of at least 2' },
  thresholds: {
    id: 'objek dengan pasti, kuat, tinjau: bilangan 0 sampai 1, makin kecil',
    en: 'an object with pasti, kuat, tinjau: numbers from 0 to 1, falling',
  },
  model: { id: 'nama berkas model dari sisir train', en: 'a model file made by sisir train' },
  targets: {
    id: 'daftar sasaran, misalnya {"indicator": "ganda-selesai", "at_least": 0.9, "satker": ["33.01"]}',
    en: 'a list of targets, e.g. {"indicator": "ganda-selesai", "at_least": 0.9, "satker": ["33.01"]}',
  },
  worklists: { id: 'true atau false', en: 'true or false' },
  skip_bad_files: { id: 'true atau false', en: 'true or false' },
  threads: { id: 'bilangan bulat di atas 0', en: 'a whole number above 0' },
  memory: { id: 'jumlah memori, misalnya 8GB', en: 'an amount of memory, e.g. 8GB' },
  history: {
    id: 'objek dengan voters (true atau false), runs (bilangan bulat, paling sedikit 3), score (bilangan di atas 0)',
    en: 'an object with voters (true or false), runs (a whole number of at least 3), score (a number above 0)',
  },
  retention: {
    id: 'objek dengan runs (bilangan bulat di atas 0) dan/atau days (bilangan di atas 0)',
    en: 'an object with runs (a whole number above 0) and/or days (a number above 0)',
  },
  gates: {
    id: 'daftar ambang, masing-masing objek dengan satu hal yang dihitung dan sebuah batas',
    en: 'a list of gates, each an object with one thing to count and a limit',
  },
  privacy: {
    id: 'objek dengan kunci key_file dan encrypt',
    en: 'an object with the keys key_file and encrypt',
  },
};

/** The same for places inside a key, where the schema cannot say it well; `[]` stands for any item of a list. */
export const INNER_KEYS: Readonly<Record<string, Text>> = {
  'gates[]': {
    id: `satu dari ${GATE_SUBJECTS.join(', ')} dan paling sedikit satu dari ${GATE_LIMITS.join(', ')}; rejected tidak per satker`,
    en: `one of ${GATE_SUBJECTS.join(', ')} and at least one of ${GATE_LIMITS.join(', ')}; rejected not by satker`,
  },
  'gates[].satker': {
    id: 'kode empat digit misalnya 33.74, daftar kode, atau each',
    en: 'a four-digit code, e.g. 33.74, a list of codes, or each',
  },
  'privacy.encrypt': {
    id: 'objek dengan worklists, findings (true atau false), dan key_file bila salah satunya true',
    en: 'an object with worklists, findings (true or false), and key_file where one of them is true',
  },
};
