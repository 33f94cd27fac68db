import { sql } from '../../engine/sql.ts';
import type { Stage } from '../../engine/stage.ts';
import type { GroupRule, RowRule } from '../../model/rule.ts';
import { type AssessedRule, assessable, assessedRuleQuery } from './assess.ts';
import { blameRule } from './check.ts';
import { assessGroups } from './group.ts';
import {
  place,
  rowFindingQuery,
  rowRuleQuery,
  scanQuery,
  VERDICT_VOTER_KEY,
  violatedRuleQuery,
} from './scan.ts';

/** roll → verdict (every row), invalid_finding (every broken rule). All row rules are one scan. */
export const invalid: Stage = {
  id: '30-invalid',
  reads: ['roll', 'input_file'],
  writes: ['assessed_rule', 'verdict', 'row_rule', 'violated_rule', 'group_finding', 'invalid_finding'],
  async run({ database, rules, inputs, progress }) {
    const { assessed } = assessable(rules, inputs);
    await database.materialise('assessed_rule', assessedRuleQuery(assessed, inputs));
    const rowRules = place(
      assessed.filter((entry): entry is AssessedRule<RowRule> => entry.rule.kind === 'row'),
    );
    const groupRules = assessed.filter(
      (entry): entry is AssessedRule<GroupRule> => entry.rule.kind === 'group',
    );
    const { rows } = await database
      .materialise('verdict', scanQuery(rowRules), { computed: [VERDICT_VOTER_KEY] })
      .catch(async (error: unknown) => {
        await blameRule(database, rules);
        throw error;
      });
    progress(0.7);
    await database.run(sql`CREATE OR REPLACE TABLE row_rule AS ${rowRuleQuery(rowRules)}`);
    await database.run(sql`CREATE OR REPLACE TABLE violated_rule AS ${violatedRuleQuery(rowRules)}`);
    await assessGroups(database, groupRules);
    await database.run(sql`CREATE OR REPLACE VIEW invalid_finding AS
      ${rowFindingQuery(rowRules)} UNION ALL BY NAME SELECT * FROM group_finding`);
    const { findings } = await database.row<{ findings: number }>(
      sql`SELECT count(*) AS findings FROM invalid_finding`,
    );
    return { rowsIn: rows, rowsOut: findings };
  },
};
