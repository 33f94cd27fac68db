import { existsSync } from 'node:fs';
import { realpath } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { runAnchor } from '../../decisions/anchor.ts';
import { DecisionStoreError } from '../../decisions/errors.ts';
import { type JudgedDecision, judgedDecisions } from '../../decisions/judged.ts';
import { type DecisionPeople, decisionPeople, loadDecisions } from '../../decisions/load.ts';
import { settle } from '../../decisions/standing.ts';
import { verifyStore } from '../../decisions/store.ts';
import type { Database } from '../../engine/database.ts';
import type { Sql } from '../../engine/sql.ts';
import type { DecisionFile } from '../../engine/stage.ts';
import { DECISION_FOLDER } from '../../model/decision.ts';
import type { PublishedRun } from '../published-run.ts';
import type { NotAssessed } from '../rerun.ts';
import { decidedPairs, effectOf, type Surroundings } from './decision-effect.ts';
import type { DecisionLine, DecisionsTold } from './decision-line.ts';
import type { RunTables } from './tables.ts';
import { verdictText } from './words.ts';

/** A decision as it stood when the run was made; one that came later, as it stands now. */
export interface ReadDecision extends JudgedDecision {
  readonly read_by_run: boolean;
}

interface Source {
  readonly store: DecisionFile | undefined;
  /** How many of its records the run had read. */
  readonly readByRun: number;
  readonly notAssessed: NotAssessed | null;
}

/** What officers have decided, seen from one run. */
export class RunDecisions {
  readonly #database: Database;
  readonly #source: Source;

  private constructor(database: Database, source: Source) {
    this.#database = database;
    this.#source = source;
  }

  /** @param out output folder of the config, for a run that was opened into another folder by `sisir decrypt` */
  static async open(database: Database, run: PublishedRun, out: string): Promise<RunDecisions> {
    return new RunDecisions(database, await sourceOf(run, out));
  }

  get notAssessed(): NotAssessed | null {
    return this.#source.notAssessed;
  }

  /** The decisions that a condition on the columns of the store admits. */
  async read(condition: Sql): Promise<ReadDecision[]> {
    const { store, readByRun } = this.#source;
    if (store === undefined) return [];
    const upTo = async (records: number) => {
      await loadDecisions(this.#database, { ...store, records });
      await settle(this.#database);
      return await judgedDecisions(this.#database, condition);
    };
    const earlier = readByRun === 0 ? [] : await upTo(readByRun);
    const all = store.records > readByRun ? await upTo(store.records) : [];
    return [
      ...earlier.map((decision) => ({ ...decision, read_by_run: true })),
      ...all.filter(({ seq }) => seq > readByRun).map((decision) => ({ ...decision, read_by_run: false })),
    ];
  }

  /**
   * Decisions with their effect on what the run has published.
   * @param names whether officers' names and remarks are told
   */
  async told(decisions: readonly ReadDecision[], tables: RunTables, names: boolean): Promise<DecisionsTold> {
    const { store, notAssessed } = this.#source;
    const around = {
      published: await tables.published(
        decisions.flatMap(({ key, pairs }) => [key, ...pairs.map(({ pair_key }) => pair_key)]),
      ),
      contents: await tables.contents(votersOf(decisions)),
    };
    const people =
      names && store !== undefined
        ? await decisionPeople(
            this.#database,
            store,
            decisions.map(({ seq }) => seq),
          )
        : undefined;
    const lines = decisions.map((decision) => lineOf(decision, around, people?.get(decision.seq) ?? null));
    return { decisions: lines, decisions_not_assessed: notAssessed };
  }
}

function lineOf(decision: ReadDecision, around: Surroundings, people: DecisionPeople | null): DecisionLine {
  const pairs = decidedPairs(decision, decision.read_by_run, around);
  return {
    seq: decision.seq,
    kind: decision.kind,
    key: decision.key,
    voter_key: decision.voter_key,
    kode_kabupaten: decision.kode_kabupaten,
    satker: decision.satker,
    verdict: decision.verdict,
    code: decision.code,
    verdict_label: verdictText(decision),
    decided_on: decision.decided_on,
    imported_at: decision.imported_at,
    source: decision.source,
    sheet: decision.sheet,
    line: decision.line,
    read_by_run: decision.read_by_run,
    effect: effectOf(decision, pairs, around),
    pairs,
    people,
  };
}

/** Rows that decisions are about, and the rows at the other ends of their pairs. */
export function votersOf(decisions: readonly JudgedDecision[]): string[] {
  const keys = decisions.flatMap(({ voter_key, pairs }) => [
    ...(voter_key === null ? [] : [voter_key]),
    ...pairs.map((pair) => pair.voter_key),
  ]);
  return [...new Set(keys)].toSorted();
}

/** The decisions of which pairs that are not this one are left aside. */
export function ofPair(decisions: readonly ReadDecision[], key: string): ReadDecision[] {
  return decisions.map((decision) => ({
    ...decision,
    pairs: decision.pairs.filter(({ pair_key }) => pair_key === key),
  }));
}

async function sourceOf(run: PublishedRun, out: string): Promise<Source> {
  const anchors = await runAnchor(run.folder);
  const readByRun = anchors[0]?.records ?? 0;
  const beside = dirname(await realpath(run.folder));
  const places = existsSync(join(out, run.manifest.run_id, 'manifest.json')) ? [beside, out] : [beside];
  const place = places.find((folder) => existsSync(join(folder, DECISION_FOLDER)));
  if (place === undefined)
    return { store: undefined, readByRun, notAssessed: readByRun === 0 ? null : missing(beside) };
  try {
    return { store: await verifyStore(place, anchors), readByRun, notAssessed: null };
  } catch (error) {
    if (!(error instanceof DecisionStoreError)) throw error;
    return { store: undefined, readByRun, notAssessed: { code: 'decisions-unreadable', text: error.text } };
  }
}

function missing(folder: string): NotAssessed {
  const path = join(folder, DECISION_FOLDER);
  return {
    code: 'decisions-missing',
    text: {
      id: `${path} tidak ada, padahal proses ini memakai keputusan. Sebutkan proses di folder hasilnya, atau folder hasil itu dengan --out.`,
      en: `${path} is missing, although this run went by decisions. Name the run in its output folder, or that folder with --out.`,
    },
  };
}
