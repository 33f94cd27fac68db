import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runSummary } from '../../src/cli/summary.ts';
import { EXIT } from '../../src/model/errors.ts';
import { manifestSchema } from '../../src/model/manifest.ts';
import { expectRefusal, MARKED_NAME, MARKED_NIK, ROLL, ROW, World } from './support.ts';

let world: World;
beforeEach(() => {
  world = new World();
});
afterEach(() => world.remove());

const cut = (bytes: Buffer) => bytes.subarray(0, Math.floor(bytes.length * 0.6));

interface BadFile {
  readonly fault: string;
  readonly name: string;
  readonly content: string | Buffer;
  /** As the message gives it, without the path. */
  readonly place: string;
  readonly says: { readonly id: readonly string[]; readonly en: readonly string[] };
}

const BAD_FILES: readonly BadFile[] = [
  {
    fault: 'without nik and nama',
    name: '3301.csv',
    content: `tps,alamat,kode_desa\n001,${MARKED_NAME},${MARKED_NIK}\n`,
    place: ':1: berkas-tanpa-kolom: ',
    says: { id: ['tps, alamat, kode_desa', 'Petakan'], en: ['tps, alamat, kode_desa', 'Map one'] },
  },
  {
    fault: 'without any header',
    name: '3302.csv',
    content: `${ROW}\n${ROW}\n`,
    place: ':1: tanpa-judul-kolom: ',
    says: { id: ['tidak ditemukan', 'sisir columns'], en: ['No column headers', 'sisir columns'] },
  },
  {
    fault: 'of names alone, without any header',
    name: '3303.csv',
    content: `${MARKED_NAME},KAWIN,DUKUH\n`,
    place: ':1: tanpa-judul-kolom: ',
    says: { id: ['tambahkan judul kolom'], en: ['add headers'] },
  },
  {
    fault: 'without a byte',
    name: '3304.csv',
    content: '',
    place: ': berkas-kosong: ',
    says: { id: ['kosong', 'Mintalah salinan'], en: ['is empty', 'Ask its sender'] },
  },
  {
    fault: 'with a header and nothing else',
    name: '3305.csv',
    content: 'DAFTAR PEMILIH\nnik,nama,tps\n\n',
    place: ':2: hanya-judul: ',
    says: { id: ['tanpa satu baris pemilih pun', 'Ekspor ulang'], en: ['not one voter', 'Export it again'] },
  },
  {
    fault: 'called Parquet, but none',
    name: '3306.parquet',
    content: ROLL,
    place: ': bukan-parquet: ',
    says: { id: ['bukan Parquet', 'Ekspor ulang'], en: ['not a whole Parquet', 'Export it again'] },
  },
  {
    fault: 'that begins and ends as Parquet, but is none',
    name: '3307.parquet',
    content: `PAR1${ROLL}PAR1`,
    place: ': bukan-parquet: ',
    says: { id: ['Ekspor ulang'], en: ['Export it again'] },
  },
  {
    fault: 'called XLSX, but none',
    name: '3308.xlsx',
    content: `PK\u0003\u0004${ROLL}`,
    place: ': bukan-xlsx: ',
    says: { id: ['simpan sebagai .xlsx'], en: ['save it as .xlsx'] },
  },
  {
    fault: 'cut off while it was compressed',
    name: '3309.csv.gz',
    content: cut(gzipSync(ROLL.repeat(50))),
    place: ': gz-rusak: ',
    says: { id: ['terpotong atau rusak', 'Salin ulang'], en: ['cut short or damaged', 'Copy it again'] },
  },
  {
    fault: 'with two columns for one',
    name: '3310.csv',
    content: `nik,NIK KTP,nama\n${MARKED_NIK},${MARKED_NIK},${MARKED_NAME}\n`,
    place: ':1: judul-kolom-ganda: ',
    says: { id: ['“nik” dan “NIK KTP”', 'Pilih satu'], en: ['“nik” and “NIK KTP”', 'Choose one'] },
  },
];

describe('a file', () => {
  it.each(BAD_FILES)('$fault is refused', async ({ name, content, place, says }) => {
    world.write(name, content);
    const names = [`${join(world.folder, name)}${place}`];
    await expectRefusal(world, { argv: ['run', name], exitCode: EXIT.inputRefused, names, says });
  });

  it('that is missing is refused', async () => {
    await expectRefusal(world, {
      argv: ['run', '3374.csv'],
      exitCode: EXIT.inputRefused,
      names: [`${join(world.folder, '3374.csv')}: berkas-tidak-ada: `],
      says: { id: ['Periksa ejaannya'], en: ['Check the spelling'] },
    });
  });

  it('named twice, or as a part of a folder, is refused once', async () => {
    world.write('daftar/3304.csv', '');
    const { err } = await world.sisir(['run', 'daftar', 'daftar/3304.csv', 'daftar/*.csv']);
    expect(err.match(/berkas-kosong/g)).toHaveLength(1);
  });
});

describe('a folder', () => {
  it('without files is refused', async () => {
    mkdirSync(join(world.folder, 'daftar/dalam'), { recursive: true });
    world.write('daftar/catatan.md', ROLL);
    await expectRefusal(world, {
      argv: ['run', 'daftar'],
      exitCode: EXIT.inputRefused,
      names: [`${join(world.folder, 'daftar')}: folder-kosong: `],
      says: { id: ['Salin daftar pemilih'], en: ['Copy the rolls'] },
    });
  });
});

describe('several bad files at once', () => {
  const write = () => {
    for (const { name, content } of BAD_FILES) world.write(`daftar/${name}`, content);
  };

  it('are all named in one message, and the good one is not', async () => {
    write();
    world.write('daftar/3374.csv', ROLL);
    await expectRefusal(world, {
      argv: ['run', 'daftar', 'hilang.csv'],
      exitCode: EXIT.inputRefused,
      names: [
        ...BAD_FILES.map(({ name, place }) => `daftar/${name}${place}`),
        'hilang.csv: berkas-tidak-ada: ',
      ],
      says: { id: BAD_FILES.flatMap(({ says }) => says.id), en: BAD_FILES.flatMap(({ says }) => says.en) },
    });
    expect((await world.sisir(['run', 'daftar'])).err).not.toContain('3374.csv');
  });

  it('are left out and counted with --skip-bad-files', async () => {
    write();
    world.write('daftar/3374.csv', ROLL);
    const { exitCode, out } = await world.sisir(['run', 'daftar', '--skip-bad-files', '--no-worklists']);
    expect(exitCode).toBe(EXIT.done);
    const path = join(world.folder, 'runs/latest/manifest.json');
    const manifest = manifestSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
    const english = runSummary({ manifest, folder: world.folder }, 'en', () => undefined);
    for (const [text, words] of [
      [out, 'Berkas yang dilewati'],
      [english, 'Files left out'],
    ] as const) {
      expect(text).toContain(words);
      for (const { name } of BAD_FILES) expect(text).toContain(`daftar/${name}`);
    }
    const { skipped_inputs, inputs, rows } = manifest;
    expect(skipped_inputs).toEqual(
      BAD_FILES.map(({ name, place }) => ({
        path: join(world.folder, 'daftar', name),
        code: /[a-z-]{5,}/.exec(place)?.[0],
      })),
    );
    expect([inputs.length, rows.read, rows.accepted, rows.rejected]).toEqual([1, 2, 2, 0]);
  });

  it('are refused even with --skip-bad-files when no other file is left', async () => {
    write();
    await expectRefusal(world, {
      argv: ['run', 'daftar', '--skip-bad-files'],
      exitCode: EXIT.inputRefused,
      names: BAD_FILES.map(({ name, place }) => `daftar/${name}${place}`),
      says: { id: [], en: [] },
    });
  });
});
