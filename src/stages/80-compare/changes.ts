import type { Database } from '../../engine/database.ts';
import { identifier, join, literal, type Sql, sql } from '../../engine/sql.ts';

/** What differs between findings and pairs as things that come, stay and go. */
interface Kind {
  readonly kind: 'finding' | 'pair';
  readonly key: string;
  /** What describes it; of what is in both runs, the later description stands. */
  readonly described: readonly string[];
  /** The satker columns: it can be told as new or gone only where each of them is in scope. */
  readonly satker: readonly string[];
  /** The rule that must be in scope; none for pairs. */
  readonly rule: Sql;
}

const KINDS: readonly Kind[] = [
  {
    kind: 'finding',
    key: 'finding_key',
    described: ['kode_kabupaten', 'kode_satker', 'rule_id', 'severity'],
    satker: ['kode_satker'],
    rule: sql`matched.rule_id`,
  },
  {
    kind: 'pair',
    key: 'pair_key',
    described: ['kode_kabupaten_a', 'kode_kabupaten_b', 'kode_satker_a', 'kode_satker_b', 'grade', 'tier'],
    satker: ['kode_satker_a', 'kode_satker_b'],
    rule: sql`CAST(NULL AS VARCHAR)`,
  },
];

/** Whether each satker, and the rule there, is in the scope of a run. */
function inScope(scope: 'before_scope' | 'after_scope', { satker, rule }: Kind): Sql {
  const each = satker.map(
    (column) =>
      sql`EXISTS (FROM ${identifier(scope)} AS scope
        WHERE scope.kode_satker = matched.${identifier(column)} AND scope.rule_id IS NOT DISTINCT FROM ${rule})`,
  );
  return join(each, ' AND ');
}

/**
 * change_<kind>: what is there now and what was open before, each with its status. What is gone counts as resolved only
 * where its satker sent and its rule was assessed there; what appeared counts as new only where that was so before.
 */
function changeQuery(kind: Kind, referenceDate: string): Sql {
  const key = identifier(kind.key);
  const described = kind.described.map(
    (column) =>
      sql`coalesce(now.${identifier(column)}, earlier.${identifier(column)}) AS ${identifier(column)}`,
  );
  return sql`SELECT ${key}, CASE
      WHEN is_now AND was_before THEN 'persisting'
      WHEN was_before AND ${inScope('after_scope', kind)} THEN 'resolved'
      WHEN was_before THEN 'not_seen'
      WHEN ${key} IN (SELECT item_key FROM before_resolved WHERE kind = ${literal(kind.kind)}) THEN 'reopened'
      WHEN ${inScope('before_scope', kind)} THEN 'new'
      ELSE 'first'
    END AS status, ${join(kind.described.map(identifier))}, open_since
  FROM (
    SELECT coalesce(now.${key}, earlier.${key}) AS ${key}, ${join(described)},
      coalesce(earlier.open_since, CAST(${literal(referenceDate)} AS DATE)) AS open_since,
      now.${key} IS NOT NULL AS is_now, earlier.${key} IS NOT NULL AS was_before
    FROM ${identifier(`after_${kind.kind}`)} AS now
    FULL JOIN ${identifier(`before_${kind.kind}`)} AS earlier ON now.${key} = earlier.${key}
  ) AS matched`;
}

/** history_resolved: what was resolved and is not back. Reads before_resolved, change_finding, change_pair. */
function resolvedQuery(): Sql {
  const withStatus = (status: string) =>
    join(
      KINDS.map(
        ({ kind, key }) =>
          sql`SELECT ${literal(kind)} AS kind, ${identifier(key)} AS item_key
            FROM ${identifier(`change_${kind}`)} WHERE status = ${literal(status)}`,
      ),
      ' UNION ALL ',
    );
  return sql`SELECT kind, item_key FROM before_resolved
      ANTI JOIN (${withStatus('reopened')}) AS back USING (kind, item_key)
    UNION ALL ${withStatus('resolved')}`;
}

/** history_scope: satker and rules of this run, and of satker that sent nothing as they were last known. */
function scopeQuery(referenceDate: string): Sql {
  return sql`SELECT kode_satker, rule_id, true AS seen, CAST(${literal(referenceDate)} AS DATE) AS last_seen FROM after_scope
    UNION ALL
    SELECT kode_satker, rule_id, false, last_seen FROM before_scope
    WHERE kode_satker NOT IN (SELECT kode_satker FROM after_scope)`;
}

/**
 * Makes `change_finding`, `change_pair`, `history_resolved` and `history_scope`. Reads the tables `before_…` and
 * `after_…` (see `nameBefore`).
 * @returns rows of the first
 */
export async function makeChanges(database: Database, referenceDate: string): Promise<number> {
  let findings = 0;
  for (const kind of KINDS) {
    const { rows } = await database.materialise(`change_${kind.kind}`, changeQuery(kind, referenceDate));
    if (kind.kind === 'finding') findings = rows;
  }
  await database.materialise('history_resolved', resolvedQuery());
  await database.materialise('history_scope', scopeQuery(referenceDate));
  return findings;
}

/** change_summary: counts by area, rule or grade, and status. Reads change_finding, change_pair, area. */
export function summaryQuery(): Sql {
  const none = sql`CAST(NULL AS VARCHAR)`;
  const pairColumns = sql`'grade' AS measure, ${none} AS rule_id, ${none} AS severity, grade, status`;
  const counted = sql`SELECT 'kabupaten' AS level, kode_kabupaten, 'rule' AS measure, rule_id, severity, ${none} AS grade, status, count(*) AS found
      FROM change_finding GROUP BY ALL
    UNION ALL
    SELECT 'provinsi', NULL, 'rule', rule_id, severity, NULL, status, count(*) FROM change_finding GROUP BY ALL
    UNION ALL
    SELECT 'kabupaten', kode_kabupaten, ${pairColumns}, count(*)
      FROM (
        SELECT kode_kabupaten_a AS kode_kabupaten, grade, status FROM change_pair
        UNION ALL
        SELECT kode_kabupaten_b, grade, status FROM change_pair WHERE kode_kabupaten_b <> kode_kabupaten_a
      ) GROUP BY ALL
    UNION ALL
    SELECT 'provinsi', NULL, ${pairColumns}, count(*) FROM change_pair GROUP BY ALL`;
  return sql`SELECT level, kode_kabupaten, ${NAMED}, measure, rule_id, severity, grade, status, found AS "count"
    FROM (${counted})`;
}

/** Name of the area of a row with kode_kabupaten. */
export const NAMED = sql`(SELECT nama FROM area WHERE area.level = 4 AND area.kode = try_cast(kode_kabupaten AS BIGINT)) AS nama_kabupaten`;
