import type { Database, Row } from '../../engine/database.ts';
import { list, sql } from '../../engine/sql.ts';
import { UsageError } from '../../model/errors.ts';
import type { PublishedRun } from '../published-run.ts';
import { isNotAssessed, type NotAssessed } from '../rerun.ts';
import type { Explanation, GroupExplanation, Member, PairExplanation, PairLine } from './explanation.ts';
import { type FieldSetting, readFields } from './fields.ts';
import { evidenceOf, foundByOf, isCalibrated, type Vocabulary } from './pair.ts';
import { endOf, numberOf, pairLineOf, RunTables, textOf } from './tables.ts';

export interface ExplainSetting extends FieldSetting {
  /** Leaves the input files closed: no fields of a pair. */
  readonly publishedOnly: boolean;
  readonly vocabulary: Vocabulary;
}

/**
 * What a run says of one key: of a pair, a group, a finding, or a voter (voter key or dpid), the first that has it.
 * @throws UsageError when the run has published nothing of that key
 */
export async function explainKey(
  database: Database,
  run: PublishedRun,
  key: string,
  setting: ExplainSetting,
): Promise<Explanation> {
  const tables = new RunTables(database, run.folder, setting.vocabulary.rules);
  const [pair] = await tables.pairs(sql`pair_key = ${key}`);
  if (pair !== undefined) return await explainPair(tables, run, pair, setting);
  const members = await tables.members(sql`group_key = ${key}`);
  if (members.length > 0) return await explainGroup(tables, key, members);
  const findings = await tables.findings(sql`finding_key = ${key}`);
  if (findings.length > 0) return { kind: 'finding', findings };
  return await explainVoter(tables, key);
}

async function explainPair(
  tables: RunTables,
  run: PublishedRun,
  row: Row,
  setting: ExplainSetting,
): Promise<PairExplanation> {
  const [a, b] = [endOf(row, 'a'), endOf(row, 'b')];
  const fields = setting.publishedOnly ? PUBLISHED_ONLY : await readFields(run, [a, b], setting);
  const [weight, probability] = [numberOf(row, 'match_weight'), numberOf(row, 'match_probability')];
  const { scope, grade, tier, bridge_cut } = pairLineOf(row);
  return {
    kind: 'pair',
    pair_key: textOf(row, 'pair_key') ?? '',
    a,
    b,
    scope,
    grade,
    tier,
    bridge_cut,
    values: isNotAssessed(fields) ? 'none' : setting.showValues ? 'full' : 'masked',
    fields: isNotAssessed(fields) ? [] : fields,
    fields_not_assessed: isNotAssessed(fields) ? fields : null,
    evidence: evidenceOf(row, setting.vocabulary),
    match_weight: weight,
    match_probability: probability,
    calibrated: isCalibrated(weight, probability),
    found_by: foundByOf(row, setting.vocabulary),
    groups: await tables.members(sql`list_contains(${list([a.voter_key, b.voter_key])}, voter_key)`),
  };
}

const PUBLISHED_ONLY: NotAssessed = {
  code: 'published-only',
  text: {
    id: 'hanya hasil terbit yang diminta (--published-only)',
    en: 'only what was published was asked for (--published-only)',
  },
};

async function explainGroup(
  tables: RunTables,
  key: string,
  members: readonly Member[],
): Promise<GroupExplanation> {
  const inside = new Set(members.map(({ voter_key }) => voter_key));
  const keys = list([...inside]);
  const rows = await tables.pairs(
    sql`list_contains(${keys}, voter_key_a) OR list_contains(${keys}, voter_key_b)`,
  );
  const lines = rows.map(pairLineOf);
  const uncut = lines.filter(({ bridge_cut }) => !bridge_cut);
  const isInside = ({ a, b }: PairLine) => inside.has(a.voter_key) && inside.has(b.voter_key);
  return {
    kind: 'group',
    group_key: key,
    members,
    pairs: uncut.filter(isInside),
    bridges_cut: lines.filter(({ bridge_cut }) => bridge_cut),
    pairs_outside: uncut.filter((line) => !isInside(line)),
  };
}

async function explainVoter(tables: RunTables, key: string): Promise<Explanation> {
  const findings = await tables.findings(sql`voter_key = ${key} OR dpid = ${key}`);
  const rows = await tables.pairs(
    sql`voter_key_a = ${key} OR voter_key_b = ${key} OR dpid_a = ${key} OR dpid_b = ${key}`,
  );
  const pairs = rows.map(pairLineOf);
  const groups = await tables.members(sql`voter_key = ${key} OR dpid = ${key}`);
  const ends = pairs
    .flatMap(({ a, b }) => [a, b])
    .filter(({ voter_key, dpid }) => voter_key === key || dpid === key);
  const keys = [...findings, ...ends, ...groups].flatMap(({ voter_key }) => voter_key ?? []);
  if (keys.length === 0) throw nothingOfKey();
  return { kind: 'voter', voter_keys: [...new Set(keys)].toSorted(), findings, pairs, groups };
}

/** The key is not repeated: it may be a number that somebody typed by mistake. */
function nothingOfKey(): UsageError {
  return new UsageError({
    id: 'Kunci itu tidak ada di hasil proses ini. Sebutkan pair_key, group_key, finding_key, voter_key, atau dpid; pemilih tanpa temuan dan tanpa pasangan tidak ditulis.',
    en: 'That key is not in the output of this run. Name a pair_key, group_key, finding_key, voter_key or dpid; a voter without findings and pairs is not written.',
  });
}
