import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { inject } from 'vitest';
import type { Manifest } from '../../src/model/manifest.ts';
import { generateSample } from '../../src/sample/index.ts';
import { runWith } from './run.ts';
import { REFERENCE_DATE } from './stages.ts';

/** A run that several test files look at: nothing in it may be changed, only in a copy. */
export interface SharedRun {
  /** Folder of the rolls that were combed. */
  readonly rolls: string;
  /** Output folder, with `latest`. */
  readonly out: string;
  readonly folder: string;
  readonly manifest: Manifest;
}

/** Lets the first test file that asks make a folder, in whatever process; the others wait for it. */
async function madeOnce(name: string, make: (folder: string) => Promise<SharedRun>): Promise<SharedRun> {
  const folder = join(inject('sharedFolder'), name);
  const made = `${folder}.json`;
  while (!existsSync(made)) {
    if (mkdirSync(folder, { recursive: true }) === undefined) {
      await sleep(50);
      continue;
    }
    try {
      const run = await make(folder);
      writeFileSync(`${made}.new`, JSON.stringify(run));
      renameSync(`${made}.new`, made);
    } catch (error) {
      rmSync(folder, { recursive: true });
      throw error;
    }
  }
  return JSON.parse(readFileSync(made, 'utf8')) as SharedRun;
}

/** Rows that a run of `hardRun` reads, and how many of them it rejects. */
export const HARD_ROWS = { read: 301, rejected: 1 };

/** A run over 300 made-up rows with duplicates and errors, and one line that is no row. */
export async function hardRun(): Promise<SharedRun> {
  return await madeOnce('hard', async (folder) => {
    const [rolls, out] = [join(folder, 'rolls'), join(folder, 'runs')];
    await generateSample({
      rows: HARD_ROWS.read - HARD_ROWS.rejected,
      seed: 3,
      profile: 'hard',
      out: rolls,
      referenceDate: REFERENCE_DATE,
      threads: 1,
    });
    const [roll = ''] = readdirSync(rolls).filter((name) => /^\d{4}\.csv$/.test(name));
    appendFileSync(join(rolls, roll), 'one field too few\n');
    return { rolls, out, ...(await runWith({ inputs: [rolls], out })) };
  });
}

/** A run over the sample that ships, on two threads. */
export async function shippedSampleRun(): Promise<SharedRun> {
  return await madeOnce('shipped', async (out) => {
    const rolls = resolve(import.meta.dirname, '../../samples/jateng-kecil');
    return { rolls, out, ...(await runWith({ inputs: [rolls], out, threads: 2 })) };
  });
}
