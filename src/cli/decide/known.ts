import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UNCORRECTED } from '../../decisions/standing.ts';
import type { Database } from '../../engine/database.ts';
import { literal, sql } from '../../engine/sql.ts';
import type { Decision } from '../../model/decision.ts';

export type NewDecision = Omit<Decision, 'seq'>;

/**
 * The decisions that the table `decision` does not have yet, each once. One that corrects, or withdraws, is there
 * already when nothing else of its satker stands.
 */
export async function unknownOf(
  database: Database,
  decisions: readonly NewDecision[],
): Promise<NewDecision[]> {
  if (decisions.length === 0) return [];
  const path = join(database.folder, 'wanted.jsonl');
  const lines = decisions.map(({ kind, key, voter_key, satker, id, corrects, verdict }, place) =>
    JSON.stringify({ place, kind, key, voter_key, satker, id, corrects, withdraws: verdict === 'batal' }),
  );
  await writeFile(path, `${lines.join('\n')}\n`, { mode: 0o600 });
  const rows = await database.rows<{ place: number }>(sql`WITH wanted AS (
      FROM read_json(${literal(path)}, format = 'newline_delimited', columns = {'place': 'INTEGER', 'kind': 'VARCHAR',
        'key': 'VARCHAR', 'voter_key': 'VARCHAR', 'satker': 'VARCHAR', 'id': 'VARCHAR', 'corrects': 'BOOLEAN',
        'withdraws': 'BOOLEAN'})
    ),
    stored AS (
      SELECT decision.*, standing.seq IS NOT NULL AND decision.verdict <> 'batal' AS stands
      FROM decision LEFT JOIN (SELECT seq FROM (${UNCORRECTED})) AS standing USING (seq)
    )
    SELECT place FROM wanted
    LEFT JOIN stored ON stored.kind = wanted.kind AND stored.key = wanted.key AND stored.satker = wanted.satker
      AND stored.voter_key IS NOT DISTINCT FROM wanted.voter_key
    GROUP BY place, withdraws, wanted.corrects
    HAVING NOT CASE
      WHEN withdraws THEN NOT coalesce(bool_or(stands), false)
      WHEN wanted.corrects THEN coalesce(bool_and(stored.id = wanted.id) FILTER (stands), false)
      ELSE coalesce(bool_or(stored.id = wanted.id), false)
    END
    ORDER BY place`);
  return eachOnce(rows.flatMap(({ place }) => decisions[place] ?? []));
}

/** Of two answers about one row that come together, the second does not correct the first: they are a conflict. */
function eachOnce(decisions: readonly NewDecision[]): NewDecision[] {
  const ids = new Set<string>();
  const subjects = new Set<string>();
  return decisions.flatMap((decision) => {
    const { id, kind, key, voter_key, satker } = decision;
    const subject = JSON.stringify([kind, key, voter_key, satker]);
    if (ids.has(id)) return [];
    const isFirst = !subjects.has(subject);
    ids.add(id);
    subjects.add(subject);
    return [{ ...decision, corrects: decision.corrects && isFirst }];
  });
}
