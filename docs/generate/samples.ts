import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generateSample } from '../../src/sample/index.ts';
import { dirtyFiles } from './dirty-files.ts';

/**
 * Writes `samples/` anew: `jateng-kecil`, a small roll in which every rule fires, `jateng-kecil-truth`, what was
 * planted in it, and `kotor`, files as they should not be. Run it with `tsx docs/generate/samples.ts`.
 */
export const SMALL_ROLL = { rows: 4000, seed: 2026, profile: 'hard', referenceDate: '2026-11-22' } as const;

async function replaceFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
}

async function writeSmallRoll(samples: string): Promise<void> {
  const out = await mkdtemp(join(tmpdir(), 'sisir-samples-'));
  try {
    await generateSample({ ...SMALL_ROLL, plantEvery: true, out });
    const [roll, truth] = [join(samples, 'jateng-kecil'), join(samples, 'jateng-kecil-truth')];
    await replaceFolder(roll);
    await replaceFolder(truth);
    for (const file of await readdir(out))
      await cp(join(out, file), join(file.startsWith('truth') ? truth : roll, file));
  } finally {
    await rm(out, { recursive: true });
  }
}

async function writeDirtyFiles(samples: string): Promise<void> {
  const folder = join(samples, 'kotor');
  await replaceFolder(folder);
  const files = dirtyFiles();
  for (const { path, bytes } of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), bytes);
  }
  const rows = files.map(({ path, shows }) => `| \`${path}\` | ${shows} |`).join('\n');
  await writeFile(join(folder, 'README.md'), `${KOTOR}\n${rows}\n`);
}

const KOTOR = `# Berkas kotor

Berkas kecil berisi pemilih buatan, masing-masing dengan satu kekotoran yang pernah ditemui pada daftar pemilih. Jalankan satu per satu, misalnya \`sisir columns samples/kotor/titik-koma-3301.csv\`. Dibuat oleh \`tsx docs/generate/samples.ts\`.

Small files of made-up voters, each with one kind of dirt that real rolls have shown. Try them one by one.

| berkas | yang ditunjukkan · what it shows |
|---|---|`;

const samples = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'samples');
await writeSmallRoll(samples);
await writeDirtyFiles(samples);
