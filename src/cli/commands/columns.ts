import { EXIT, InputError } from '../../model/errors.ts';
import { columnsText } from '../columns-text.ts';
import type { Command } from '../command.ts';
import { configOf, JSON_OUTPUT } from '../options.ts';
import { writeResult } from '../result.ts';
import { withDatabase } from '../temporary-database.ts';

export const columns: Command = {
  name: 'columns',
  summary: {
    id: 'Menunjukkan bagaimana satu berkas akan dipahami: sandi, pemisah, kolom, pola isi, urutan tanggal.',
    en: 'Shows how a file would be understood: encoding, delimiter, columns, patterns, date order.',
  },
  example: {
    line: 'sisir columns samples/jateng-kecil/3374.csv',
    meaning: { id: 'memeriksa satu berkas contoh', en: 'looks at one file of the sample' },
  },
  arguments: [
    {
      usage: '<FILE>',
      meaning: {
        id: 'berkas CSV, TSV, .gz, Parquet, atau XLSX',
        en: 'a CSV, TSV, .gz, Parquet or XLSX file',
      },
    },
  ],
  options: [JSON_OUTPUT],
  async run(invocation) {
    const { io, arguments: words } = invocation;
    const [path = ''] = words;
    const config = await configOf(columns, invocation);
    const { describeColumns } = await import('../../stages/10-ingest/describe.ts');
    const report = await withDatabase(
      io,
      config,
      async (database) => await describeColumns(path, config, database),
    );
    if (report.columns.length === 0 && report.problems.length > 0) throw new InputError(report.problems);
    writeResult(invocation, report, () => columnsText(report, config.language));
    if (report.problems.length > 0) throw new InputError(report.problems);
    return EXIT.done;
  },
};
