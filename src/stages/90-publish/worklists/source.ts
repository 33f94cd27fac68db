import { areaCode, tpsCode } from '../../../engine/codes.ts';
import type { Database } from '../../../engine/database.ts';
import { findingKey } from '../../../engine/keys.ts';
import { masked } from '../../../engine/mask.ts';
import { identifier, join, literal, type Sql, sql } from '../../../engine/sql.ts';
import type { RunContext } from '../../../engine/stage.ts';
import { SUGGESTIONS } from '../../../model/ganda.ts';
import type { CodeBook } from '../../../model/parameters.ts';
import type { Rule } from '../../../model/rule.ts';
import { SOURCE_COLUMN_NAMES, type SourceColumnName } from '../../../model/source-columns.ts';
import type { Language } from '../../../model/text.ts';
import {
  DIFFERING_COLUMNS,
  PERSON_COLUMNS,
  verdictChoices,
  WORKLIST_COLUMNS,
} from '../../../model/worklist.ts';
import { SUGGESTION_WORDS, WORDS } from './words.ts';

/** Findings that someone must act on: `info` is only counted, and what was confirmed is right as it is. */
const ACTED_ON = sql`finding.severity IN ('error', 'warning') AND finding.status <> 'dikonfirmasi'`;

/** Source columns that a finding may be about but that the sheet does not show: their value is told in the finding's cell. */
const HIDDEN_FIELDS = ['disabilitas', 'ktp_el', 'keterangan', 'sumber', 'kode_desa'] as const;

/**
 * worklist_rule: for each rule, alone and with each of its causes, the texts of the work list. `rank` tells them apart
 * and says the order of the findings in a cell: errors first, then as the rules stand in the book.
 */
async function makeRuleTexts(database: Database, rules: readonly Rule[], language: Language): Promise<void> {
  await database.run(sql`CREATE OR REPLACE TABLE worklist_rule (rank USMALLINT, rule_id VARCHAR, cause VARCHAR,
    severity VARCHAR, field VARCHAR, rule_title VARCHAR, title VARCHAR, remedy VARCHAR)`);
  const texts = rules
    .filter(({ severity }) => severity !== 'info')
    .toSorted((a, b) => (a.severity === b.severity ? 0 : a.severity === 'error' ? -1 : 1))
    .flatMap((rule) => {
      const title = rule.title[language];
      const causes = rule.kind === 'row' ? rule.causes : [];
      return [
        { rule, cause: null, title },
        ...causes.map(({ id, label }) => ({ rule, cause: id, title: `${title} (${label[language]})` })),
      ];
    });
  const rows = texts.map(({ rule, cause, title }, rank) => {
    const values = [
      rank,
      rule.id,
      cause,
      rule.severity,
      rule.field,
      rule.title[language],
      title,
      rule.remedy[language],
    ];
    return sql`(${join(values.map(literal))})`;
  });
  if (rows.length > 0) await database.run(sql`INSERT INTO worklist_rule VALUES ${join(rows)}`);
}

/**
 * worklist_row: every voter that stands in a work list, whole, with the names of its area. Reads acted_finding,
 * ganda_group, row_fingerprint.
 */
function rowQuery(): Sql {
  return sql`SELECT row_id, voter_key, area_kabupaten, area_kecamatan, area_desa, tps_number,
    ${join(SOURCE_COLUMN_NAMES.map(identifier))},
    row_fingerprint
  FROM (
    FROM roll SEMI JOIN (SELECT row_id FROM acted_finding UNION ALL SELECT row_id FROM ganda_group) USING (row_id)
  ) JOIN row_fingerprint USING (row_id)`;
}

function nameOfArea(level: 'kabupaten' | 'kecamatan' | 'desa', digits: number): Sql {
  const column = identifier(`area_${level}`);
  return sql`coalesce((SELECT nama FROM area WHERE kode = ${column} AND area.level = ${literal(digits)}), ${areaCode(`area_${level}`, digits)})`;
}

/** Names of a row's area; a code that is not known is shown as it was written. */
const AREA_NAMES = sql`${nameOfArea('kecamatan', 6)} AS kecamatan,
    coalesce(${nameOfArea('desa', 10)}, kode_desa) AS desa,
    coalesce(${tpsCode('tps_number')}, tps) AS tps`;

/** From door to door: kecamatan, desa, TPS, then RW, RT and family. */
const WALK = sql`area_kecamatan NULLS LAST, area_desa NULLS LAST, tps_number NULLS LAST,
  try_cast(rw AS INTEGER) NULLS FIRST, try_cast(rt AS INTEGER) NULLS FIRST, nkk NULLS FIRST, nama NULLS FIRST, row_key`;

/** What is stored of a row or finding, in words. Reads status, verdict, verdict_code. */
function storedAnswer(codeBook: CodeBook, language: Language): Sql {
  const labels = verdictChoices(codeBook, 'ganda').map(
    ({ verdict, code, label }) =>
      sql`WHEN verdict = ${literal(verdict)} AND verdict_code IS NOT DISTINCT FROM ${literal(code ?? null)} THEN ${literal(label[language])}`,
  );
  return sql`CASE ${join(labels, ' ')}
    WHEN verdict IS NOT NULL THEN concat_ws(' ', upper(verdict), verdict_code)
    WHEN status = 'usang' THEN ${literal(WORDS.stale[language])}
    WHEN status = 'bertentangan' THEN ${literal(WORDS.disputed[language])}
  END`;
}

/** acted_finding: the errors and warnings, each with its texts' rank and what is stored of it. */
function actedFindingQuery(stored: Sql): Sql {
  return sql`SELECT finding.row_id, finding.area_kabupaten, kode_kecamatan, kode_desa, tps, finding_key,
    value_masked, source_path, rank, ${stored} AS jawaban
  FROM finding JOIN worklist_rule ON worklist_rule.rule_id = finding.rule_id
    AND worklist_rule.cause IS NOT DISTINCT FROM finding.cause
  WHERE ${ACTED_ON}`;
}

/** voter_answer: what is stored of the findings of a voter, where anything is. Reads acted_finding. */
const VOTER_ANSWER = sql`SELECT row_id, string_agg(DISTINCT jawaban, chr(10) ORDER BY jawaban) AS jawaban
  FROM acted_finding WHERE row_id IS NOT NULL AND jawaban IS NOT NULL GROUP BY row_id`;

/** voter_ranks: the findings of each voter; few voters have a set of findings that no other has. */
const VOTER_RANKS = sql`SELECT row_id, list_sort(list(rank)) AS ranks
  FROM acted_finding WHERE row_id IS NOT NULL GROUP BY row_id`;

/** worklist_set: each set of findings that stands in one row, with its texts. Reads voter_ranks, worklist_rule. */
const WORKLIST_SET = sql`SELECT set_id, any_value(ranks) AS ranks,
    list(rule_id ORDER BY rank) AS rule_ids, list(DISTINCT field) AS fields,
    CASE WHEN bool_or(severity = 'error') THEN 'error' ELSE 'warning' END AS tingkat,
    string_agg(title, chr(10) ORDER BY rank) AS titles, string_agg(remedy, chr(10) ORDER BY rank) AS perbaikan
  FROM (
    SELECT set_id, ranks, unnest(ranks) AS rank FROM (
      SELECT CAST(row_number() OVER (ORDER BY ranks) AS INTEGER) AS set_id, ranks FROM (
        SELECT ranks FROM voter_ranks UNION SELECT [rank] FROM worklist_rule
      )
    )
  ) JOIN worklist_rule USING (rank)
  GROUP BY set_id`;

/**
 * worklist_invalid: one row for each voter with an error or a warning, and one for each such finding about a TPS, a
 * desa or a file; the texts are in worklist_set. `place` counts them from 1 within `list_kabupaten`, in the order of
 * the walk. Reads acted_finding, voter_ranks, voter_answer, worklist_set, worklist_row.
 */
function invalidQuery(): Sql {
  const told = HIDDEN_FIELDS.map(
    (field) => sql`CASE WHEN list_contains(fields, ${literal(field)}) AND ${identifier(field)} IS NOT NULL
      THEN chr(10) || ${literal(`${field}: `)} || ${identifier(field)} ELSE '' END`,
  );
  const keys = sql`list_transform(rule_ids, lambda rule: ${findingKey(sql`voter_key`, sql`rule`)})`;
  return sql`WITH listed AS (
      SELECT area_kabupaten, area_kecamatan, area_desa, tps_number, ${AREA_NAMES}, ${join(PERSON_COLUMNS.map(identifier))},
        voter_key AS row_key, set_id, ${join(told, ' || ')} AS told, voter_key, array_to_string(${keys}, ' ') AS finding_keys,
        row_fingerprint, jawaban
      FROM worklist_row JOIN voter_ranks USING (row_id) JOIN worklist_set USING (ranks)
      LEFT JOIN voter_answer USING (row_id)
      UNION ALL BY NAME
      SELECT area_kabupaten, CAST(kode_kecamatan AS INTEGER) AS area_kecamatan, CAST(kode_desa AS BIGINT) AS area_desa,
        CAST(tps AS INTEGER) AS tps_number, ${nameOfCode('kode_kecamatan', 6)} AS kecamatan, ${nameOfCode('kode_desa', 10)} AS desa, tps,
        finding_key AS row_key, set_id, coalesce(': ' || value_masked, '') || coalesce(' (' || source_path || ')', '') AS told,
        finding_key AS finding_keys, jawaban
      FROM acted_finding JOIN worklist_set ON ranks = [rank] WHERE row_id IS NULL
    )
    SELECT *, area_kabupaten AS list_kabupaten, CAST(row_number() OVER (PARTITION BY area_kabupaten ORDER BY ${WALK}) AS INTEGER) AS place
    FROM listed`;
}

function nameOfCode(column: string, digits: number): Sql {
  return sql`coalesce((SELECT nama FROM area WHERE kode = try_cast(${identifier(column)} AS BIGINT) AND area.level = ${literal(digits)}), ${identifier(column)})`;
}

/** Column of worklist_ganda: whether the group's members differ in this column of the sheet. */
export function differsIn(key: string): string {
  return `differs_${key}`;
}

/**
 * Where a group stands in the list of a satker: at the first of its members there. One number, for the order:
 * ten digits of the desa, of which six are the kecamatan, and five of the TPS.
 */
const HOME = sql`min(coalesce(area_desa, CAST(area_kecamatan AS BIGINT) * 10000 + 9999, 9999999999) * 100000
  + coalesce(tps_number, 99999))`;

/**
 * worklist_ganda: one row for each member of a group, in the list of every satker that has a member: members of
 * another satker stand there too, their values masked. `place` counts them from 1 within `list_kabupaten`; a group's
 * rows stand together. Reads ganda_group, worklist_row.
 */
function gandaQuery(language: Language, stored: Sql): Sql {
  const differs = DIFFERING_COLUMNS.map(({ key, source }) => {
    const value = sql`coalesce(${identifier(source)}, '')`;
    return sql`min(${value}) <> max(${value}) AS ${identifier(differsIn(key))}`;
  });
  const headers = new Map(WORKLIST_COLUMNS.ganda.map(({ key, header }) => [key, header[language]]));
  const named = DIFFERING_COLUMNS.map(
    ({ key }) => sql`CASE WHEN ${identifier(differsIn(key))} THEN ${literal(headers.get(key) ?? key)} END`,
  );
  const person = PERSON_COLUMNS.map((column) => shown(column));
  const suggestions = SUGGESTIONS.map(
    (id) => sql`WHEN ${literal(id)} THEN ${literal(SUGGESTION_WORDS[id][language])}`,
  );
  return sql`WITH member AS (
      SELECT ganda_group.* EXCLUDE (dpid, voter_key, area_kabupaten, area_kecamatan, area_desa, tps_number), worklist_row.* EXCLUDE (row_id)
      FROM ganda_group JOIN worklist_row USING (row_id)
    ), home AS (
      SELECT group_key, area_kabupaten AS list_kabupaten, ${HOME} AS home FROM member GROUP BY ALL
    ), difference AS (
      SELECT group_key, ${join(differs)} FROM member GROUP BY group_key
    ), listed AS (
      SELECT *, area_kabupaten <> list_kabupaten AS is_foreign FROM member JOIN home USING (group_key) JOIN difference USING (group_key)
    )
    SELECT list_kabupaten, group_key, is_foreign, area_kecamatan, home // 1000000000 AS home_kecamatan,
      CAST(dense_rank() OVER (PARTITION BY list_kabupaten ORDER BY home, group_key) AS INTEGER) AS kelompok,
      CAST(row_number() OVER (PARTITION BY list_kabupaten ORDER BY home, group_key, is_foreign, area_kabupaten, area_desa NULLS LAST, tps_number NULLS LAST, voter_key) AS INTEGER) AS place,
      ${nameOfArea('kabupaten', 4)} || CASE WHEN is_foreign THEN ${literal(` (${WORDS.otherSatker[language]})`)} ELSE '' END AS satker,
      ${AREA_NAMES}, ${join(person)},
      array_to_string(list_filter([${join(named)}], lambda name: name IS NOT NULL), ', ') AS berbeda,
      ${join(DIFFERING_COLUMNS.map(({ key }) => identifier(differsIn(key))))},
      grade, tier, suggestion, CASE suggestion ${join(suggestions, ' ')} END AS usulan, reason AS alasan, ${stored} AS jawaban,
      voter_key, row_fingerprint
    FROM listed`;
}

/** A value of a person: whole for the satker's own voters, masked for those of another. The dpid is what both speak of. */
function shown(column: SourceColumnName): Sql {
  const whole = identifier(column);
  return column === 'dpid'
    ? whole
    : sql`CASE WHEN is_foreign THEN ${masked(column)} ELSE ${whole} END AS ${whole}`;
}

/** Makes the tables that the work lists are written from. */
export async function makeWorklistTables({
  database,
  rules,
  config: { language },
  codeBook,
}: Pick<RunContext, 'database' | 'rules' | 'config' | 'codeBook'>): Promise<void> {
  const stored = storedAnswer(codeBook, language);
  await makeRuleTexts(database, rules, language);
  await database.materialise('acted_finding', actedFindingQuery(stored));
  await database.materialise('worklist_row', rowQuery());
  await database.materialise('voter_ranks', VOTER_RANKS);
  await database.materialise('voter_answer', VOTER_ANSWER);
  await database.run(sql`CREATE OR REPLACE TABLE worklist_set AS ${WORKLIST_SET}`);
  const readBy = ['list_kabupaten', 'place'];
  await database.materialise('worklist_invalid', invalidQuery(), { readBy });
  await database.materialise('worklist_ganda', gandaQuery(language, stored), { readBy });
}
