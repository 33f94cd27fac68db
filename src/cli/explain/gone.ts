import { list, sql } from '../../engine/sql.ts';
import type { GoneExplanation } from './explanation.ts';
import { ofPair, type ReadDecision, type RunDecisions, votersOf } from './run-decisions.ts';
import type { RunTables } from './tables.ts';

/**
 * What was decided of a pair, a group or a finding that the run has not published; undefined where nothing was.
 * @param names whether officers' names and remarks are told
 */
export async function explainGone(
  tables: RunTables,
  decisions: RunDecisions,
  key: string,
  names: boolean,
): Promise<GoneExplanation | undefined> {
  const found = await decisions.read(
    sql`key = ${key} OR list_contains(list_transform(pairs, lambda pair: pair.pair_key), ${key})`,
  );
  if (found.length === 0) return undefined;
  const subject = subjectOf(found, key);
  const decided = subject === 'pair' ? ofPair(found, key) : found;
  const told = await decisions.told(decided, tables, names);
  const voters = votersOf(decided);
  return {
    kind: 'gone',
    subject,
    key,
    removed_by_decision: told.decisions.some(
      ({ read_by_run, effect, pairs }) =>
        read_by_run &&
        (effect.code === 'dikeluarkan' || effect.code === 'sebagian') &&
        pairs.some(({ state }) => state === 'dikeluarkan'),
    ),
    voter_keys: voters,
    groups: await tables.members(sql`list_contains(${list(voters)}, voter_key)`),
    ...told,
  };
}

function subjectOf(found: readonly ReadDecision[], key: string): GoneExplanation['subject'] {
  if (found.some(({ kind }) => kind === 'invalid')) return 'finding';
  return found.some(({ pairs }) => pairs.some(({ pair_key }) => pair_key === key)) ? 'pair' : 'group';
}
