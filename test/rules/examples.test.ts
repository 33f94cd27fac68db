import { describe, expect, it } from 'vitest';
import { INVALID_RULES } from '../../rules/index.ts';
import type { ExampleRow, GroupRule, RowRule } from '../../src/model/rule.ts';
import type { Text } from '../../src/model/text.ts';
import { evaluate, type Verdict } from '../support/examples.ts';

/** Examples stand in a made-up file of Kabupaten Kudus. */
const EXAMPLE_KABUPATEN = 3319;

const ROW_RULES = INVALID_RULES.filter((rule): rule is RowRule => rule.kind === 'row');
const GROUP_RULES = INVALID_RULES.filter((rule): rule is GroupRule => rule.kind === 'group');

const ROW_EXAMPLES = ROW_RULES.flatMap((rule) =>
  (['fails', 'passes', 'notAssessable'] as const).flatMap((expected) =>
    rule.examples[expected].map((example) => ({ rule, expected, ...example })),
  ),
);

/** Causes that need a whole file to show, or that are what remains. */
const NOT_SHOWN = new Set(['nik-rusak-excel: digit-ke-16-hilang', 'kolom-tergeser: lainnya']);

function verdictOn(id: string, verdict: Verdict | undefined): 'fails' | 'passes' | 'notAssessable' {
  if (verdict?.violated.has(id)) return 'fails';
  return verdict?.notAssessable.has(id) ? 'notAssessable' : 'passes';
}

/** The rules to which an example refers its reader: "checked by …", "reported by …". */
function referredRules(because: Text | undefined): string[] {
  const named = because?.en.matchAll(/(?:checked|reported) by ([a-z0-9-]+)/g) ?? [];
  return Array.from(named, ([, id = '']) => id);
}

describe('row rules', async () => {
  const verdicts = await evaluate(
    ROW_RULES,
    ROW_EXAMPLES.map(({ row }, index) => ({ ...row, file: index + 1 })),
    EXAMPLE_KABUPATEN,
  );
  const judged = ROW_EXAMPLES.map(({ rule, expected, row, cause, because }, index) => ({
    name: `${rule.id} ${expected} ${JSON.stringify(row)}`,
    expected,
    cause,
    found: verdictOn(rule.id, verdicts[index]),
    foundCause: verdicts[index]?.causes.get(rule.id),
    referred: referredRules(because).map((id) => ({ id, found: verdictOn(id, verdicts[index]) })),
  }));

  it.each(judged.filter(({ expected }) => expected !== 'passes'))('$name', ({ found, expected }) => {
    expect(found).toBe(expected);
  });

  it.each(judged.filter(({ expected }) => expected === 'passes'))('$name', ({ found }) => {
    expect(found).not.toBe('fails');
  });

  it.each(judged.filter(({ cause }) => cause !== undefined))('$name: $cause', ({ cause, foundCause }) => {
    expect(foundCause).toBe(cause);
  });

  it.each(judged.filter(({ referred }) => referred.length > 0))(
    '$name: the rule that it refers to does not pass it',
    ({ referred }) => {
      expect(referred.filter(({ found }) => found === 'passes')).toEqual([]);
    },
  );

  it('show every cause by an example', () => {
    const missing = ROW_RULES.flatMap(({ id, causes, examples }) =>
      causes
        .filter((cause) => !examples.fails.some((example) => example.cause === cause.id))
        .map((cause) => `${id}: ${cause.id}`),
    );
    expect(missing.filter((name) => !NOT_SHOWN.has(name))).toEqual([]);
  });
});

/** Whether a group rule fires on these rows. A row rule goes along, as in every run. */
async function isViolated(rule: GroupRule, rows: readonly ExampleRow[]): Promise<boolean> {
  const verdicts = await evaluate([...ROW_RULES.slice(0, 1), rule], rows, EXAMPLE_KABUPATEN);
  return verdicts.some(({ violated }) => violated.has(rule.id));
}

describe.each(GROUP_RULES.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
  it.each(rule.examples.fails.map(({ rows }, index) => [index + 1, rows] as const))(
    'fails %i',
    async (_number, rows) => {
      expect(await isViolated(rule, rows)).toBe(true);
    },
  );

  it.each(rule.examples.passes.map(({ rows }, index) => [index + 1, rows] as const))(
    'passes %i',
    async (_number, rows) => {
      expect(await isViolated(rule, rows)).toBe(false);
    },
  );
});
