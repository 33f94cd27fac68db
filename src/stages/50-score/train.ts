import { createHash } from 'node:crypto';
import type { Database } from '../../engine/database.ts';
import { identifier, join, literal, sql } from '../../engine/sql.ts';
import type { RunContext } from '../../engine/stage.ts';
import { UsageError } from '../../model/errors.ts';
import type { Comparison } from '../../model/ganda.ts';
import type { InputFile } from '../../model/input-file.ts';
import type { MatchModel } from '../../model/match-model.ts';
import { calibrate, type WeighedPairs } from './calibrate.ts';
import { makeComparedRows } from './compared-rows.ts';
import { type Iteration, learn } from './em.ts';
import { modelComparisons } from './estimates.ts';
import { makeFrequencies } from './frequencies.ts';
import { activeGuards } from './guards.ts';
import { activeComparisons } from './levels.ts';
import { makePatterns, type Patterns } from './patterns.ts';
import { makeRandomPairs, makeTrainingRows, planRandomPairs } from './random-pairs.ts';
import { judgedQuery, readTruth, withoutTruth } from './truth.ts';
import { MATCH_WEIGHTS, makePriors, weighedQuery } from './weigh.ts';

/** Candidate pairs that EM learns from at most; more only make it slower. */
const MOST_CANDIDATES = 3_000_000;

/** Expected matches below which m would be little more than its start. */
const LEAST_MATCHES = 10;

/** Weights are calibrated by the sixteenth of a bit. */
const CALIBRATION_STEPS = 16;

export interface TrainOptions {
  /** Which random pairs are drawn. */
  readonly seed: number;
  readonly engineVersion: string;
  /** CSV with the columns dpid and person_id: pairs it knows are counted instead of guessed, and calibrate. */
  readonly truth?: string;
  readonly mostIterations?: number;
  readonly onIteration?: (iteration: Iteration) => void;
}

export interface Training {
  readonly model: MatchModel;
  /** Whether EM came to rest; a model of which this is false must not be used. */
  readonly converged: boolean;
  readonly expectedMatches: number;
}

/**
 * Learns a match model from a roll whose candidates are found (stage 40): m and the rate of matches by EM over the
 * candidate pairs, u from random pairs; with truth both are counted, and the weights calibrated. The same rolls and seed give the same model,
 * whatever the number of threads and the order of rows and files.
 * @throws UsageError when no comparison has its columns, when there are too few duplicates to learn from, or when
 *   the truth cannot be used
 */
export async function trainModel(context: RunContext, options: TrainOptions): Promise<Training> {
  const { database } = context;
  const comparisons = activeComparisons(context.comparisons, context.inputs);
  if (comparisons.length === 0) throw nothingToCompare();
  const { rows, candidatePairs } = await database.row<{ rows: number; candidatePairs: number }>(
    sql`SELECT (SELECT count(*) FROM match_row) AS rows, (SELECT count(*) FROM candidate_pair) AS "candidatePairs"`,
  );
  if (candidatePairs === 0) throw tooFewDuplicates();
  await (options.truth === undefined ? withoutTruth(database) : readTruth(database, options.truth));
  await makeFrequencies(database);
  await makeTrainingRows(database, options.seed);
  const drawn = await drawPairs(context, comparisons, candidatePairs);
  const counted = options.truth !== undefined;
  const learned = learn({ comparisons, rows, ...drawn, counted }, options);
  if (learned.converged && learned.expectedMatches < LEAST_MATCHES) throw tooFewDuplicates();
  const model: MatchModel = {
    version: 1,
    trained: {
      engine_version: options.engineVersion,
      data_sha256: dataSha256(context.inputs),
      rows,
      candidate_pairs: candidatePairs,
      random_pairs: drawn.random.reduce((sum, { pairs }) => sum + total(pairs), 0),
      seed: options.seed,
      iterations: learned.iteration,
      converged: learned.converged,
      last_change: learned.change,
    },
    duplicates_per_1000: (learned.expectedMatches / rows) * 1000,
    comparisons: modelComparisons(comparisons, learned.estimates),
  };
  return {
    model: counted ? { ...model, calibration: calibrate(await judgedWeights(context, model)) } : model,
    converged: learned.converged,
    expectedMatches: learned.expectedMatches,
  };
}

function total(values: Int32Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/** Candidates and random pairs as patterns. */
async function drawPairs(
  { database, guards }: RunContext,
  comparisons: readonly Comparison[],
  candidatePairs: number,
): Promise<{
  candidates: Patterns;
  candidateShare: number;
  random: Patterns[];
  randomOf: readonly (readonly number[])[];
}> {
  const plan = planRandomPairs(comparisons);
  const sampled = await sampleCandidates(database, candidatePairs);
  const tables = ['training_candidate'];
  for (const [index, equal] of plan.sets.entries()) {
    const table = `random_pair_${index}`;
    await makeRandomPairs(database, table, equal);
    tables.push(table);
  }
  const ends = tables.flatMap((table) => [
    sql`SELECT match_a AS match_id FROM ${identifier(table)}`,
    sql`SELECT match_b FROM ${identifier(table)}`,
  ]);
  await makeComparedRows(database, sql`${join(ends, ' UNION ALL ')}`);
  const setting = { comparisons, guards: activeGuards(guards, comparisons) };
  const [candidates, ...random] = await makePatterns(
    database,
    'training_pattern',
    tables.map((table) => judgedQuery(sql`SELECT match_a, match_b FROM ${identifier(table)}`)),
    setting,
  );
  if (candidates === undefined) throw new RangeError('no candidates');
  return { candidates, candidateShare: sampled / candidatePairs, random, randomOf: plan.setOf };
}

/** Makes training_candidate: all candidate pairs, or a part of them by the hashes of both rows. Returns its size. */
async function sampleCandidates(database: Database, candidatePairs: number): Promise<number> {
  const part = literal(Math.ceil((1e6 * MOST_CANDIDATES) / candidatePairs));
  const chosen =
    candidatePairs <= MOST_CANDIDATES
      ? sql`candidate_pair`
      : sql`candidate_pair
        JOIN training_row AS a ON a.match_id = match_a
        JOIN training_row AS b ON b.match_id = match_b
        WHERE (a.draw % 1000000 + b.draw % 1000000) % 1000000 < ${part}`;
  await database.run(
    sql`CREATE OR REPLACE TABLE training_candidate AS SELECT match_a, match_b FROM ${chosen}`,
  );
  const { sampled } = await database.row<{ sampled: number }>(
    sql`SELECT count(*) AS sampled FROM training_candidate`,
  );
  return sampled;
}

/** The candidates that truth knows, by the weight that a run with this model gives them. Reads compared_row. */
async function judgedWeights(context: RunContext, model: MatchModel): Promise<WeighedPairs[]> {
  const { database } = context;
  const comparisons = activeComparisons(context.comparisons, context.inputs);
  const judged = judgedQuery(sql`SELECT match_a, match_b FROM training_candidate`);
  await database.materialise(
    'weighed_pair',
    weighedQuery(comparisons, activeGuards(context.guards, comparisons), model, judged, 'is_match'),
  );
  await makePriors(context, model);
  return await database.rows<{ weight: number; pairs: number; matches: number }>(sql`
    SELECT round(match_weight * ${literal(CALIBRATION_STEPS)}) / ${literal(CALIBRATION_STEPS)} AS weight,
      count(is_match) AS pairs, count(*) FILTER (is_match) AS matches
    FROM (${MATCH_WEIGHTS}) GROUP BY weight HAVING count(is_match) > 0 ORDER BY weight`);
}

/** SHA-256 over the files' own SHA-256, in path order. */
function dataSha256(inputs: readonly InputFile[]): string {
  const hash = createHash('sha256');
  for (const { sha256 } of inputs.toSorted((left, right) => (left.path < right.path ? -1 : 1))) {
    hash.update(sha256);
  }
  return hash.digest('hex');
}

function nothingToCompare(): UsageError {
  return new UsageError({
    id: 'Tidak ada kolom yang dapat dibandingkan di masukan ini. Lihat kolomnya dengan: sisir columns BERKAS',
    en: 'These inputs have no column that can be compared. See their columns with: sisir columns FILE',
  });
}

function tooFewDuplicates(): UsageError {
  return new UsageError({
    id: `Terlalu sedikit ganda untuk dipelajari (kurang dari ${LEAST_MATCHES}). Latih dengan daftar yang lebih besar atau yang belum dibersihkan.`,
    en: `Too few duplicates to learn from (fewer than ${LEAST_MATCHES}). Train on larger rolls, or on rolls not yet cleaned.`,
  });
}
