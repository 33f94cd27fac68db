import type { Database } from '../../engine/database.ts';
import { keyedHash } from '../../engine/fingerprint.ts';
import { findingKey } from '../../engine/keys.ts';
import { literal, type Sql, sql, trusted } from '../../engine/sql.ts';
import { SOURCE_COLUMN_NAMES } from '../../model/source-columns.ts';
import { satkerCode } from './states.ts';

/** Satker of a finding or a row: by its file and area; of one about an area, by the area where its satker sent. */
const OWN_SATKER = sql`coalesce(sender.satker, own.satker, 0)`;

/**
 * Makes `after_finding` and `after_pair` of this run, with the columns that `nameAfter` gives a published one.
 * Reads invalid_finding, ganda_pair, roll, sender, sent.
 */
export async function makeAfter(database: Database): Promise<void> {
  await database.materialise(
    'after_finding',
    sql`SELECT finding_key, ${satkerCode('area_kabupaten')} AS kode_kabupaten,
        ${satkerCode('satker')} AS kode_satker, rule_id, severity
      FROM (
        SELECT ${findingKey(sql`subject_key`, sql`rule_id`)} AS finding_key,
          finding.area_kabupaten, ${OWN_SATKER} AS satker, rule_id, severity
        FROM invalid_finding AS finding
        LEFT JOIN sender ON sender.file_id = finding.file_id AND sender.area_kabupaten = finding.area_kabupaten
        LEFT JOIN sent AS own ON own.satker = finding.area_kabupaten
      )`,
  );
  await database.materialise(
    'after_pair',
    sql`SELECT pair_key, ${satkerCode('area_kabupaten_a')} AS kode_kabupaten_a,
        ${satkerCode('area_kabupaten_b')} AS kode_kabupaten_b,
        ${satkerCode('satker_a')} AS kode_satker_a, ${satkerCode('satker_b')} AS kode_satker_b, grade, tier
      FROM (
        SELECT ganda_pair.*, a.satker AS satker_a, b.satker AS satker_b
        FROM ganda_pair
        JOIN pair_sender AS a ON a.voter_key = voter_key_a
        JOIN pair_sender AS b ON b.voter_key = voter_key_b
      )`,
  );
}

/** Makes `pair_sender(voter_key, satker)`: who sent the rows that stand in a pair. Reads ganda_pair, roll, sender. */
export async function makePairSenders(database: Database): Promise<void> {
  await database.materialise(
    'pair_sender',
    sql`SELECT voter_key, satker
      FROM roll JOIN sender USING (file_id, area_kabupaten)
      SEMI JOIN (
        SELECT voter_key_a AS voter_key FROM ganda_pair UNION ALL SELECT voter_key_b FROM ganda_pair
      ) AS ends USING (voter_key)`,
  );
}

/**
 * Makes `after_scope`: the satker that sent (rule_id empty), and the rules that were assessed on at least one of
 * their files; 0000, the unknown satker, always counts as having sent. Reads sent, sender, assessed_rule.
 */
export async function makeScope(database: Database): Promise<void> {
  await database.materialise(
    'after_scope',
    sql`SELECT DISTINCT ${satkerCode('satker')} AS kode_satker, rule_id FROM (
      SELECT satker, CAST(NULL AS VARCHAR) AS rule_id FROM sent
      UNION ALL SELECT satker, rule_id FROM sender JOIN assessed_rule USING (file_id)
      UNION ALL SELECT 0, NULL
      UNION ALL SELECT 0, rule_id FROM assessed_rule
    )`,
  );
}

const CONTENT = SOURCE_COLUMN_NAMES.filter((name) => name !== 'dpid');

/** Lowest 32 bits of the keyed hash of a row's fields. A change goes unnoticed once in four thousand million. */
function contentHash(secret: Uint8Array): Sql {
  return sql`CAST(${keyedHash(CONTENT, secret)} & 4294967295 AS UINTEGER)`;
}

/**
 * Writes the fingerprint of every voter of the run straight into its place, sorted, as numbers only; a roll of 28
 * million rows takes 300 MB. Reads roll, sender.
 */
export async function writeFingerprints(
  database: Database,
  path: string,
  { secret, wanted }: { readonly secret: Uint8Array; readonly wanted: boolean },
): Promise<void> {
  const rows = sql`SELECT
      ${keyedHash(['voter_key'], secret)} AS voter, ${contentHash(secret)} AS content,
      CAST(area_kabupaten AS USMALLINT) AS kabupaten, satker
    FROM roll JOIN sender USING (file_id, area_kabupaten) ${wanted ? sql`` : sql`WHERE false`}
    ORDER BY kabupaten, voter, content`;
  await database.run(
    sql`COPY (${rows}) TO ${literal(path)} (FORMAT parquet, COMPRESSION lz4_raw, PARQUET_VERSION v2, DICTIONARY_SIZE_LIMIT 1000)`,
  );
}

/** What a fixed row's fingerprint is: two runs whose values differ cannot compare their voters. */
export async function fingerprintCheck(database: Database, secret: Uint8Array): Promise<string> {
  const columns = trusted(CONTENT.map((name) => `'sisir ${name}' AS "${name}"`).join(', '));
  const { found } = await database.row<{ found: string }>(
    sql`SELECT left(lower(hex(${keyedHash(CONTENT, secret)})), 12) AS found FROM (SELECT ${columns})`,
  );
  return found;
}
