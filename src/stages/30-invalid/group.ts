import type { Database } from '../../engine/database.ts';
import { masked } from '../../engine/mask.ts';
import { identifier, join, literal, type Sql, sql, trusted } from '../../engine/sql.ts';
import type { GroupRule } from '../../model/rule.ts';
import type { AssessedRule } from './assess.ts';
import { VOTER_COLUMNS } from './scan.ts';

/** Group rules that one aggregate can serve: same rows, same groups, no two measures of one name that differ. */
function shared(rules: readonly AssessedRule<GroupRule>[]): AssessedRule<GroupRule>[][] {
  const batches: AssessedRule<GroupRule>[][] = [];
  for (const entry of rules) {
    const fits = batches.find(([first, ...others]) =>
      [first, ...others].every(
        (other) =>
          other !== undefined &&
          other.rule.where === entry.rule.where &&
          other.rule.groupBy.join() === entry.rule.groupBy.join() &&
          other.withoutFiles.join() === entry.withoutFiles.join() &&
          Object.entries(entry.rule.measures).every(
            ([name, text]) => (other.rule.measures[name] ?? text) === text,
          ),
      ),
    );
    if (fits === undefined) batches.push([entry]);
    else fits.push(entry);
  }
  return batches;
}

function groups(batch: readonly AssessedRule<GroupRule>[], source: Sql): Sql {
  const [first] = batch;
  if (first === undefined) throw new RangeError('a batch of group rules is never empty');
  const by = first.rule.groupBy.map((column) => identifier(column));
  const measures = Object.entries(
    Object.assign({}, ...batch.map(({ rule }) => rule.measures)) as Record<string, string>,
  );
  const there = join(
    by.map((column) => sql`${column} IS NOT NULL`),
    ' AND ',
  );
  const files =
    first.withoutFiles.length === 0
      ? sql``
      : sql`AND file_id NOT IN (${join(first.withoutFiles.map((file) => literal(file)))})`;
  return sql`SELECT ${join(by)}${join(
    measures.map(([name, text]) => sql`, ${trusted(`(${text})`)} AS ${identifier(name)}`),
    '',
  )}
    FROM ${source} WHERE ${there} AND ${trusted(`(${first.rule.where})`)} ${files} GROUP BY ${join(by)}`;
}

function hitTable(rule: GroupRule): Sql {
  return identifier(`group_hit_${rule.id}`);
}

function described(rule: GroupRule): Sql {
  return sql`${literal(rule.id)} AS rule_id, ${literal(rule.dimension)} AS dimension, ${literal(rule.severity)} AS severity, ${literal(rule.field)} AS field, CAST(NULL AS VARCHAR) AS cause`;
}

/** One finding for each member row of a violating group. */
function memberFindings(rule: GroupRule): Sql {
  const by = join(rule.groupBy.map((column) => identifier(column)));
  return sql`SELECT ${join(VOTER_COLUMNS.map((column) => identifier(column)))}, ${described(rule)},
    ${masked(rule.field)} AS value_masked, 'voter' AS subject, voter_key AS subject_key
  FROM roll SEMI JOIN ${hitTable(rule)} USING (${by}) WHERE ${trusted(`(${rule.where})`)}`;
}

/** What a group finding is about: the narrowest thing its group columns name. */
function subjectOf(rule: GroupRule): 'tps' | 'desa' | 'file' | 'group' {
  if (rule.groupBy.includes('tps_number')) return 'tps';
  if (rule.groupBy.includes('area_desa')) return 'desa';
  return rule.groupBy.includes('file_id') ? 'file' : 'group';
}

/** One finding for each violating group, without a voter; the area is that of its rows where they share one. */
function groupFindings(rule: GroupRule): Sql {
  const by = rule.groupBy.map((column) => identifier(column));
  const where = (column: string) => rule.groupBy.includes(column);
  const key = join(
    rule.groupBy.map(
      (column) =>
        sql`${column === 'file_id' ? sql`(SELECT path FROM input_file WHERE input_file.file_id = hit.file_id)` : identifier(column)}`,
    ),
  );
  return sql`SELECT
    CAST(NULL AS BIGINT) AS row_id, ${where('file_id') ? sql`file_id` : sql`CAST(NULL AS INTEGER)`} AS file_id,
    CAST(NULL AS VARCHAR) AS voter_key, CAST(NULL AS VARCHAR) AS dpid,
    ${
      where('area_desa')
        ? sql`CAST(area_desa // 1000000 AS INTEGER) AS area_kabupaten, CAST(area_desa // 10000 AS INTEGER) AS area_kecamatan, area_desa`
        : sql`CAST(${where('file_id') ? sql`coalesce((SELECT kabupaten FROM input_file WHERE input_file.file_id = hit.file_id), 0)` : sql`0`} AS INTEGER) AS area_kabupaten, CAST(NULL AS INTEGER) AS area_kecamatan, CAST(NULL AS BIGINT) AS area_desa`
    },
    ${where('tps_number') ? sql`tps_number` : sql`CAST(NULL AS INTEGER) AS tps_number`},
    ${described(rule)}, CAST(shown AS VARCHAR) AS value_masked,
    ${literal(subjectOf(rule))} AS subject, ${literal(`${subjectOf(rule)}:`)} || concat_ws(':', ${key}) AS subject_key
  FROM (SELECT ${join(by)}, shown FROM ${hitTable(rule)}) AS hit`;
}

/**
 * Assesses the group rules and makes `group_finding`, with the columns of `rowFindingQuery`.
 * Rules on the same groups share one aggregate.
 */
export async function assessGroups(
  database: Database,
  rules: readonly AssessedRule<GroupRule>[],
): Promise<number> {
  for (const batch of shared(rules)) {
    await database.run(sql`CREATE OR REPLACE TEMP TABLE group_measure AS ${groups(batch, sql`roll`)}`);
    for (const { rule } of batch) {
      const shows = trusted(rule.shows === undefined ? 'NULL' : `(${rule.shows})`);
      await database.run(sql`CREATE OR REPLACE TABLE ${hitTable(rule)} AS
        SELECT ${join(rule.groupBy.map((column) => identifier(column)))}, shown
        FROM (SELECT *, ${shows} AS shown, ${trusted(`(${rule.violatedWhen})`)} AS violated FROM group_measure) WHERE violated`);
    }
  }
  await database.run(sql`DROP TABLE IF EXISTS group_measure`);
  const parts = rules.map(({ rule }) =>
    rule.reports === 'members' ? memberFindings(rule) : groupFindings(rule),
  );
  const { rows } = await database.materialise(
    'group_finding',
    parts.length === 0 ? NO_GROUP_FINDINGS : join(parts, '\nUNION ALL\n'),
  );
  for (const { rule } of rules) await database.run(sql`DROP TABLE ${hitTable(rule)}`);
  return rows;
}

const NO_GROUP_FINDINGS = sql`SELECT ${join(VOTER_COLUMNS.map((column) => identifier(column)))},
  '' AS rule_id, '' AS dimension, '' AS severity, '' AS field, '' AS cause, '' AS value_masked, '' AS subject, '' AS subject_key
  FROM roll WHERE false`;
