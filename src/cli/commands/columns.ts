import { mkdtemp } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { EXIT, InputError } from '../../model/errors.ts';
import { columnsText } from '../columns-text.ts';
import type { Command } from '../command.ts';
import { configOf, JSON_OUTPUT } from '../options.ts';

const MEMORY = '2GB';

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
    const { io, options, arguments: words } = invocation;
    const [path = ''] = words;
    const config = await configOf(columns, invocation);
    const { Database } = await import('../../engine/database.ts');
    const { describeColumns } = await import('../../stages/10-ingest/describe.ts');
    const folder = await mkdtemp(join(tmpdir(), 'sisir-'));
    const database = await Database.open({
      folder,
      threads: config.threads ?? availableParallelism(),
      memory: config.memory ?? MEMORY,
    });
    try {
      const report = await describeColumns(path, config, database);
      if (report.columns.length === 0 && report.problems.length > 0) throw new InputError(report.problems);
      const text =
        options['json'] === true ? JSON.stringify(report, null, 2) : columnsText(report, config.language);
      io.stdout.write(`${text}\n`);
      if (report.problems.length > 0) throw new InputError(report.problems);
      return EXIT.done;
    } finally {
      database.close();
    }
  },
};
