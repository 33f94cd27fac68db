import type { Database } from '../../engine/database.ts';
import { sql } from '../../engine/sql.ts';
import type { RunContext } from '../../engine/stage.ts';
import { UsageError } from '../../model/errors.ts';
import { withTemporaryDatabase } from '../../pipeline/temporary-database.ts';
import { withStages } from '../../pipeline.ts';
import type { PublishedRun } from '../published-run.ts';
import { changedInput, isNotAssessed, type NotAssessed, type RerunSetting, rerunOptions } from '../rerun.ts';
import { blockingFigures } from './blocking.ts';
import { calibrationOf } from './calibration.ts';
import type { Evaluation } from './evaluation.ts';
import { makeJudged } from './judged.ts';
import {
  errorKindRecalls,
  gradeDetections,
  thresholdDetections,
  tierDetections,
  trapFigures,
} from './published-measures.ts';
import { differingPairs } from './reproduced.ts';
import { loadTruth, makeTruePairs, type TruthFile } from './truth.ts';
import { wrongfulFlags } from './wrongful-flags.ts';

const MEMORY = '2GB';
const LAST_STAGE = '50-score';
const PUBLISHED_FROM = 0.5;

export interface EvaluationSetting extends RerunSetting {
  /** Leaves out what needs the stages to run again. */
  readonly publishedOnly: boolean;
}

/**
 * Holds a published run against the truth. Where its input files are as they were, the stages up to the scores run
 * again, and candidates and voters are measured too.
 * @throws UsageError when the truth is no truth, or is that of another roll; whatever a stage throws
 */
export async function evaluateRun(
  run: PublishedRun,
  truth: TruthFile,
  setting: EvaluationSetting,
): Promise<Evaluation> {
  const options = await again(run, setting);
  if (!isNotAssessed(options))
    return await withStages(
      options,
      LAST_STAGE,
      async (context) => await measure(context.database, run, truth, context),
    );
  const { config, signal } = setting;
  return await withTemporaryDatabase(
    { threads: config.threads, memory: config.memory ?? MEMORY, signal },
    async (database) => await measure(database, run, truth, options),
  );
}

async function again(run: PublishedRun, setting: EvaluationSetting) {
  if (setting.publishedOnly) return PUBLISHED_ONLY;
  const { inputs } = run.manifest;
  const changed = await changedInput(inputs);
  return (
    changed ??
    (await rerunOptions(
      run,
      inputs.map(({ path }) => path),
      setting,
    ))
  );
}

const PUBLISHED_ONLY: NotAssessed = {
  code: 'published-only',
  text: {
    id: 'hanya hasil terbit yang diminta (--published-only)',
    en: 'only what was published was asked for (--published-only)',
  },
};

async function measure(
  database: Database,
  run: PublishedRun,
  file: TruthFile,
  rerun: RunContext | NotAssessed,
): Promise<Evaluation> {
  const hasRoll = !isNotAssessed(rerun);
  const loaded = await loadTruth(database, file);
  const { assessed, persons, truePairs } = await makeTruePairs(database, hasRoll);
  const { published, judged } = await makeJudged(database, run.folder);
  if (assessed === 0 || (published > 0 && judged === 0 && !hasRoll)) throw otherRoll(file, loaded.rows);
  return {
    run_id: run.manifest.run_id,
    engine_version: run.manifest.engine_version,
    truth: {
      ...loaded,
      rows_without_voter: hasRoll ? loaded.rows - assessed : null,
      persons,
      true_pairs: truePairs,
      published_pairs: published,
      published_pairs_outside_truth: published - judged,
    },
    tiers: await tierDetections(database, truePairs),
    thresholds: await thresholdDetections(database, truePairs),
    grades: await gradeDetections(database),
    error_kinds: await errorKindRecalls(database),
    traps: await trapFigures(database),
    calibration: await calibrationOf(
      database,
      sql`SELECT match_probability, is_true FROM judged`,
      PUBLISHED_FROM,
    ),
    ...(await measuresOfStages(database, run, rerun)),
  };
}

type StageMeasures = Pick<
  Evaluation,
  'blocking' | 'candidate_calibration' | 'wrongful_flags' | 'not_assessed'
>;

async function measuresOfStages(
  database: Database,
  run: PublishedRun,
  rerun: RunContext | NotAssessed,
): Promise<StageMeasures> {
  if (isNotAssessed(rerun)) return notAssessed(rerun);
  const differing = await differingPairs(database, run.folder);
  if (differing > 0) return notAssessed(resultDiffers(differing));
  return {
    blocking: await blockingFigures(database, rerun.blockingRules),
    candidate_calibration: await calibrationOf(database, CANDIDATES, 0),
    wrongful_flags: await wrongfulFlags(database),
    not_assessed: null,
  };
}

/** All candidate pairs whose two ends the truth knows. */
const CANDIDATES = sql`SELECT match_probability, a.person_id = b.person_id AS is_true
  FROM scored_pair
  JOIN assessed AS a ON a.row_id = row_a
  JOIN assessed AS b ON b.row_id = row_b`;

function notAssessed(reason: NotAssessed): StageMeasures {
  return { blocking: null, candidate_calibration: null, wrongful_flags: null, not_assessed: reason };
}

function resultDiffers(pairs: number): NotAssessed {
  return {
    code: 'result-differs',
    text: {
      id: `${pairs} pasangan terbit tidak muncul lagi dengan peluang yang sama: aturan, model, atau versi Sisir lain daripada saat itu`,
      en: `${pairs} published pairs did not come again with the same probability: other rules, another model or another version of Sisir than then`,
    },
  };
}

function otherRoll({ shown }: TruthFile, rows: number): UsageError {
  return new UsageError({
    id: `Tidak satu pun dari ${rows} dpid di ${shown} ditemukan dalam proses ini. Kunci jawaban itu milik daftar lain.`,
    en: `None of the ${rows} dpids in ${shown} was found in this run. That truth belongs to another roll.`,
  });
}
