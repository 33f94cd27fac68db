import { type GroupRule, groupRule, type RowRule, rule } from '../../src/model/rule.ts';

const TEXT = { id: 'teks', en: 'text' };
const ROW = { row: {} };

/** A row rule for a test of the machinery: only what the test is about is stated. */
export function rowRule(
  id: string,
  declaration: Pick<Parameters<typeof rule>[0], 'violatedWhen' | 'reads'> &
    Partial<Parameters<typeof rule>[0]>,
): RowRule {
  return rule({
    id,
    title: TEXT,
    rationale: TEXT,
    remedy: TEXT,
    dimension: 'validity',
    severity: 'error',
    field: 'nama',
    examples: { fails: [ROW, ROW], passes: [ROW, ROW] },
    ...declaration,
  });
}

/** A group rule for a test of the machinery. */
export function ruleOfGroups(
  id: string,
  declaration: Pick<
    Parameters<typeof groupRule>[0],
    'violatedWhen' | 'reads' | 'groupBy' | 'measures' | 'reports'
  > &
    Partial<Parameters<typeof groupRule>[0]>,
): GroupRule {
  return groupRule({
    id,
    title: TEXT,
    rationale: TEXT,
    remedy: TEXT,
    dimension: 'consistency',
    severity: 'info',
    field: 'nama',
    examples: { fails: [{ rows: [{}] }], passes: [{ rows: [{}] }] },
    ...declaration,
  });
}
