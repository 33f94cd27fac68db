import { join } from 'node:path';
import { MANIFEST_FILE } from '../engine/manifest-file.ts';
import type { Manifest } from '../model/manifest.ts';
import { WORKLIST_FOLDER } from '../model/worklist.ts';
import type { NumberFormat } from './format.ts';
import { type TableColumn, table } from './table.ts';

/** The reader's language: words and numbers. */
export interface View {
  readonly say: (id: string, en: string) => string;
  readonly numbers: NumberFormat;
}

/** One line per satker: fair only by the rate per 1,000. */
export function satkerLines({ satker }: Manifest, { say, numbers }: View): string[] {
  if (satker.length === 0) return [];
  const columns: TableColumn[] = [
    { title: say('KODE', 'CODE') },
    { title: say('KABUPATEN/KOTA', 'KABUPATEN/KOTA'), wraps: true },
    { title: say('PEMILIH', 'VOTERS'), align: 'right' },
    { title: say('PERLU DIPERIKSA', 'TO BE CHECKED'), align: 'right' },
    { title: say('PER 1.000', 'PER 1,000'), align: 'right' },
    { title: say('DATA GANDA', 'DATA GANDA'), align: 'right' },
  ];
  const rows = satker.map((office) => [
    office.kode_kabupaten,
    office.nama_kabupaten ?? say('(tidak dikenal)', '(unknown)'),
    numbers.count(office.voters),
    numbers.count(office.flagged_voters),
    numbers.decimal(office.flagged_per_1000, 2),
    numbers.count(office.ganda_voters),
  ]);
  return ['', say('Satker', 'Satker'), table(columns, rows, { indent: '  ' })];
}

/** Where the run lies: the manifest, every table with its rows (one in many files is one line), the work lists. */
export function outputLines(
  { outputs, worklists }: Manifest,
  folder: string,
  { say, numbers: { count } }: View,
): string[] {
  const tables = outputs.filter(({ rows }) => rows !== null);
  const groups = new Map<string, { files: number; rows: number }>();
  for (const { path, rows } of tables) {
    const name = path.includes('kabupaten=') ? path.replace(/kabupaten=.*/, 'kabupaten=*/') : path;
    const group = groups.get(name) ?? { files: 0, rows: 0 };
    groups.set(name, { files: group.files + 1, rows: group.rows + (rows ?? 0) });
  }
  return [
    '',
    say('Hasil', 'Output'),
    `  ${join(folder, MANIFEST_FILE)}`,
    ...outputs
      .filter(({ path }) => path === 'report/index.html')
      .map(({ path }) => `  ${join(folder, path)}`),
    table(
      [{ title: '' }, { title: '', align: 'right' }],
      [
        ...[...groups].map(([name, { rows }]) => [
          join(folder, name),
          say(`${count(rows)} baris`, `${count(rows)} rows`),
        ]),
        ...(worklists.length === 0
          ? []
          : [
              [
                join(folder, WORKLIST_FOLDER, '*.xlsx'),
                say(`${count(worklists.length)} berkas`, `${count(worklists.length)} files`),
              ],
            ]),
      ],
      { indent: '  ', header: false },
    ),
  ];
}
