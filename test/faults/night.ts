import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readdirSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verifyRun } from '../../src/cli/verify/index.ts';
import type { ConfigInput } from '../../src/model/config.ts';
import type { Manifest } from '../../src/model/manifest.ts';
import { generateSample } from '../../src/sample/index.ts';
import { runWith } from '../support/run.ts';
import { hardRun } from '../support/shared-runs.ts';
import { REFERENCE_DATE, withDatabase } from '../support/stages.ts';

/** Tables of a run with their hashes: the same input gives the same, but for what is told of the run before. */
export function tablesOf({ outputs }: Pick<Manifest, 'outputs'>): Record<string, string> {
  return Object.fromEntries(
    outputs
      .filter(({ path }) => /\.(parquet|csv)$/.test(path) && !/^(change|history)\//.test(path))
      .map(({ path, sha256 }) => [path, sha256]),
  );
}

/** A made-up roll, what an undisturbed run makes of it, and an output folder in which things go wrong. */
export class Night {
  readonly folder = mkdtempSync(join(tmpdir(), 'sisir-night-'));
  /** Shared with other tests where the night is of the shared run: nothing in it is changed. */
  readonly rolls: string;
  readonly out = join(this.folder, 'runs');
  undisturbed: Record<string, string> = {};
  /** Runs that were looked at. */
  readonly #whole = new Set<string>();

  readonly #undisturbedOut: string;

  private constructor(rolls?: string, undisturbedOut?: string) {
    this.rolls = rolls ?? join(this.folder, 'rolls');
    this.#undisturbedOut = undisturbedOut ?? join(this.folder, 'undisturbed');
  }

  /** On the roll and the undisturbed run that tests share. */
  static async shared(): Promise<Night> {
    const { rolls, out, manifest } = await hardRun();
    const night = new Night(rolls, out);
    night.undisturbed = tablesOf(manifest);
    return night;
  }

  /** On a roll of its own of so many rows. */
  static async of(rows: number, seed = 3): Promise<Night> {
    const night = new Night();
    await generateSample({
      rows,
      seed,
      profile: 'hard',
      out: night.rolls,
      referenceDate: REFERENCE_DATE,
      threads: 1,
    });
    const { manifest } = await runWith({ ...night.config, out: night.#undisturbedOut });
    night.undisturbed = tablesOf(manifest);
    return night;
  }

  /** Publishes the undisturbed run as the first one of the output folder, without running it again. */
  begin(out = this.out): void {
    cpSync(this.#undisturbedOut, out, { recursive: true, verbatimSymlinks: true });
  }

  /** Config of a run on the roll: the work lists take longer than all the rest. */
  get config(): ConfigInput {
    return { inputs: [this.rolls], out: this.out, reference_date: REFERENCE_DATE, worklists: false };
  }

  /** The same as arguments. */
  get argv(): readonly string[] {
    return ['run', this.rolls, '--out', this.out, '--reference-date', REFERENCE_DATE, '--no-worklists'];
  }

  /** Names in the output folder but for published runs and `latest`. */
  hidden(): string[] {
    return readdirSync(this.out).filter((name) => name.startsWith('.'));
  }

  runs(): string[] {
    return readdirSync(this.out).filter((name) => /^\d{8}T/.test(name));
  }

  latest(): string {
    return readlinkSync(join(this.out, 'latest'));
  }

  /** Every run that can be seen is whole, and `latest` is one of them. */
  async expectWhole(): Promise<void> {
    const runs = this.runs();
    assert.ok(runs.includes(this.latest()), 'latest points to no run');
    for (const run of runs.filter((each) => !this.#whole.has(each))) {
      await expectWholeRun(join(this.out, run));
      this.#whole.add(run);
    }
  }

  /** The next run, in this process, succeeds, leaves nothing but runs, and gives what an undisturbed one gives. */
  async expectNextRun(resume = false): Promise<void> {
    const { manifest } = await runWith(this.config, {}, { resume });
    assert.deepEqual(tablesOf(manifest), this.undisturbed);
    assert.deepEqual([this.hidden(), this.latest()], [[], manifest.run_id]);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

export async function expectWholeRun(run: string): Promise<void> {
  const { whole, checks } = await withDatabase(async (database) => await verifyRun(database, run));
  const broken = checks.filter(({ verdict }) => verdict === 'broken');
  assert.deepEqual(broken, [], run);
  assert.ok(whole, run);
}
