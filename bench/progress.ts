/**
 * Records what whole runs tell of their progress, and when: the fixtures of test/pipeline/remaining-time.test.ts.
 *
 *     npm run bench:progress -- --rows 50000 --profile raw2018,hard
 *     npm run bench:progress -- --rows 28300000 --folder FOLDER      # with the rolls of bench:province
 */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { configSchema } from '../src/model/config.ts';
import type { Observer } from '../src/pipeline.ts';
import { machine, ROOT, rollsOf, runHere, sampleOf, workFolder } from './support.ts';

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '50000' },
    seed: { type: 'string', default: '1' },
    profile: { type: 'string', default: 'raw2018' },
    memory: { type: 'string' },
    folder: { type: 'string' },
  },
});

type Event = (string | number)[];

/** The events with their milliseconds since `begun`; progress in steps of a hundredth. */
function recorder(begun: number, events: Event[]): Observer {
  const at = () => Math.round(performance.now() - begun);
  let last = '';
  return {
    stageStarted: (id) => {
      last = '';
      events.push([at(), 'started', id]);
    },
    stageProgress: (id, share, counted) => {
      const told = share.toFixed(2);
      if (told === last) return;
      last = told;
      events.push([at(), 'progress', id, Number(told), ...(counted === undefined ? [] : [counted])]);
    },
    stageFinished: (id, _ms, rowsOut) => events.push([at(), 'finished', id, rowsOut]),
  };
}

async function record(folder: string, rows: number, profile: string): Promise<void> {
  const sample = await sampleOf(folder, rows, Number(values.seed), profile);
  const out = join(folder, 'runs-progress');
  const limit = values.memory === undefined ? {} : { memory: values.memory };
  const config = configSchema.parse({ inputs: rollsOf(sample), out, ...limit });
  const events: Event[] = [];
  const begun = performance.now();
  await runHere(config, recorder(begun, events));
  const total = Math.round(performance.now() - begun);
  const limited = values.memory === undefined ? '' : ` --memory ${values.memory}`;
  const told = {
    command: `npm run bench:progress -- --rows ${rows} --seed ${values.seed} --profile ${profile}${limited}`,
    rows,
    profile,
    total_ms: total,
    machine: machine(),
  };
  const head = JSON.stringify(told, null, 2).slice(0, -2);
  const lines = events.map((event) => `    ${JSON.stringify(event)}`).join(',\n');
  const name = [profile, rows, values.memory?.toLowerCase()].filter((part) => part !== undefined).join('-');
  const path = join(ROOT, 'test/pipeline/recorded-runs', `${name}.json`);
  writeFileSync(path, `${head},\n  "events": [\n${lines}\n  ]\n}\n`);
  process.stdout.write(`${path}\n`);
  rmSync(out, { recursive: true, force: true });
}

async function main(): Promise<void> {
  const folder = workFolder(values.folder);
  for (const rows of values.rows.split(',')) {
    for (const profile of values.profile.split(',')) await record(folder, Number(rows), profile);
  }
  if (values.folder === undefined) rmSync(folder, { recursive: true, force: true });
}

await main();
