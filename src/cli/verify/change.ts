import { identifier, join, literal, type Sql, sql } from '../../engine/sql.ts';
import { PRESENT, STATUSES } from '../../model/change-tables.ts';
import { type Check, queryCheck } from './check.ts';
import { figureCheck } from './figures.ts';

const KINDS = [
  {
    kind: 'finding',
    plural: 'findings',
    table: 'change_finding',
    key: 'finding_key',
    source: 'data_invalid',
  },
  { kind: 'pair', plural: 'pairs', table: 'change_pair', key: 'pair_key', source: 'pairs' },
] as const;

const IS_PRESENT = sql`status IN (${join(PRESENT.map((status) => literal(status)))})`;

/** How often each status stands in a table of change. */
const byStatus = ({ plural, table }: (typeof KINDS)[number]): Sql =>
  sql`SELECT ${literal(`change.${plural}.`)} || status AS what, count(*) AS figure
    FROM ${identifier(table)} GROUP BY status`;

/** Keys that a table of change calls present and that the run does not hold, and the other way round. */
const unlike = ({ table, key, source }: (typeof KINDS)[number]): Sql =>
  sql`SELECT ${literal(`${key} `)} || ${identifier(key)} AS what
    FROM (SELECT ${identifier(key)}, true AS told FROM ${identifier(table)} WHERE ${IS_PRESENT})
    FULL JOIN (SELECT ${identifier(key)}, true AS held FROM ${identifier(source)}) USING (${identifier(key)})
    WHERE told IS NULL OR held IS NULL`;

const PROVINCE = literal('provinsi');

/** The findings and pairs of the tables of change, counted as the summary of change does. */
const COUNTED = sql`
  SELECT kode_kabupaten AS area, rule_id AS thing, status, count(*) AS figure FROM change_finding GROUP BY ALL
  UNION ALL SELECT ${PROVINCE}, rule_id, status, count(*) FROM change_finding GROUP BY ALL
  UNION ALL SELECT area, grade, status, count(*) FROM (
    SELECT kode_kabupaten_a AS area, grade, status FROM change_pair
    UNION ALL SELECT kode_kabupaten_b, grade, status FROM change_pair WHERE kode_kabupaten_b <> kode_kabupaten_a
  ) GROUP BY ALL
  UNION ALL SELECT ${PROVINCE}, grade, status, count(*) FROM change_pair GROUP BY ALL`;

/** What a run says of the change since the one before: its tables against the manifest, the findings and each other. */
export const CHANGE_CHECKS: readonly Check[] = [
  figureCheck({
    id: 'change',
    title: {
      id: 'Temuan dan pasangan menurut perubahannya sebanyak yang disebut manifest',
      en: 'As many findings and pairs of each status of change as the manifest says',
    },
    reads: KINDS.map(({ table }) => table),
    prefix: `^change\\.(findings|pairs)\\.(${STATUSES.join('|')})$`,
    found: join(KINDS.map(byStatus), ' UNION ALL '),
  }),
  queryCheck({
    id: 'change-present',
    title: {
      id: 'Yang disebut baru, masih ada, muncul lagi, atau tanpa pembanding adalah temuan dan pasangan proses ini, semuanya',
      en: 'What is called new, persisting, reopened or first are the findings and pairs of this run, all of them',
    },
    reads: KINDS.flatMap(({ table, source }) => [table, source]),
    query: sql`${join(KINDS.map(unlike), ' UNION ALL ')} ORDER BY what`,
  }),
  queryCheck({
    id: 'change-summary',
    title: {
      id: 'Ringkasan perubahan per kabupaten/kota dan provinsi menghitung temuan dan pasangan itu',
      en: 'The summary of change by kabupaten/kota and for the province counts those findings and pairs',
    },
    reads: ['change_summary', ...KINDS.map(({ table }) => table)],
    query: sql`SELECT concat_ws(' ', area, thing, status) AS what,
        CAST(coalesce(counted.figure, 0) AS BIGINT) AS expected, CAST(coalesce(written.figure, 0) AS BIGINT) AS found
      FROM (${COUNTED}) AS counted FULL JOIN (
        SELECT coalesce(kode_kabupaten, ${PROVINCE}) AS area, coalesce(rule_id, grade) AS thing, status,
          sum("count") AS figure
        FROM change_summary GROUP BY ALL
      ) AS written USING (area, thing, status)
      WHERE coalesce(counted.figure, 0) <> coalesce(written.figure, 0) ORDER BY what`,
  }),
  queryCheck({
    id: 'change-voters',
    title: {
      id: 'Pergerakan pemilih berjumlah benar di setiap wilayah, dan sesudahnya adalah pemilih proses ini',
      en: 'The movement of voters adds up in every area, and ends with the voters of this run',
    },
    reads: ['change_voter'],
    query: sql`SELECT coalesce(kode_kabupaten, level) || ' voters_before' AS what, voters_before AS found,
        tetap + berubah + keluar + hilang + tidak_terlihat AS expected
      FROM change_voter WHERE found <> expected
      UNION ALL
      SELECT coalesce(kode_kabupaten, level) || ' voters_after', voters_after,
        tetap + berubah + masuk + baru + pertama AS sum FROM change_voter WHERE voters_after <> sum
      UNION ALL
      SELECT 'rows.accepted', voters_after, figure FROM change_voter, manifest_figure
      WHERE level = ${PROVINCE} AND what = 'rows.accepted' AND voters_after <> figure
      ORDER BY what`,
  }),
];
