import { createReadStream, createWriteStream } from 'node:fs';
import { appendFile, mkdir, readdir, rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { UsageError } from '../model/errors.ts';
import { makeAll, makeHere } from './crew.ts';
import { DEFECTS } from './defects.ts';
import { ERROR_KINDS } from './error-kinds.ts';
import { GROUP_FAULTS } from './group-faults.ts';
import { type Abroad, partPath, rollPath } from './kabupaten-files.ts';
import { type Forced, type KabupatenPlan, NOTHING_FORCED, planSample } from './plan.ts';
import { PROFILE_NAMES, type ProfileName } from './profiles.ts';
import { readTerritory } from './territory.ts';
import { TRAPS } from './traps.ts';

export { PROFILE_NAMES, type ProfileName };

export interface SampleOptions {
  /** Rows of all files together, copies included; at least 100. */
  readonly rows: number;
  readonly seed: number;
  readonly profile: ProfileName;
  /** An empty or new folder. */
  readonly out: string;
  readonly threads?: number;
  /** Fewer rows are made without worker threads; the bytes do not depend on it. */
  readonly rowsForThreads?: number;
  /** Codes such as `3301`; default: as many as the number of rows suggests. */
  readonly kabupaten?: readonly string[];
  /** `YYYY-MM-DD`; ages are taken on it. */
  readonly referenceDate: string;
  /** Plants every defect, error kind, trap and group fault at least once. */
  readonly plantEvery?: boolean;
  /** Told the number of rows made so far. */
  readonly onProgress?: (rows: number) => void;
}

export interface Sample {
  readonly rows: number;
  /** Relative to `out`. */
  readonly files: string[];
}

const LEAST_ROWS = 100;
const MOST_ROWS = 95_000_000;

/** With fewer rows the threads would take longer to start than the rows take to make. */
const ROWS_FOR_THREADS = 20_000;

const EVERYTHING: Forced = {
  defects: DEFECTS.map(({ id }) => id),
  errors: ERROR_KINDS.map(({ id }) => id).filter((id) => id !== 'moved-kabupaten'),
  traps: TRAPS.map(({ id }) => id),
  groups: GROUP_FAULTS,
};

/**
 * Writes a synthetic roll with its truth: `KODE.csv` for each kabupaten/kota, `truth.csv`
 * (`dpid,person_id,errors`), `truth-invalid.csv` (`dpid,defect`: every rule of severity error that must fire, and
 * the planted ones of lower severity). The same options give the same bytes, whatever the number of threads.
 * @throws UsageError when the number of rows or a kabupaten is out of range or `out` is not empty
 */
export async function generateSample(options: SampleOptions): Promise<Sample> {
  await checkOptions(options);
  const { seed, profile, referenceDate, out } = options;
  const plans = plansOf(options);
  await mkdir(join(out, '.parts'), { recursive: true });
  let made = 0;
  const data = { request: { seed, profile, referenceDate, plans }, out };
  const onRows = (rows: number) => {
    made += rows;
    options.onProgress?.(made);
  };
  const abroad =
    options.rows < (options.rowsForThreads ?? ROWS_FOR_THREADS)
      ? makeHere(data, onRows)
      : await makeAll(data, options.threads ?? availableParallelism(), onRows);
  if (made !== options.rows) throw new Error(`made ${made} rows instead of ${options.rows}`);
  await appendAbroad(out, plans, abroad);
  await gather(out, plans, 'truth', 'truth.csv', 'dpid,person_id,errors\n');
  await gather(out, plans, 'invalid', 'truth-invalid.csv', 'dpid,defect\n');
  await rm(join(out, '.parts'), { recursive: true });
  return {
    rows: made,
    files: [...plans.map(({ kode }) => `${kode}.csv`), 'truth.csv', 'truth-invalid.csv'],
  };
}

function plansOf(options: SampleOptions): KabupatenPlan[] {
  const forced = options.plantEvery === true ? EVERYTHING : NOTHING_FORCED;
  try {
    return planSample(readTerritory(), { ...options, forced });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const codes = options.kabupaten?.join(', ');
    throw new UsageError({
      id: `Tidak semua kode ini kabupaten/kota di Jawa Tengah: ${codes}. Tulis empat digit, misalnya 3301.`,
      en: `Not all of these codes are kabupaten/kota of Jawa Tengah: ${codes}. Write four digits, e.g. 3301.`,
    });
  }
}

async function checkOptions({ rows, out }: SampleOptions): Promise<void> {
  if (!Number.isSafeInteger(rows) || rows < LEAST_ROWS || rows > MOST_ROWS) {
    throw new UsageError({
      id: `Jumlah baris ${rows} di luar batas. Pilih bilangan bulat dari ${LEAST_ROWS} sampai ${MOST_ROWS}.`,
      en: `The number of rows ${rows} is out of range. Choose a whole number from ${LEAST_ROWS} to ${MOST_ROWS}.`,
    });
  }
  const present = await readdir(out).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  if (present.length === 0) return;
  throw new UsageError({
    id: `Folder ${out} tidak kosong. Sebutkan folder baru.`,
    en: `The folder ${out} is not empty. Name a new folder.`,
  });
}

async function appendAbroad(
  out: string,
  plans: readonly KabupatenPlan[],
  abroad: readonly Abroad[],
): Promise<void> {
  for (const [place, plan] of plans.entries()) {
    const incoming = abroad.map((lines) => lines.get(place)).filter((lines) => lines !== undefined);
    await appendFile(rollPath(out, plan), incoming.map(({ roll }) => roll).join(''));
    await appendFile(partPath(out, plan, 'truth'), incoming.map(({ truth }) => truth).join(''));
    await appendFile(partPath(out, plan, 'invalid'), incoming.map(({ invalid }) => invalid).join(''));
  }
}

async function gather(
  out: string,
  plans: readonly KabupatenPlan[],
  part: 'truth' | 'invalid',
  name: string,
  header: string,
): Promise<void> {
  const parts = async function* () {
    yield header;
    for (const plan of plans) yield* createReadStream(partPath(out, plan, part), { highWaterMark: 1 << 20 });
  };
  await pipeline(parts, createWriteStream(join(out, name)));
}
