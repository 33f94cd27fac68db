import { join } from 'node:path';
import type { Database, Row } from '../../engine/database.ts';
import { list, type Sql, sql } from '../../engine/sql.ts';
import type { Rule } from '../../model/rule.ts';
import type { FindingLine, Member, PairEnd, PairLine } from './explanation.ts';

/** The published tables of a run, read where they lie. */
export class RunTables {
  readonly #database: Database;
  readonly #pairs: string;
  readonly #groups: string;
  readonly #findings: string;
  readonly #rules: readonly Rule[];

  constructor(database: Database, folder: string, rules: readonly Rule[]) {
    this.#database = database;
    this.#pairs = join(folder, 'data-ganda', 'pairs.parquet');
    this.#groups = join(folder, 'data-ganda', 'groups.parquet');
    this.#findings = join(folder, 'data-invalid', '*', '*.parquet');
    this.#rules = rules;
  }

  /** Pairs that a condition admits, the surest first, every column. */
  async pairs(condition: Sql): Promise<Row[]> {
    return await this.#database.rows(
      sql`SELECT * FROM read_parquet(${this.#pairs}) WHERE ${condition} ORDER BY match_probability DESC NULLS LAST, voter_key_a, voter_key_b`,
    );
  }

  /** Members of groups, those that stay first. */
  async members(condition: Sql): Promise<Member[]> {
    const rows = await this.#database.rows(
      sql`SELECT * FROM read_parquet(${this.#groups}) WHERE ${condition} ORDER BY group_key, suggested_keep DESC, voter_key`,
    );
    return rows.map(memberOf);
  }

  /** Of some keys of pairs and findings, those that the run has published. */
  async published(keys: readonly string[]): Promise<Set<string>> {
    if (keys.length === 0) return new Set();
    const pairs = await this.pairs(sql`list_contains(${list(keys)}, pair_key)`);
    const findings = await this.findings(sql`list_contains(${list(keys)}, finding_key)`);
    return new Set([
      ...pairs.map((row) => wordOf(row, 'pair_key')),
      ...findings.map(({ finding_key }) => finding_key),
    ]);
  }

  /** Fingerprints of the rows of some voters, as far as the run has published any. */
  async contents(voterKeys: readonly string[]): Promise<Map<string, Set<string>>> {
    const contents = new Map<string, Set<string>>();
    if (voterKeys.length === 0) return contents;
    const ofVoters = sql`list_contains(${list(voterKeys)}, voter_key)`;
    for (const path of [this.#groups, this.#findings]) {
      const rows = await this.#database.rows(
        sql`SELECT * FROM read_parquet(${path}, hive_partitioning = false) WHERE ${ofVoters}`,
      );
      for (const row of rows) {
        const fingerprint = textOf(row, 'row_fingerprint');
        if (fingerprint === null) continue;
        const voter = wordOf(row, 'voter_key');
        contents.set(voter, (contents.get(voter) ?? new Set()).add(fingerprint));
      }
    }
    return contents;
  }

  /** Findings by rule. */
  async findings(condition: Sql): Promise<FindingLine[]> {
    const rows = await this.#database.rows(
      sql`SELECT * FROM read_parquet(${this.#findings}, hive_partitioning = false) WHERE ${condition} ORDER BY rule_id, voter_key, finding_key`,
    );
    return rows.map((row) => findingOf(row, this.#rules));
  }
}

/** A text of a row; null where it has none or no such column. */
export function textOf(row: Row, column: string): string | null {
  const value = row[column];
  return typeof value === 'string' ? value : null;
}

/** A number of a row; null where it has none or no such column. */
export function numberOf(row: Row, column: string): number | null {
  const value = row[column];
  return typeof value === 'number' ? value : null;
}

function wordOf(row: Row, column: string): string {
  return textOf(row, column) ?? '';
}

export function endOf(row: Row, side: 'a' | 'b'): PairEnd {
  return {
    voter_key: wordOf(row, `voter_key_${side}`),
    dpid: textOf(row, `dpid_${side}`),
    kode_desa: textOf(row, `kode_desa_${side}`),
    tps: textOf(row, `tps_${side}`),
  };
}

export function pairLineOf(row: Row): PairLine {
  return {
    pair_key: wordOf(row, 'pair_key'),
    a: endOf(row, 'a'),
    b: endOf(row, 'b'),
    scope: wordOf(row, 'scope'),
    grade: wordOf(row, 'grade'),
    tier: wordOf(row, 'tier'),
    match_probability: numberOf(row, 'match_probability'),
    bridge_cut: row['bridge_cut'] === true,
  };
}

function memberOf(row: Row): Member {
  return {
    group_key: wordOf(row, 'group_key'),
    voter_key: wordOf(row, 'voter_key'),
    dpid: textOf(row, 'dpid'),
    kode_desa: textOf(row, 'kode_desa'),
    tps: textOf(row, 'tps'),
    grade: textOf(row, 'grade'),
    tier: textOf(row, 'tier'),
    members: numberOf(row, 'members') ?? 0,
    suggested_keep: row['suggested_keep'] === true,
    suggestion: wordOf(row, 'suggestion'),
    reason: wordOf(row, 'reason'),
    status: textOf(row, 'status'),
  };
}

function findingOf(row: Row, rules: readonly Rule[]): FindingLine {
  const id = wordOf(row, 'rule_id');
  const rule = rules.find((known) => known.id === id);
  return {
    finding_key: wordOf(row, 'finding_key'),
    rule_id: id,
    title: rule?.title ?? null,
    remedy: rule?.remedy ?? null,
    severity: wordOf(row, 'severity'),
    field: wordOf(row, 'field'),
    cause: textOf(row, 'cause'),
    value_masked: textOf(row, 'value_masked'),
    subject: wordOf(row, 'subject'),
    voter_key: textOf(row, 'voter_key'),
    dpid: textOf(row, 'dpid'),
    kode_desa: textOf(row, 'kode_desa'),
    tps: textOf(row, 'tps'),
    source_path: textOf(row, 'source_path'),
    status: textOf(row, 'status'),
  };
}
