import type { Database } from '../../../src/engine/database.ts';
import { identifier, join, literal, sql } from '../../../src/engine/sql.ts';
import type { RunContext } from '../../../src/engine/stage.ts';
import { type Comparison, type ExamplePair, NOT_ASSESSED } from '../../../src/model/ganda.ts';
import type { MatchModel } from '../../../src/model/match-model.ts';
import { normalise } from '../../../src/stages/20-normalise/index.ts';
import { makeComparedRows } from '../../../src/stages/50-score/compared-rows.ts';
import { makeFrequencies } from '../../../src/stages/50-score/frequencies.ts';
import { codedLevels, levelQuery } from '../../../src/stages/50-score/levels.ts';
import { EMPTY_MODEL, loadRows, type TestSetting } from '../../support/stages.ts';

/** Loads pairs as rows of a roll, a before b, and makes a candidate of each: pair n is rows 2n and 2n + 1. */
export async function loadPairs(
  database: Database,
  pairs: readonly ExamplePair[],
  setting: TestSetting = {},
): Promise<RunContext> {
  const context = await loadRows(
    database,
    pairs.flatMap(({ a, b }) => [a, b]),
    setting,
  );
  await normalise.run(context);
  await makeCandidates(
    database,
    pairs.map((_, index) => [2 * index, 2 * index + 1]),
  );
  return context;
}

/** Makes `candidate_pair` of rows by their place in the input. */
export async function makeCandidates(
  database: Database,
  pairs: readonly (readonly [number, number])[],
): Promise<void> {
  const values = pairs.map(([first, second]) => sql`(${literal(first)}, ${literal(second)})`);
  await database.run(sql`CREATE OR REPLACE TABLE candidate_pair AS
    SELECT a.match_id AS match_a, b.match_id AS match_b, CAST(1 AS UINTEGER) AS found
    FROM (VALUES ${join(values)}) AS pair (first, second)
    JOIN match_row AS a ON a.row_id = first
    JOIN match_row AS b ON b.row_id = second`);
}

/**
 * A model in which each level of every stratum is half as likely as the one before it in a match, and the reverse
 * otherwise. With `bits`, each level speaks so much more for a match: guards are asked only where a pair could be one.
 */
export function plainModel(comparisons: readonly Comparison[], bits = 0): MatchModel {
  return {
    ...EMPTY_MODEL,
    comparisons: Object.fromEntries(
      comparisons.map(({ id, strata, levels }) => [
        id,
        Object.fromEntries(
          strata.map((stratum) => [
            stratum.id,
            Object.fromEntries(
              levels.map((level, index) => [
                level.id,
                {
                  m: 2 ** -(index + 1),
                  u: 2 ** (index - levels.length - bits),
                  ...(level.frequency === undefined ? {} : { mean_share: 0.01 }),
                },
              ]),
            ),
          ]),
        ),
      ]),
    ),
  };
}

/** Makes `compared_row` of the candidates. */
export async function compare(database: Database): Promise<void> {
  await makeFrequencies(database);
  await makeComparedRows(
    database,
    sql`SELECT match_a AS match_id FROM candidate_pair UNION ALL SELECT match_b FROM candidate_pair`,
  );
}

/** Level and stratum that a comparison finds for each pair. */
export async function levelsOf(
  database: Database,
  comparison: Comparison,
  pairs: readonly ExamplePair[],
): Promise<{ level: string; stratum: string | undefined }[]> {
  await loadPairs(database, pairs);
  await compare(database);
  const rows = await database.rows<{ code: number }>(sql`
    SELECT ${identifier(`code_${comparison.id}`)} AS code
    FROM (${levelQuery([comparison], sql`FROM candidate_pair`)}) JOIN match_row ON match_id = match_a ORDER BY row_id`);
  const coded = codedLevels(comparison);
  return rows.map(({ code }) => {
    const entry = coded.find((level) => level.code === code);
    return { level: entry?.level.id ?? NOT_ASSESSED, stratum: entry?.stratum.id };
  });
}
