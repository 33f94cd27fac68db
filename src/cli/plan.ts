import type { InputFile } from '../model/input-file.ts';
import { SOURCE_COLUMN_NAMES } from '../model/source-columns.ts';
import type { Language } from '../model/text.ts';
import type { Plan } from '../pipeline.ts';
import { rowsOf } from '../stages/10-ingest/row-sample.ts';
import { type Outlook, outlookLines } from './forecast-text.ts';
import { type NumberFormat, numberFormat } from './format.ts';
import { table } from './table.ts';

/** How each input file would be understood, what the run would do and what it would take, for `--dry-run`. */
export function planText({ inputs: files, skipped }: Plan, outlook: Outlook, language: Language): string {
  const numbers = numberFormat(language);
  const say = (id: string, en: string) => (language === 'id' ? id : en);
  const list = table(
    [
      { title: say('BERKAS', 'FILE'), wraps: true },
      { title: say('BENTUK', 'FORMAT') },
      { title: say('BARIS', 'ROWS'), align: 'right' },
      { title: say('SATKER', 'SATKER') },
      { title: say('TANGGAL', 'DATES') },
      { title: say('KOLOM', 'COLUMNS'), align: 'right' },
    ],
    files.map((file) => [
      file.path,
      layoutOf(file),
      rowsText(file, numbers),
      file.kabupaten === undefined ? '–' : String(file.kabupaten),
      file.dateOrder,
      `${file.columns.length}/${SOURCE_COLUMN_NAMES.length}`,
    ]),
  );
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  const megabytes = numbers.decimal(bytes / 1e6, 1);
  return [
    list,
    ...absentLines(files, say),
    ...skipped.map(
      ({ path, code, text }) => `${path}: ${say('dilewati', 'left out')}: ${code}: ${text[language]}`,
    ),
    ...outlookLines(outlook, { say, numbers, language }),
    '',
    say(
      `${numbers.count(files.length)} berkas, ${megabytes} MB. Rencana saja: tidak ada yang ditulis.`,
      `${numbers.count(files.length)} files, ${megabytes} MB. A plan only: nothing was written.`,
    ),
  ].join('\n');
}

/** Counted, or with `≈` estimated from the size of a workbook. */
function rowsText(file: InputFile, { count }: NumberFormat): string {
  return `${file.format === 'xlsx' ? '≈' : ''}${count(rowsOf(file))}`;
}

function layoutOf(file: InputFile): string {
  const delimiter = file.delimiter === '\t' ? 'tab' : file.delimiter;
  const parts = [file.format, file.compressed ? 'gz' : undefined, file.encoding, delimiter];
  return parts.filter((part) => part !== undefined).join(' ');
}

function absentLines(files: readonly InputFile[], say: (id: string, en: string) => string): string[] {
  return files.flatMap((file) => {
    const taken = new Set(file.columns.map(({ column }) => column));
    const absent = SOURCE_COLUMN_NAMES.filter((name) => !taken.has(name));
    return [
      ...(absent.length === 0 ? [] : [`${file.path}: ${say('tanpa kolom', 'without')} ${absent.join(', ')}`]),
      ...(file.unusedHeaders.length === 0
        ? []
        : [
            `${file.path}: ${say('judul tidak dipakai', 'headers not used')}: ${file.unusedHeaders.join(', ')}`,
          ]),
    ];
  });
}
