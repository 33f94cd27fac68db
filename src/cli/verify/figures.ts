import { sql } from '../../engine/sql.ts';
import { type Check, type Fault, figures, queryCheck } from './check.ts';

const inputs: Check = {
  id: 'conservation',
  title: {
    id: 'Tidak ada baris yang hilang: dibaca = diterima + ditolak, per berkas dan seluruhnya',
    en: 'No row is lost: read = accepted + rejected, for every file and in all',
  },
  async find({ manifest: { rows, inputs: files } }) {
    const sum = (key: 'rows' | 'accepted' | 'rejected') =>
      files.reduce((total, file) => total + file[key], 0);
    const pairs: readonly (readonly [string, number, number])[] = [
      ['rows.read = rows.accepted + rows.rejected', rows.read, rows.accepted + rows.rejected],
      ['rows.accepted = rows.clean + rows.flagged', rows.accepted, rows.clean + rows.flagged],
      ['rows.read = inputs', rows.read, sum('rows')],
      ['rows.accepted = inputs', rows.accepted, sum('accepted')],
      ['rows.rejected = inputs', rows.rejected, sum('rejected')],
      ...files.map(({ path, ...file }) => [path, file.rows, file.accepted + file.rejected] as const),
    ];
    return pairs.flatMap(([what, expected, found]): Fault[] =>
      expected === found ? [] : [figures(what, expected, found)],
    );
  },
};

/** The figures of the manifest that begin with `prefix` against those of a query `found(what, figure)`. */
export function figureCheck(
  check: Pick<Check, 'id' | 'title'> & {
    readonly reads: readonly string[];
    readonly prefix: string;
    readonly found: ReturnType<typeof sql>;
  },
): Check {
  const { prefix, found, ...rest } = check;
  return queryCheck({
    ...rest,
    query: sql`SELECT what, coalesce(written.figure, 0) AS expected, coalesce(counted.figure, 0) AS found
      FROM (FROM manifest_figure WHERE regexp_matches(what, ${prefix})) AS written
      FULL JOIN (${found}) AS counted USING (what)
      WHERE coalesce(written.figure, 0) <> coalesce(counted.figure, 0) ORDER BY what`,
  });
}

const MANIFEST_CHECKS: readonly Check[] = [
  figureCheck({
    id: 'rejects',
    title: {
      id: 'Baris ditolak sebanyak yang disebut manifest, per alasan',
      en: 'As many rejected rows as the manifest says, by reason',
    },
    reads: ['rejects'],
    prefix: '^(rows\\.rejected$|rejects_by_reason\\.)',
    found: sql`SELECT 'rows.rejected' AS what, count(*) AS figure FROM rejects
      UNION ALL SELECT 'rejects_by_reason.' || reason, count(*) FROM rejects GROUP BY reason`,
  }),
  figureCheck({
    id: 'findings',
    title: {
      id: 'Temuan Data Invalid sebanyak yang disebut manifest, per aturan, tingkat, dimensi, dan penyebab',
      en: 'As many Data Invalid findings as the manifest says, by rule, severity, dimension and cause',
    },
    reads: ['data_invalid'],
    prefix: '^data_invalid\\.(findings$|by_)',
    found: sql`SELECT 'data_invalid.findings' AS what, count(*) AS figure FROM data_invalid
      UNION ALL SELECT 'data_invalid.by_rule.' || rule_id, count(*) FROM data_invalid GROUP BY rule_id
      UNION ALL SELECT 'data_invalid.by_severity.' || severity, count(*) FROM data_invalid GROUP BY severity
      UNION ALL SELECT 'data_invalid.by_dimension.' || dimension, count(*) FROM data_invalid GROUP BY dimension
      UNION ALL SELECT 'data_invalid.by_cause.' || rule_id || ':' || cause, count(*) FROM data_invalid
        WHERE cause IS NOT NULL GROUP BY ALL`,
  }),
  figureCheck({
    id: 'pairs',
    title: {
      id: 'Pasangan Data Ganda sebanyak yang disebut manifest, per tingkat, keyakinan, dan cakupan',
      en: 'As many Data Ganda pairs as the manifest says, by grade, tier and scope',
    },
    reads: ['pairs'],
    prefix: '^data_ganda\\.(pairs$|by_(grade|tier|scope)\\.)',
    found: sql`SELECT 'data_ganda.pairs' AS what, count(*) AS figure FROM pairs
      UNION ALL SELECT 'data_ganda.by_grade.' || grade, count(*) FROM pairs GROUP BY grade
      UNION ALL SELECT 'data_ganda.by_tier.' || tier, count(*) FROM pairs GROUP BY tier
      UNION ALL SELECT 'data_ganda.by_scope.' || scope, count(*) FROM pairs GROUP BY scope`,
  }),
  figureCheck({
    id: 'groups',
    title: {
      id: 'Kelompok Data Ganda dan anggotanya sebanyak yang disebut manifest, per usulan',
      en: 'As many Data Ganda groups and members as the manifest says, by suggestion',
    },
    reads: ['groups'],
    prefix: '^data_ganda\\.(groups$|voters$|by_suggestion\\.)',
    found: sql`SELECT 'data_ganda.groups' AS what, count(DISTINCT group_key) AS figure FROM groups
      UNION ALL SELECT 'data_ganda.voters', count(*) FROM groups
      UNION ALL SELECT 'data_ganda.by_suggestion.' || suggestion, count(*) FROM groups GROUP BY suggestion`,
  }),
  figureCheck({
    id: 'flagged',
    title: {
      id: 'Pemilih yang perlu diperiksa: yang punya temuan error atau warning yang belum dikonfirmasi, atau anggota Data Ganda',
      en: 'Flagged voters: those with an error or warning finding that is not confirmed, or in a Data Ganda group',
    },
    reads: ['data_invalid', 'groups'],
    prefix: '^rows\\.flagged$',
    found: sql`SELECT 'rows.flagged' AS what, count(*) AS figure FROM (
      SELECT voter_key FROM data_invalid WHERE subject = 'voter' AND severity IN ('error', 'warning') AND status <> 'dikonfirmasi'
      UNION SELECT voter_key FROM groups)`,
  }),
  figureCheck({
    id: 'summary',
    title: {
      id: 'Ringkasan satker berjumlah sama dengan manifest',
      en: 'The summary of the satker adds up to the manifest',
    },
    reads: ['distribution_summary'],
    prefix: '^(rows\\.(accepted|flagged)|data_ganda\\.voters|data_invalid\\.by_severity\\..*)$',
    found: sql`SELECT unnest(['rows.accepted', 'rows.flagged', 'data_ganda.voters', 'data_invalid.by_severity.error',
        'data_invalid.by_severity.warning', 'data_invalid.by_severity.info']) AS what,
      CAST(unnest([sum(voters), sum(flagged_voters), sum(ganda_voters), sum(findings_error), sum(findings_warning),
        sum(findings_info)]) AS BIGINT) AS figure
      FROM distribution_summary`,
  }),
];

const LEVELS = ['kabupaten', 'kecamatan', 'desa', 'tps'] as const;

/** What is counted, as one text. */
const THING = sql`measure || coalesce(' ' || coalesce(rule_id, dimension, severity, grade, tier, scope), '')`;

const COUNTED = LEVELS.map(
  (level) =>
    sql`SELECT ${level} AS level, ${THING} AS thing, sum("count") AS total FROM ${{
      values: [],
      text: () => `distribution_${level}`,
    }} WHERE "count" > 0 GROUP BY ALL`,
).reduce((left, right) => sql`${left} UNION ALL ${right}`);

const TOTAL_CHECKS: readonly Check[] = [
  queryCheck({
    id: 'totals',
    title: {
      id: 'Jumlah per TPS = per desa = per kecamatan = per kabupaten/kota, untuk semua yang dihitung',
      en: 'Sums by TPS = by desa = by kecamatan = by kabupaten/kota, for everything counted',
    },
    reads: LEVELS.map((level) => `distribution_${level}`),
    query: sql`WITH counted AS MATERIALIZED (${COUNTED})
      SELECT level || ': ' || thing AS what, CAST(coalesce(wanted.total, 0) AS BIGINT) AS expected,
        CAST(coalesce(counted.total, 0) AS BIGINT) AS found
      FROM (
        SELECT unnest(['kecamatan', 'desa', 'tps']) AS level, thing, total FROM counted WHERE level = 'kabupaten'
      ) AS wanted FULL JOIN (FROM counted WHERE level <> 'kabupaten') AS counted USING (level, thing)
      WHERE coalesce(wanted.total, 0) <> coalesce(counted.total, 0) ORDER BY what`,
  }),
  figureCheck({
    id: 'totals-manifest',
    title: {
      id: 'Jumlah per kabupaten/kota sama dengan manifest',
      en: 'The sums by kabupaten/kota are those of the manifest',
    },
    reads: ['distribution_kabupaten'],
    prefix: '^(rows\\.accepted$|data_invalid\\.by_(rule|severity|dimension)\\.)',
    found: sql`SELECT CASE measure WHEN 'voters' THEN 'rows.accepted'
        ELSE 'data_invalid.by_' || measure || '.' || coalesce(rule_id, dimension, severity) END AS what,
      CAST(sum("count") AS BIGINT) AS figure
      FROM (SELECT measure, "count", rule_id, CASE WHEN rule_id IS NULL THEN dimension END AS dimension,
        CASE WHEN rule_id IS NULL THEN severity END AS severity FROM distribution_kabupaten
        WHERE measure IN ('voters', 'rule', 'severity', 'dimension')) GROUP BY ALL`,
  }),
  queryCheck({
    id: 'totals-findings',
    title: {
      id: 'Sebaran per kabupaten/kota sama dengan banyaknya temuan dan anggota Data Ganda di sana',
      en: 'The distribution by kabupaten/kota counts the findings and the Data Ganda members there',
    },
    reads: ['distribution_kabupaten', 'data_invalid', 'groups'],
    query: sql`SELECT kode_kabupaten || ' ' || thing AS what, CAST(coalesce(written.figure, 0) AS BIGINT) AS expected,
        coalesce(counted.figure, 0) AS found
      FROM (
        SELECT kode_kabupaten, coalesce(rule_id, grade) AS thing, sum("count") AS figure FROM distribution_kabupaten
        WHERE measure IN ('rule', 'grade') GROUP BY ALL
      ) AS written FULL JOIN (
        SELECT kode_kabupaten, rule_id AS thing, count(*) AS figure FROM data_invalid GROUP BY ALL
        UNION ALL SELECT kode_kabupaten, grade, count(*) FROM groups GROUP BY ALL
      ) AS counted USING (kode_kabupaten, thing)
      WHERE coalesce(written.figure, 0) <> coalesce(counted.figure, 0) ORDER BY what`,
  }),
];

export const FIGURE_CHECKS: readonly Check[] = [inputs, ...MANIFEST_CHECKS, ...TOTAL_CHECKS];
