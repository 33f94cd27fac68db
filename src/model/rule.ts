import { z } from 'zod';
import { ROLL_COLUMNS } from './roll-columns.ts';
import { SOURCE_COLUMN_NAMES, type SourceColumnName } from './source-columns.ts';

export const DIMENSIONS = ['completeness', 'validity', 'consistency', 'uniqueness', 'plausibility'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** `error` must be fixed, `warning` verify in the field, `info` report only. */
export const SEVERITIES = ['error', 'warning', 'info'] as const;
export type Severity = (typeof SEVERITIES)[number];

const text = z.strictObject({ id: z.string().min(1), en: z.string().min(1) });
const ruleId = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'kebab-case');
const rollColumnName = z.enum(ROLL_COLUMNS.map((column) => column.name) as [string, ...string[]]);
const sourceColumnName = z.enum(SOURCE_COLUMN_NAMES as [SourceColumnName, ...SourceColumnName[]]);

/** An input row as an office would send it: source column → text as in the file. Absent columns are empty. */
const exampleRow = z.partialRecord(sourceColumnName, z.string());

const rowExample = z.strictObject({
  row: exampleRow,
  /** Why this example is here; said where it surprises. */
  because: text.optional(),
  /** The cause label that the finding must carry. */
  cause: z.string().optional(),
});

const groupExample = z.strictObject({ rows: z.array(exampleRow).min(1), because: text.optional() });

const causeSchema = z.strictObject({ id: ruleId, label: text, when: z.string().min(1) });

const shared = {
  id: ruleId,
  title: text,
  rationale: text,
  remedy: text,
  dimension: z.enum(DIMENSIONS),
  severity: z.enum(SEVERITIES),
  /** The source column that the finding is about; its value is shown masked. */
  field: sourceColumnName,
};

const rowRuleSchema = z.strictObject({
  kind: z.literal('row').default('row'),
  ...shared,
  /** Every column of the roll that `violatedWhen`, `assessableWhen` and the causes bind. */
  reads: z.array(rollColumnName).min(1),
  /** SQL condition on one canonical row; true is a violation, NULL is none. */
  violatedWhen: z.string().min(1),
  /** SQL condition; default: every column in `reads` is there. Where false and not violated, the verdict is "not assessable". */
  assessableWhen: z.string().min(1).optional(),
  /** Recognisable causes of the damage, strongest first; the first whose `when` holds names the finding. */
  causes: z.array(causeSchema).default([]),
  examples: z.strictObject({
    fails: z.array(rowExample).min(2),
    passes: z.array(rowExample).min(2),
    notAssessable: z.array(rowExample).default([]),
  }),
});

const groupRuleSchema = z.strictObject({
  kind: z.literal('group'),
  ...shared,
  reads: z.array(rollColumnName).min(1),
  /** Rows that take part; SQL condition on one canonical row. */
  where: z.string().min(1).default('true'),
  /** Roll columns that make a group; rows with a NULL in one take no part. */
  groupBy: z.array(rollColumnName).min(1),
  /** Name → SQL aggregate over the group. */
  measures: z.record(z.string().regex(/^[a-z_]+$/), z.string().min(1)),
  /** SQL condition over the group columns and the measures; may hold window functions over all groups. */
  violatedWhen: z.string().min(1),
  /** `members`: one finding for each row of the group. `group`: one finding for the group, without a voter. */
  reports: z.enum(['members', 'group']),
  /** For `reports: group`: SQL text over group columns and measures that is shown as the value; never personal data. */
  shows: z.string().min(1).optional(),
  examples: z.strictObject({ fails: z.array(groupExample).min(1), passes: z.array(groupExample).min(1) }),
});

export const ruleSchema = z.union([groupRuleSchema, rowRuleSchema]);

export type RowRule = z.output<typeof rowRuleSchema>;
export type GroupRule = z.output<typeof groupRuleSchema>;
export type Rule = RowRule | GroupRule;
export type RowExample = z.output<typeof rowExample>;
export type ExampleRow = z.output<typeof exampleRow>;

/**
 * A Data Invalid rule on one row. Prefer it to `groupRule`; if the predicate needs a value that the
 * roll lacks, add a column to the roll rather than a third kind of rule.
 * Conditions may call the parameters of the run (`model/parameters.ts`), e.g. `reference_date()`.
 * @throws z.ZodError when the declaration is not a rule.
 */
export function rule(declaration: Omit<z.input<typeof rowRuleSchema>, 'kind'>): RowRule {
  return rowRuleSchema.parse(declaration);
}

/**
 * A Data Invalid rule on a stated group of rows: a household, a TPS, a desa, a file.
 * @throws z.ZodError when the declaration is not a rule.
 */
export function groupRule(declaration: Omit<z.input<typeof groupRuleSchema>, 'kind'>): GroupRule {
  return groupRuleSchema.parse({ kind: 'group', ...declaration });
}
