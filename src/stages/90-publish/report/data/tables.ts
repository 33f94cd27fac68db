import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from '../../../../engine/database.ts';
import { identifier, literal, type Sql, sql } from '../../../../engine/sql.ts';
import { CHANCE_TABLE, DISTRIBUTION_TABLES, SUMMARY_TABLE } from '../../../../model/output-tables.ts';
import { type FunnelPlace, PROFILE_TABLES, PROGRESS_TABLE } from '../../../../model/profile-tables.ts';
import type { Indicator } from '../../../../model/targets.ts';
import { plainName } from '../texts.ts';

/** Voters of an area and what was found among them: findings by severity, voters in Data Ganda groups. */
export interface Area {
  readonly code: string;
  readonly name: string | null;
  readonly voters: number;
  readonly flagged: number;
  readonly error: number;
  readonly warning: number;
  readonly info: number;
  readonly ganda: number;
}

export interface SatkerRow extends Area {
  readonly k1: number;
  readonly k2: number;
  readonly k3: number;
  readonly mirip: number;
}

export interface Desa extends Area {
  readonly kecamatan: string;
}

export interface Tps extends Area {
  readonly desa: string;
}

/** Rates per 1,000 voters. */
export interface Comparison extends FunnelPlace {
  readonly level: 'kabupaten' | 'kecamatan';
  /** Code of the area of that level. */
  readonly code: string;
  readonly indicator: 'flagged' | 'ganda';
  readonly voters: number;
  readonly count: number;
}

export interface RuleCount {
  readonly satker: string;
  readonly rule: string;
  readonly severity: string;
  readonly count: number;
  readonly not_assessable: number;
}

export interface CauseCount {
  readonly satker: string;
  readonly path: string;
  readonly rule: string;
  readonly severity: string;
  readonly cause: string;
  readonly count: number;
}

export interface DistrictPair {
  readonly a: string;
  readonly b: string;
  readonly grade: string;
  readonly pairs: number;
}

export interface Chance {
  /** Empty: the whole roll. */
  readonly code: string;
  readonly voters: number;
  readonly observed: number;
  readonly expected: number;
  readonly excess: number;
  readonly mirip: number;
}

export interface AgeBand {
  readonly satker: string;
  readonly sex: string | null;
  readonly from: number | null;
  readonly to: number | null;
  readonly voters: number;
  readonly default_dates: number;
}

export interface BirthDay {
  readonly satker: string;
  readonly month: number;
  readonly day: number;
  readonly voters: number;
}

export interface Disability {
  readonly satker: string;
  readonly sex: string | null;
  readonly code: string;
  /** null: withheld. */
  readonly voters: number | null;
}

/** How many findings or pairs of an area came, stayed and went since the run before. */
export interface ChangeCount {
  /** Empty: the whole roll. */
  readonly code: string;
  /** What is counted: findings of rules, or pairs by grade. */
  readonly measure: 'rule' | 'grade';
  readonly status: string;
  readonly count: number;
}

const NEEDED: readonly string[] = [
  ...DISTRIBUTION_TABLES,
  SUMMARY_TABLE,
  CHANCE_TABLE,
  ...PROFILE_TABLES,
].map(({ path }) => path);

/** Tables that the report reads and that a run lacks, as runs of older versions do. */
export function missingTables(folder: string): string[] {
  return NEEDED.filter((path) => !existsSync(join(folder, path)));
}

/** How far a satker is with an indicator that a target was set for. */
export interface Progress {
  readonly satker: string;
  readonly indicator: Indicator;
  readonly count: number;
  readonly total: number;
  readonly value: number;
  readonly at_least: number | null;
  readonly at_most: number | null;
}

/** The published tables of one run, as the report reads them: the large ones once, into one row an area. */
export class PublishedTables {
  readonly #database: Database;
  readonly #folder: string;

  constructor(database: Database, folder: string) {
    this.#database = database;
    this.#folder = folder;
  }

  #table(name: string): Sql {
    return sql`read_parquet(${literal(join(this.#folder, 'distribution', `${name}.parquet`))})`;
  }

  /** Progress against the targets of the config; none where it sets none. */
  async progress(): Promise<Progress[]> {
    if (!existsSync(join(this.#folder, PROGRESS_TABLE.path))) return [];
    return await this.#database.rows<Progress>(sql`SELECT kode_kabupaten AS satker, indicator, "count", total,
        CAST(value AS DOUBLE) AS value, CAST(at_least AS DOUBLE) AS at_least, CAST(at_most AS DOUBLE) AS at_most
      FROM ${this.#table('progress')} WHERE at_least IS NOT NULL OR at_most IS NOT NULL ORDER BY ALL`);
  }

  /** Changes since the run before; none where the run was not compared with one. */
  async changes(): Promise<ChangeCount[]> {
    const path = join(this.#folder, 'change', 'summary.parquet');
    if (!existsSync(path)) return [];
    return await this.#database.rows<ChangeCount>(sql`SELECT coalesce(kode_kabupaten, '') AS code, measure, status,
        CAST(sum("count") AS BIGINT) AS "count"
      FROM read_parquet(${literal(path)}) WHERE measure IN ('rule', 'grade') GROUP BY ALL ORDER BY ALL`);
  }

  async satker(): Promise<SatkerRow[]> {
    return await this.#named<SatkerRow>(sql`SELECT kode_kabupaten AS code, nama_kabupaten AS name, voters,
        flagged_voters AS flagged, findings_error AS error, findings_warning AS warning, findings_info AS info,
        ganda_voters AS ganda, ganda_k1 AS k1, ganda_k2 AS k2, ganda_k3 AS k3, ganda_mirip AS mirip
      FROM ${this.#table('summary')} ORDER BY code`);
  }

  async rules(): Promise<RuleCount[]> {
    return await this.#database.rows<RuleCount>(sql`SELECT kode_kabupaten AS satker, rule_id AS rule, severity,
        "count", coalesce(not_assessable, 0) AS not_assessable
      FROM ${this.#table('kabupaten')} WHERE measure = 'rule' ORDER BY satker, rule`);
  }

  async comparisons(): Promise<Comparison[]> {
    const rate = (column: string, name: string) =>
      sql`CAST(${identifier(column)} AS DOUBLE) AS ${identifier(name)}`;
    return await this.#database.rows<Comparison>(sql`SELECT level, coalesce(kode_kecamatan, kode_kabupaten) AS code,
        indicator, voters, "count", ${rate('rate_per_1000', 'rate')}, ${rate('reference_per_1000', 'reference')},
        ${rate('lower_998', 'lower998')}, ${rate('lower_95', 'lower95')}, ${rate('upper_95', 'upper95')},
        ${rate('upper_998', 'upper998')}, ${rate('dispersion', 'dispersion')}, ${rate('shrunken_per_1000', 'shrunken')},
        position
      FROM ${this.#table('comparison')}
      WHERE level = 'kabupaten' OR kode_kecamatan IS NOT NULL
      ORDER BY level, code, indicator`);
  }

  async causes(): Promise<CauseCount[]> {
    const rows =
      await this.#database.rows<CauseCount>(sql`SELECT kode_kabupaten AS satker, source_path AS path,
        rule_id AS rule, severity, cause, "count"
      FROM ${this.#table('causes')} ORDER BY "count" DESC, satker, path, rule, cause`);
    return rows.map((row) => ({ ...row, path: plainName(row.path) }));
  }

  async districtPairs(): Promise<DistrictPair[]> {
    return await this.#database.rows<DistrictPair>(sql`SELECT kode_kabupaten_a AS a, kode_kabupaten_b AS b, grade,
        CAST(sum(pairs) AS BIGINT) AS pairs
      FROM ${this.#table('district-pairs')} GROUP BY ALL ORDER BY ALL`);
  }

  async chance(): Promise<Chance[]> {
    return await this.#database.rows<Chance>(sql`SELECT coalesce(kode_kabupaten, '') AS code, voters,
        pairs_observed AS observed, CAST(pairs_expected AS DOUBLE) AS expected, CAST(pairs_excess AS DOUBLE) AS excess,
        pairs_mirip AS mirip
      FROM ${this.#table('chance')} ORDER BY code`);
  }

  async ages(): Promise<AgeBand[]> {
    return await this.#database.rows<AgeBand>(sql`SELECT kode_kabupaten AS satker, jenis_kelamin AS sex,
        age_from AS "from", age_to AS "to", voters, default_date_voters AS default_dates
      FROM ${this.#table('age')} ORDER BY ALL`);
  }

  async birthDays(): Promise<BirthDay[]> {
    return await this.#database.rows<BirthDay>(
      sql`SELECT kode_kabupaten AS satker, month, day, voters FROM ${this.#table('birth-dates')} ORDER BY ALL`,
    );
  }

  async disabilities(): Promise<Disability[]> {
    return await this.#database.rows<Disability>(sql`SELECT kode_kabupaten AS satker, jenis_kelamin AS sex,
        disabilitas AS code, voters FROM ${this.#table('disability')} ORDER BY ALL`);
  }

  /** Reads the tables below satker once; `areasOf` then takes one satker's rows. */
  async prepareAreas(): Promise<void> {
    await this.#wide('kecamatan', sql`kode_kecamatan AS code, nama_kecamatan AS name`);
    await this.#wide('desa', sql`kode_desa AS code, nama_desa AS name, kode_kecamatan AS kecamatan`);
    await this.#wide('tps', sql`tps AS code, NULL AS name, kode_desa AS desa`);
  }

  async #wide(level: string, columns: Sql): Promise<void> {
    const severity = (id: string) =>
      sql`CAST(coalesce(sum("count") FILTER (measure = 'severity' AND severity = ${literal(id)}), 0) AS BIGINT) AS ${identifier(id)}`;
    await this.#database.run(sql`CREATE OR REPLACE TABLE ${identifier(`report_${level}`)} AS
      SELECT kode_kabupaten AS satker, ${columns}, voters, flagged_voters AS flagged,
        ${severity('error')}, ${severity('warning')}, ${severity('info')},
        CAST(coalesce(sum("count") FILTER (measure = 'grade'), 0) AS BIGINT) AS ganda
      FROM ${this.#table(level)} WHERE measure IN ('voters', 'severity', 'grade')
      GROUP BY ALL`);
  }

  /** Kecamatan, desa and TPS of one satker, in the order of their codes; rows without a code stand under ''. */
  async areasOf(satker: string): Promise<{ kecamatan: Area[]; desa: Desa[]; tps: Tps[] }> {
    const counts = sql`coalesce(code, '') AS code, name, voters, flagged, error, warning, info, ganda`;
    const rows = async <T extends Area>(level: string, parents: Sql) =>
      await this.#named<T>(sql`SELECT ${counts}${parents} FROM ${identifier(`report_${level}`)}
        WHERE satker = ${satker} ORDER BY ALL`);
    return {
      kecamatan: await rows<Area>('kecamatan', sql``),
      desa: await rows<Desa>('desa', sql`, coalesce(kecamatan, '') AS kecamatan`),
      tps: await rows<Tps>('tps', sql`, coalesce(desa, '') AS desa`),
    };
  }

  async #named<T extends Area>(query: Sql): Promise<T[]> {
    const rows = await this.#database.rows<T>(query);
    return rows.map((row) => ({ ...row, name: row.name === null ? null : plainName(row.name) }));
  }
}
