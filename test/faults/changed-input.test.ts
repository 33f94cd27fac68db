import { appendFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import ExcelJS from 'exceljs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { literal, sql } from '../../src/engine/sql.ts';
import { configSchema } from '../../src/model/config.ts';
import { EXIT } from '../../src/model/errors.ts';
import { LANGUAGES } from '../../src/model/text.ts';
import { readInputs } from '../../src/stages/10-ingest/index.ts';
import { inspectInputs } from '../../src/stages/10-ingest/inspect.ts';
import { withDatabase } from '../support/stages.ts';
import { OTHER, problemsOf, ROLL, World } from './support.ts';

let world: World;
beforeEach(() => {
  world = new World();
  world.write('daftar/3301.csv', ROLL);
  world.write('daftar/3374.csv', ROLL.repeat(3));
});
afterEach(() => world.remove());

const CHANGES: Readonly<Record<string, (path: string) => void>> = {
  vanishes: (path) => rmSync(path),
  'is moved away': (path) => renameSync(path, `${path}.lama`),
  grows: (path) => appendFileSync(path, `${OTHER}\n`),
  'is cut short': (path) => truncateSync(path, 200),
  'is replaced': (path) => writeFileSync(path, ROLL.repeat(3).replace('SUTRISNO', 'SUTRISMO')),
};

describe('a file that, between inspection and reading,', () => {
  it.each(Object.entries(CHANGES))('%s is refused, and nothing is left behind', async (_, change) => {
    const path = join(world.folder, 'daftar/3374.csv');
    const next = { id: 'Tunggu sampai penyalinan selesai', en: 'Wait until copying is finished' };
    for (const language of LANGUAGES) {
      writeFileSync(path, ROLL.repeat(3));
      const { exitCode, err, out } = await world.sisir(['run', 'daftar', '--lang', language], (line) => {
        if (line.includes('stage started') && line.includes('10-ingest')) change(path);
      });
      expect(err).toContain(`${path}: berkas-berubah: `);
      expect(err).toContain(next[language]);
      expect(err).not.toContain('3301.csv');
      expect([exitCode, out, world.runs()]).toEqual([EXIT.inputRefused, '', []]);
    }
  });
});

describe('a file that vanishes while others are being read', () => {
  const late: Readonly<Record<string, (path: string) => Promise<void>>> = {
    'late.csv': async (path) => writeFileSync(path, ROLL.replaceAll(',', ';')),
    'late.csv.gz': async (path) => writeFileSync(path, gzipSync(ROLL)),
    'late.parquet': async (path) => {
      const csv = join(world.folder, 'daftar/3301.csv');
      await withDatabase((database) =>
        database.run(sql`COPY (FROM read_csv(${literal(csv)}, all_varchar = true)) TO ${literal(path)}`),
      );
    },
    'late.xlsx': async (path) => {
      const workbook = new ExcelJS.Workbook();
      workbook.addWorksheet('TPS 001').addRows(ROLL.split('\n').map((line) => line.split(',')));
      await workbook.xlsx.writeFile(path);
    },
  };

  it.each(Object.entries(late))('is refused by name: %s', async (name, make) => {
    const path = join(world.folder, 'daftar', name);
    await make(path);
    const config = configSchema.parse({});
    const { files: inputs } = await inspectInputs([join(world.folder, 'daftar')], config);
    expect(inputs.map((input) => input.path)).toContain(path);
    const reading = withDatabase((database) =>
      readInputs({
        database,
        config,
        inputs,
        log: { info() {}, warn() {} },
        progress: () => rmSync(path, { force: true }),
      }),
    );
    expect(await problemsOf(reading)).toEqual([[path, 'berkas-berubah']]);
  });
});
