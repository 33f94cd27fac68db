import { identifier, join, type Sql, sql } from '../../engine/sql.ts';

const AREA = sql`area_kabupaten, area_kecamatan, area_desa, tps_number`;

/** Rows flagged by something that the verdict's masks do not hold: a group rule's error or warning, or a Data Ganda group. */
export const FLAGGED_BESIDE = sql`SELECT DISTINCT row_id FROM (
    SELECT row_id FROM group_finding ANTI JOIN cleared_row USING (row_id)
    WHERE row_id IS NOT NULL AND severity IN ('error', 'warning')
    UNION ALL
    SELECT row_id FROM ganda_group
  )`;

function masks(columns: readonly string[], prefix: 'violated' | 'unassessed'): Sql {
  return join(columns.map((column) => identifier(column.replace('violated', prefix))));
}

/**
 * mask_count: rows of `verdict` by TPS and by their masks. Everything about the row rules is counted from it,
 * so that 28 million rows are aggregated once.
 * @param columns the verdict's `violated_<n>` columns
 */
export function maskCountQuery(columns: readonly string[]): Sql {
  const all = sql`${masks(columns, 'violated')}, ${masks(columns, 'unassessed')}`;
  return sql`SELECT ${AREA}, ${all}, flagged_beside IS NOT NULL AS flagged_beside, cleared IS NOT NULL AS cleared,
    count(*) AS voters
  FROM verdict
  LEFT JOIN (SELECT row_id AS beside_row, true AS flagged_beside FROM flagged_beside) ON beside_row = row_id
  LEFT JOIN (SELECT row_id AS cleared_row, true AS cleared FROM cleared_row) ON cleared_row = row_id
  GROUP BY ALL`;
}

/** area_voters: voters and flagged voters by TPS; a row whose findings officers confirmed is flagged no more. */
export function areaVotersQuery(columns: readonly string[]): Sql {
  return sql`SELECT ${AREA},
    CAST(sum(voters) AS BIGINT) AS voters,
    CAST(coalesce(sum(voters) FILTER (flagged_beside OR (flagging AND NOT cleared)), 0) AS BIGINT) AS flagged_voters
  FROM mask_count
  LEFT JOIN (
    SELECT ${masks(columns, 'violated')}, bool_or(severity IN ('error', 'warning')) AS flagging FROM violated_rule GROUP BY ALL
  ) AS flags USING (${masks(columns, 'violated')})
  GROUP BY ALL`;
}

/**
 * area_count: by TPS, what is counted there (measure and its key) and how often.
 * `found` counts findings for rule, dimension and severity, and member voters for grade, tier and scope.
 */
export function areaCountQuery(): Sql {
  const empty = (names: readonly string[]) =>
    join(names.map((name) => sql`CAST(NULL AS VARCHAR) AS ${identifier(name)}`));
  const keys = ['rule_id', 'dimension', 'severity', 'grade', 'tier', 'scope'];
  const measured = (measure: Sql, own: readonly string[], from: Sql, found: Sql) =>
    sql`SELECT ${AREA}, ${measure} AS measure,
      ${join(keys.map((key) => (own.includes(key) ? identifier(key) : empty([key]))))},
      ${found} AS found, 0 AS not_assessable
    FROM ${from} GROUP BY ALL`;
  const sum = sql`CAST(sum(found) AS BIGINT)`;
  return sql`
    ${measured(sql`'voters'`, [], sql`area_voters`, sql`CAST(sum(voters) AS BIGINT)`)}
    UNION ALL ${measured(sql`'rule'`, ['rule_id', 'dimension', 'severity'], sql`rule_count`, sum)}
    UNION ALL ${measured(sql`'dimension'`, ['dimension'], sql`rule_count`, sum)}
    UNION ALL ${measured(sql`'severity'`, ['severity'], sql`rule_count`, sum)}
    UNION ALL ${measured(sql`'grade'`, ['grade'], sql`ganda_group`, sql`count(*)`)}
    UNION ALL ${measured(sql`'tier'`, ['tier'], sql`ganda_group`, sql`count(*)`)}
    UNION ALL ${measured(sql`'scope'`, ['scope'], sql`ganda_group`, sql`count(*)`)}
    UNION ALL SELECT area_kabupaten, NULL, NULL, NULL, 'rule', rule_id, dimension, severity, NULL, NULL, NULL, 0, voters
    FROM rule_not_assessable`;
}

/** rule_count: findings by TPS and rule, of row rules (from the masks) and of group rules. */
export function ruleCountQuery(columns: readonly string[]): Sql {
  return sql`SELECT ${AREA}, rule_id, dimension, severity, CAST(sum(voters) AS BIGINT) AS found
    FROM mask_count JOIN violated_rule USING (${masks(columns, 'violated')})
    GROUP BY ALL
    UNION ALL
    SELECT ${AREA}, rule_id, dimension, severity, count(*) FROM group_finding GROUP BY ALL`;
}

/**
 * rule_not_assessable: voters by kabupaten/kota that a row rule could not assess.
 * Reads row_rule(rule_id, dimension, severity, word, bit_value).
 */
export function notAssessableQuery(columns: readonly string[]): Sql {
  const word = join(
    columns.map((_, index) => sql`WHEN word = ${index} THEN ${identifier(`unassessed_${index}`)}`),
    ' ',
  );
  return sql`SELECT area_kabupaten, rule_id, dimension, severity, CAST(sum(voters) AS BIGINT) AS voters
    FROM (
      SELECT area_kabupaten, ${masks(columns, 'unassessed')}, CAST(sum(voters) AS BIGINT) AS voters FROM mask_count GROUP BY ALL
    ) JOIN row_rule ON CASE ${word} END & bit_value <> 0
    GROUP BY ALL`;
}
