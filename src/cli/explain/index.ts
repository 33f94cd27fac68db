import type { Database, Row } from '../../engine/database.ts';
import { list, type Sql, sql } from '../../engine/sql.ts';
import { UsageError } from '../../model/errors.ts';
import type { PublishedRun } from '../published-run.ts';
import { isNotAssessed, type NotAssessed } from '../rerun.ts';
import type { Explanation, GroupExplanation, Member, PairExplanation, PairLine } from './explanation.ts';
import { type FieldSetting, readFields } from './fields.ts';
import { explainGone } from './gone.ts';
import { evidenceOf, foundByOf, isCalibrated, type Vocabulary } from './pair.ts';
import { ofPair, RunDecisions } from './run-decisions.ts';
import { endOf, numberOf, pairLineOf, RunTables } from './tables.ts';

export interface ExplainSetting extends FieldSetting {
  /** Leaves the input files closed: no fields of a pair. */
  readonly publishedOnly: boolean;
  readonly vocabulary: Vocabulary;
  /** Output folder of the config. */
  readonly out: string;
}

/** Where a run's tables and the officers' decisions are read. */
interface Sources {
  readonly tables: RunTables;
  readonly decisions: RunDecisions;
}

/**
 * What a run, and the officers' decisions, say of one key: of a pair, a group, a finding, or a voter (voter key or
 * dpid), the first that has it.
 * @throws UsageError when the run has published nothing of that key and nothing was decided about it
 */
export async function explainKey(
  database: Database,
  run: PublishedRun,
  key: string,
  setting: ExplainSetting,
): Promise<Explanation> {
  const tables = new RunTables(database, run.folder, setting.vocabulary.rules);
  const sources = { tables, decisions: await RunDecisions.open(database, run, setting.out) };
  const [pair] = await tables.pairs(sql`pair_key = ${key}`);
  if (pair !== undefined) return await explainPair(sources, run, pair, setting);
  const members = await tables.members(sql`group_key = ${key}`);
  if (members.length > 0) return await explainGroup(sources, key, members, setting);
  const findings = await tables.findings(sql`finding_key = ${key}`);
  if (findings.length > 0) {
    const decided = await sources.decisions.read(sql`kind = 'invalid' AND key = ${key}`);
    return {
      kind: 'finding',
      findings,
      ...(await sources.decisions.told(decided, tables, setting.showValues)),
    };
  }
  return await explainVoter(sources, key, setting);
}

/** Answers that are about the row whatever pairs it has. */
const ABOUT_ROW = sql`verdict IN ('ms', 'tms', 'ubah-data', 'tidak-ditemukan')`;

/** Whether one of the pairs that were shown with a decision has its other row among some. */
function towards(voterKeys: Sql): Sql {
  return sql`list_has_any(list_transform(pairs, lambda pair: pair.voter_key), ${voterKeys})`;
}

async function explainPair(
  { tables, decisions }: Sources,
  run: PublishedRun,
  row: Row,
  setting: ExplainSetting,
): Promise<PairExplanation> {
  const [a, b] = [endOf(row, 'a'), endOf(row, 'b')];
  const fields = setting.publishedOnly ? PUBLISHED_ONLY : await readFields(run, [a, b], setting);
  const [weight, probability] = [numberOf(row, 'match_weight'), numberOf(row, 'match_probability')];
  const { pair_key, scope, grade, tier, bridge_cut } = pairLineOf(row);
  const ends = list([a.voter_key, b.voter_key]);
  const decided = await decisions.read(sql`kind = 'ganda' AND list_contains(${ends}, voter_key)
    AND (${ABOUT_ROW} OR list_contains(list_transform(pairs, lambda pair: pair.pair_key), ${pair_key}))`);
  return {
    kind: 'pair',
    pair_key,
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
    groups: await tables.members(sql`list_contains(${ends}, voter_key)`),
    ...(await decisions.told(ofPair(decided, pair_key), tables, setting.showValues)),
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
  { tables, decisions }: Sources,
  key: string,
  members: readonly Member[],
  { showValues }: ExplainSetting,
): Promise<GroupExplanation> {
  const inside = new Set(members.map(({ voter_key }) => voter_key));
  const keys = list([...inside]);
  const rows = await tables.pairs(
    sql`list_contains(${keys}, voter_key_a) OR list_contains(${keys}, voter_key_b)`,
  );
  const lines = rows.map(pairLineOf);
  const uncut = lines.filter(({ bridge_cut }) => !bridge_cut);
  const decided = await decisions.read(
    sql`kind = 'ganda' AND (key = ${key} OR list_contains(${keys}, voter_key) OR ${towards(keys)})`,
  );
  const isInside = ({ a, b }: PairLine) => inside.has(a.voter_key) && inside.has(b.voter_key);
  return {
    kind: 'group',
    group_key: key,
    members,
    pairs: uncut.filter(isInside),
    bridges_cut: lines.filter(({ bridge_cut }) => bridge_cut),
    pairs_outside: uncut.filter((line) => !isInside(line)),
    ...(await decisions.told(decided, tables, showValues)),
  };
}

async function explainVoter(
  { tables, decisions }: Sources,
  key: string,
  { showValues }: ExplainSetting,
): Promise<Explanation> {
  const findings = await tables.findings(sql`voter_key = ${key} OR dpid = ${key}`);
  const rows = await tables.pairs(
    sql`voter_key_a = ${key} OR voter_key_b = ${key} OR dpid_a = ${key} OR dpid_b = ${key}`,
  );
  const pairs = rows.map(pairLineOf);
  const groups = await tables.members(sql`voter_key = ${key} OR dpid = ${key}`);
  const ends = pairs
    .flatMap(({ a, b }) => [a, b])
    .filter(({ voter_key, dpid }) => voter_key === key || dpid === key);
  const published = [...findings, ...ends, ...groups].flatMap(({ voter_key }) => voter_key ?? []);
  if (published.length === 0) {
    const gone = await explainGone(tables, decisions, key, showValues);
    if (gone !== undefined) return gone;
  }
  const keys = list(published.length === 0 ? [key] : published);
  const decided = await decisions.read(sql`list_contains(${keys}, voter_key) OR ${towards(keys)}`);
  if (published.length + decided.length === 0) throw nothingOfKey(decisions.notAssessed);
  return {
    kind: 'voter',
    voter_keys: published.length === 0 ? [key] : [...new Set(published)].toSorted(),
    findings,
    pairs,
    groups,
    ...(await decisions.told(decided, tables, showValues)),
  };
}

/** The key is not repeated: it may be a number that somebody typed by mistake. */
function nothingOfKey(notAssessed: NotAssessed | null): UsageError {
  if (notAssessed !== null) {
    const { id, en } = notAssessed.text;
    return new UsageError({
      id: `Kunci itu tidak ada di hasil proses ini. Apakah keputusan petugas mengeluarkannya tidak diketahui: ${id}`,
      en: `That key is not in the output of this run. Whether a decision took it out is not known: ${en}`,
    });
  }
  return new UsageError({
    id: 'Kunci itu tidak ada di hasil proses ini, dan tidak ada keputusan petugas tentangnya. Sebutkan pair_key, group_key, finding_key, voter_key, atau dpid; pemilih tanpa temuan dan tanpa pasangan tidak ditulis.',
    en: 'That key is not in the output of this run, and no officer has decided about it. Name a pair_key, group_key, finding_key, voter_key or dpid; a voter without findings and pairs is not written.',
  });
}
