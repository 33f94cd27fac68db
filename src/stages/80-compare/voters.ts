import type { Database } from '../../engine/database.ts';
import { identifier, join, literal, type Sql, sql } from '../../engine/sql.ts';
import { NAMED } from './changes.ts';
import { satkerCode } from './states.ts';

/** What voters of the previous run did. */
const BEFORE = ['tetap', 'berubah', 'keluar', 'hilang', 'tidak_terlihat'] as const;
/** How voters came into this run. */
const NOW = ['tetap', 'berubah', 'masuk', 'baru', 'pertama'] as const;
const MOVEMENTS = [...new Set<string>([...BEFORE, ...NOW])];

const satkerIn = (scope: Sql, column: string) =>
  sql`${satkerCode(column)} IN (SELECT kode_satker FROM ${scope})`;

/** Voters of both runs by where they were, where they are and whether they are the same. */
const MATCHED = sql`SELECT
    earlier.kabupaten AS area_before, earlier.satker AS satker_before, now.kabupaten AS area_now, now.satker AS satker_now,
    earlier.content = now.content AND earlier.kabupaten = now.kabupaten AS is_same, count(*) AS voters
  FROM before_voter AS earlier FULL JOIN after_voter AS now ON earlier.voter = now.voter
  GROUP BY ALL`;

/** One row for each movement that an area sees. A voter who moves between areas is seen by both. */
const MOVED = sql`SELECT area_before AS area, CASE
      WHEN area_now IS NULL THEN CASE WHEN ${satkerIn(sql`after_scope`, 'satker_before')} THEN 'hilang' ELSE 'tidak_terlihat' END
      WHEN area_now <> area_before THEN 'keluar'
      WHEN is_same THEN 'tetap'
      ELSE 'berubah'
    END AS movement, voters
  FROM matched_voter WHERE area_before IS NOT NULL
  UNION ALL
  SELECT area_now, CASE
      WHEN area_before IS NOT NULL THEN 'masuk'
      WHEN ${satkerIn(sql`before_scope`, 'satker_now')} THEN 'baru'
      ELSE 'pertama'
    END, voters
  FROM matched_voter WHERE area_now IS NOT NULL AND area_now IS DISTINCT FROM area_before`;

/** In the whole roll nobody moves in or out: who moved has changed. */
const MOVED_IN_ALL = sql`SELECT CASE movement WHEN 'keluar' THEN 'berubah' ELSE movement END AS movement, voters
  FROM moved_voter WHERE movement <> 'masuk'`;

function wide(from: Sql, level: 'provinsi' | 'kabupaten'): Sql {
  const total = (names: readonly string[]) =>
    sql`CAST(coalesce(sum(voters) FILTER (movement IN (${join(names.map(literal))})), 0) AS BIGINT)`;
  const area = level === 'provinsi' ? sql`CAST(NULL AS VARCHAR)` : satkerCode('area');
  return sql`SELECT ${literal(level)} AS level, ${area} AS kode_kabupaten, ${total(BEFORE)} AS voters_before,
    ${join(MOVEMENTS.map((name) => sql`${total([name])} AS ${identifier(name)}`))}, ${total(NOW)} AS voters_after
  FROM ${from} ${level === 'provinsi' ? sql`` : sql`GROUP BY area`}`;
}

/** Makes `change_voter`. Reads before_voter, after_voter, before_scope, after_scope, area. */
export async function makeVoterChanges(database: Database): Promise<void> {
  await database.materialise('matched_voter', MATCHED);
  await database.materialise('moved_voter', MOVED);
  await database.materialise(
    'change_voter',
    sql`SELECT *, ${NAMED} FROM (
      ${wide(sql`(${MOVED_IN_ALL})`, 'provinsi')} UNION ALL ${wide(sql`moved_voter`, 'kabupaten')}
    ) WHERE voters_before + voters_after > 0`,
  );
}

/**
 * Makes `history_carried`: the last known state of voters whose satker sent nothing and who are nowhere else.
 * @param silent whether there is such a satker: without one nothing is searched
 */
export async function makeCarried(database: Database, silent: boolean): Promise<void> {
  await database.materialise(
    'history_carried',
    silent
      ? sql`SELECT * FROM before_voter ANTI JOIN after_voter USING (voter)
          WHERE NOT ${satkerIn(sql`after_scope`, 'satker')}`
      : sql`SELECT * FROM before_voter WHERE false`,
  );
}
