import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Database } from '../src/engine/database.ts';
import { literal, sql, trusted } from '../src/engine/sql.ts';
import { REFERENCE_DATE, ROOT, sisir, type Timed } from './support.ts';

/** An open persons' list: its file, mapping (`bench/quality/*.json`), and the person of a row, in SQL. */
export interface OpenList {
  readonly id: string;
  readonly file: string;
  readonly mapping: string;
  readonly dpid: string;
  readonly person: string;
  /** Kind of the list in `bench/peers/splink/dedupe.py`. */
  readonly splink: string;
}

const FEBRL = {
  mapping: 'febrl',
  dpid: 'rec_id',
  person: "regexp_extract(rec_id, 'rec-([0-9]+)-', 1)",
  splink: 'febrl',
} as const;

export const LISTS: readonly OpenList[] = [
  { id: 'FEBRL 1', file: 'dataset1.csv', ...FEBRL },
  { id: 'FEBRL 2', file: 'dataset2.csv', ...FEBRL },
  {
    id: 'RLdata500',
    file: 'RLdata500.csv',
    mapping: 'rldata',
    dpid: 'rec_id',
    person: 'ent_id',
    splink: 'rldata',
  },
  {
    id: 'fake_1000',
    file: 'fake_1000.csv',
    mapping: 'fake-1000',
    dpid: 'unique_id',
    person: 'cluster',
    splink: 'fake',
  },
];

/** A list combed with a model that it trained on itself, without truth. */
export interface CombedList {
  readonly input: string;
  readonly out: string;
  readonly truth: string;
  readonly training: Timed;
  readonly run: Timed;
}

/** Trains on a list of the folder `lists` and combs it; everything that is made lies below `folder`. */
export async function comb(list: OpenList, lists: string, folder: string): Promise<CombedList> {
  const input = join(lists, list.file);
  const [truth, model, out, own] = [
    join(folder, `truth-${list.file}`),
    join(folder, `model-${list.file}.json`),
    join(folder, `runs-${list.file}`),
    join(folder, `config-${list.file}.json`),
  ];
  await writeTruth(list, input, truth, join(folder, 'work'));
  const mapping = join(ROOT, 'bench/quality', `${list.mapping}.json`);
  const mapped = JSON.parse(readFileSync(mapping, 'utf8')) as object;
  const training = await sisir('train', input, '--out', model, '--seed', '1', '--config', mapping);
  writeFileSync(own, JSON.stringify({ ...mapped, model }));
  const run = await sisir('run', input, '--out', out, '--config', own, '--reference-date', REFERENCE_DATE);
  return { input, out, truth, training, run };
}

async function writeTruth(
  { dpid, person }: OpenList,
  input: string,
  truth: string,
  work: string,
): Promise<void> {
  const database = await Database.open({ threads: 1, memory: '1GB', folder: work });
  await database.run(sql`COPY (
      SELECT trim(${trusted(dpid)}) AS dpid, trim(${trusted(person)}) AS person_id, '' AS errors
      FROM read_csv(${literal(input)}, header = true, all_varchar = true)
    ) TO ${literal(truth)} (HEADER)`);
  database.close();
}
