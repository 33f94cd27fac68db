import type { Database } from '../../engine/database.ts';
import { identifier, join, type Sql, sql } from '../../engine/sql.ts';
import { TIERS, type Tier } from '../../model/ganda.ts';
import { type Detection, detectionOf, share } from './detection.ts';
import type { ErrorKindRecall, GradeDetection, TierDetection, TrapFigures } from './evaluation.ts';

const THRESHOLDS = [0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99, 0.999];

interface Counts {
  readonly pairs: number;
  readonly right: number;
}

async function counts(database: Database, condition: Sql): Promise<Counts> {
  return await database.row(
    sql`SELECT count(*) AS pairs, count(*) FILTER (is_true) AS right FROM judged WHERE ${condition}`,
  );
}

/** Precision and recall of each tier together with the surer ones. Reads judged. */
export async function tierDetections(database: Database, truePairs: number): Promise<TierDetection[]> {
  const found: TierDetection[] = [];
  for (const [rank, tier] of TIERS.entries()) {
    const { pairs, right } = await counts(database, sql`tier_rank <= ${rank}`);
    found.push({ tier, ...detectionOf(pairs, right, truePairs) });
  }
  return found;
}

/** The same of all published pairs from a probability on. Reads judged. */
export async function thresholdDetections(
  database: Database,
  truePairs: number,
): Promise<(Detection & { readonly threshold: number })[]> {
  const found: (Detection & { readonly threshold: number })[] = [];
  for (const threshold of THRESHOLDS) {
    const { pairs, right } = await counts(database, sql`match_probability >= ${threshold}`);
    found.push({ threshold, ...detectionOf(pairs, right, truePairs) });
  }
  return found;
}

/** Precision of each tier and the surer ones, apart for pairs with a grade of KPU and for the others. Reads judged. */
export async function gradeDetections(database: Database): Promise<GradeDetection[]> {
  const found: GradeDetection[] = [];
  for (const grade of ['K', 'mirip'] as const) {
    for (const [rank, tier] of TIERS.entries()) {
      const { pairs, right } = await counts(
        database,
        sql`tier_rank <= ${rank} AND is_graded = ${grade === 'K'}`,
      );
      found.push({
        tier,
        grade,
        pairs,
        true_positives: right,
        false_positives: pairs - right,
        precision: share(right, pairs),
      });
    }
  }
  return found;
}

/** One column for each tier, named like it. */
function byTier(column: (rank: number) => Sql): Sql {
  return join(TIERS.map((tier, rank) => sql`${column(rank)} AS ${identifier(tier)}`));
}

/** Recall of each error kind, the commonest first; a pair counts in every kind that it carries. Reads judged, true_pair. */
export async function errorKindRecalls(database: Database): Promise<ErrorKindRecall[]> {
  const rows = await database.rows<
    { kind: string; true_pairs: number } & Readonly<Record<Tier, number>>
  >(sql`SELECT
      kind, count(*) AS true_pairs, ${byTier((rank) => sql`count(*) FILTER (tier_rank <= ${rank})`)}
    FROM (
      SELECT unnest(kinds) AS kind, tier_rank FROM true_pair LEFT JOIN judged USING (dpid_a, dpid_b)
    ) GROUP BY kind ORDER BY true_pairs DESC, kind`);
  return rows.map(({ kind, true_pairs, pasti, kuat, tinjau }) => ({
    kind,
    true_pairs,
    found: { pasti, kuat, tinjau },
    recall: tinjau / true_pairs,
  }));
}

/** Wrong pairs by the trap that their rows carry; the last line is those without one. Reads judged, assessed. */
export async function trapFigures(database: Database): Promise<TrapFigures[]> {
  type Found = { readonly trap: string; readonly rows: number } & Readonly<Record<Tier, number>>;
  const wrong = byTier((rank) => sql`count(*) FILTER (tier_rank = ${rank})`);
  const rows = await database.rows<Found>(sql`SELECT trap, any_value(rows) AS rows, ${wrong}
    FROM (
      SELECT label AS trap, count(*) AS rows FROM (
        SELECT trim(unnest(string_split(errors, ';'))) AS label FROM assessed WHERE contains(errors, 'trap:')
      ) WHERE starts_with(label, 'trap:') GROUP BY label
    ) LEFT JOIN (SELECT unnest(traps) AS trap, tier_rank FROM judged WHERE NOT is_true) USING (trap)
    GROUP BY trap ORDER BY trap`);
  const none = await database.row<Found>(
    sql`SELECT ${wrong} FROM judged WHERE NOT is_true AND length(traps) = 0`,
  );
  return [
    ...rows.map(({ trap, rows: labelled, pasti, kuat, tinjau }) => ({
      trap,
      rows: labelled,
      false_positives: { pasti, kuat, tinjau },
      per_row: (pasti + kuat + tinjau) / labelled,
    })),
    {
      trap: 'none',
      rows: null,
      false_positives: { pasti: none.pasti, kuat: none.kuat, tinjau: none.tinjau },
      per_row: null,
    },
  ];
}
