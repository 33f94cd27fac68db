import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { main } from '../../src/cli/main.ts';
import { EXIT } from '../../src/model/errors.ts';
import { matchModelSchema } from '../../src/model/match-model.ts';
import { temporaryFolder, testIo } from './helpers.ts';

const ROOT = process.cwd();
const SAMPLE = join(ROOT, 'samples/jateng-kecil');
const TRUTH = join(ROOT, 'samples/jateng-kecil-truth/truth.csv');

async function sisir(argv: string[], overrides: Parameters<typeof testIo>[0] = {}) {
  const { io, out, err } = testIo(overrides);
  const exitCode = await main(['train', ...argv], io);
  return { exitCode, out: out(), err: err() };
}

function modelIn(path: string) {
  return matchModelSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
}

describe('sisir train', () => {
  let cwd: string;
  let done: Awaited<ReturnType<typeof sisir>>;

  beforeAll(async () => {
    cwd = temporaryFolder();
    writeFileSync(join(cwd, 'sisir.config.json'), JSON.stringify({ model: join(cwd, 'model.json') }));
    done = await sisir([SAMPLE, '--out', 'model.json', '--truth', TRUTH], { cwd });
  });

  it('writes the model that the config asks for, and nothing beside it', () => {
    expect(done.err.split('\n').filter((line) => /error|galat/i.test(line))).toEqual([]);
    expect(done.exitCode).toBe(EXIT.done);
    expect(readdirSync(cwd).toSorted()).toEqual(['model.json', 'sisir.config.json']);
    expect(modelIn(join(cwd, 'model.json')).trained.rows).toBe(4000);
  });

  it('shows each level with its weight, the prior and the convergence', () => {
    expect(done.out).toMatch(/PERBANDINGAN +STRATA +TINGKAT +m +u +BOBOT/);
    expect(done.out).toMatch(/^nkk +tanggal-sama +sama( +0,\d{4}| +\d,\de-\d+){2} +~?\d+,\d$/m);
    expect(done.out).toMatch(/Ganda per 1\.000 baris +\d+,\d\d/);
    expect(done.out).toMatch(/Konvergen +sesudah \d+ putaran/);
    expect(done.out).toMatch(/Kalibrasi +kemiringan \d,\d{3}/);
    expect(Math.max(...done.out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
  });

  it('says the same as JSON, in English, and the same seed gives the same file', async () => {
    const again = await sisir([SAMPLE, '--out', 'again.json', '--truth', TRUTH, '--json', '--lang', 'en'], {
      cwd,
    });
    const { path, model } = z
      .object({ path: z.string(), expected_matches: z.number(), model: matchModelSchema })
      .parse(JSON.parse(again.out));
    expect(path).toBe('again.json');
    expect(model).toEqual(modelIn(join(cwd, 'model.json')));
    expect(readFileSync(join(cwd, 'again.json'), 'utf8')).toBe(readFileSync(join(cwd, 'model.json'), 'utf8'));
  });

  it('writes nothing and exits with 4 when EM has not come to rest', async () => {
    const early = await sisir([join(SAMPLE, '3371.csv'), '--out', 'early.json', '--iterations', '2'], {
      cwd,
    });
    expect([early.exitCode, early.out]).toEqual([EXIT.gateExceeded, '']);
    expect(early.err).toContain('belum konvergen sesudah 2 putaran');
    expect(readdirSync(cwd)).not.toContain('early.json');
  });

  it('trains a model that run can use', async () => {
    const { io, out } = testIo({ cwd });
    const exitCode = await main(
      ['run', join(SAMPLE, '3371.csv'), '--out', join(cwd, 'runs'), '--no-worklists', '--json'],
      io,
    );
    expect([exitCode, z.object({ manifest: z.string() }).safeParse(JSON.parse(out())).success]).toEqual([
      EXIT.done,
      true,
    ]);
  });
});

describe('sisir train refuses', () => {
  it.each([
    [['x.csv'], 'Opsi --out belum ada'],
    [['--out', 'model.json'], 'Belum ada masukan'],
    [['x.csv', '--out', 'taken'], 'adalah folder'],
    [['x.csv', '--out', 'm.json', '--seed', '1.5'], 'bilangan bulat'],
    [['x.csv', '--out', 'm.json', '--iterations', '0'], 'paling sedikit 1'],
    [['x.csv', '--out', 'm.json', '--truth', 'none.csv'], 'none.csv'],
  ])('%j', async (argv, expected) => {
    const cwd = temporaryFolder();
    mkdirSync(join(cwd, 'taken'));
    const { exitCode, out, err } = await sisir(argv, { cwd });
    expect(err).toContain(expected);
    expect([exitCode, out]).toEqual([EXIT.usage, '']);
    expect(readdirSync(cwd)).toEqual(['taken']);
  });

  it('a roll with too few duplicates, and leaves an earlier model as it was', async () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'model.json'), 'earlier');
    const { exitCode, out, err } = await sisir([join(SAMPLE, '3371.csv'), '--out', 'model.json'], { cwd });
    expect([exitCode, out]).toEqual([EXIT.usage, '']);
    expect(err).toContain('Terlalu sedikit ganda');
    expect(readFileSync(join(cwd, 'model.json'), 'utf8')).toBe('earlier');
  });
});
