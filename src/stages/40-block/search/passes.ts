import type { BlockingRule, NameRelation, PairCondition } from '../../../model/ganda.ts';
import { partsOf, type SearchColumn } from './columns.ts';

/** A blocking rule as the search reads it. */
export interface PassRule {
  /** One bit, by the rule's position. */
  readonly bit: number;
  readonly names?: NameRelation;
  /** None: names alone, in blocks within the cap. */
  readonly agreeing: readonly { readonly column: SearchColumn; readonly parts: readonly string[] }[];
  readonly unknownAgrees: 'each' | 'all' | 'never';
  readonly anyOf: readonly PairCondition[];
  /** Parts of the key's second column, of rules that state `anyOf`. */
  readonly within: readonly string[];
  readonly cap: number;
  /** Parts of the columns that split a group over the cap, column by column. */
  readonly splitBy: readonly (readonly string[])[];
}

/**
 * The rules that are searched in the blocks of one key, in one pass over the rows.
 *
 * Rules that start from the NIK take only pairs of which one row's NIK does not confirm its birth date: rows whose NIK confirm their dates are two people when the dates differ, and meet in the rules
 * on birth dates when they do not.
 */
export interface Pass {
  readonly key: readonly SearchColumn[];
  /** Rules that start from the names: pairs of related names, then the rows' other columns. */
  readonly byName: readonly PassRule[];
  /** Rules that start from the NIK, all rows being one block: pairs of NIK within one edit, then names and dates. */
  readonly byNik: readonly PassRule[];
  /** Rules that hold all rows of an equal key against each other. */
  readonly byKey: readonly PassRule[];
}

/** Whether a rule is searched in memory rather than joined in SQL. */
export function isSearched({ names, agreeing, anyOf }: BlockingRule): boolean {
  return names !== undefined || agreeing !== undefined || anyOf !== undefined;
}

function isByNik({ agreeing = [] }: BlockingRule): boolean {
  return agreeing.length === 1 && agreeing[0] === 'nik';
}

function passRule(rule: BlockingRule, position: number): PassRule {
  return {
    bit: 1 << position,
    ...(rule.names === undefined ? {} : { names: rule.names }),
    agreeing: (rule.agreeing ?? []).map((column) => ({ column, parts: partsOf(column) })),
    unknownAgrees: rule.unknownAgrees ?? 'never',
    anyOf: rule.anyOf ?? [],
    within: rule.anyOf === undefined ? [] : rule.key.slice(1).flatMap(partsOf),
    cap: rule.cap,
    splitBy: rule.splitBy.map(partsOf),
  };
}

/**
 * The passes that a run's rules need; a rule's position in `rules` is its bit. The one by NIK comes first: rows then lie
 * as they were read, those of one area together, which it is faster by (see NikTable).
 * @throws RangeError for a rule that states what cannot be searched
 */
export function passesOf(
  rules: readonly BlockingRule[],
  takesPart: (rule: BlockingRule) => boolean = () => true,
): Pass[] {
  const passes = new Map<string, Record<'byName' | 'byNik' | 'byKey', PassRule[]> & Pick<Pass, 'key'>>();
  for (const [position, rule] of rules.entries()) {
    if (!isSearched(rule) || !takesPart(rule)) continue;
    refuseUnsearchable(rule);
    const kind = isByNik(rule) ? 'byNik' : rule.anyOf === undefined ? 'byName' : 'byKey';
    const key = kind === 'byKey' ? rule.key.slice(0, 1) : rule.key;
    const name = kind === 'byNik' ? kind : key.join();
    const pass = passes.get(name) ?? { key, byName: [], byNik: [], byKey: [] };
    passes.set(name, pass);
    pass[kind].push(passRule(rule, position));
  }
  return [...passes.values()].toSorted((a, b) => b.byNik.length - a.byNik.length);
}

function refuseUnsearchable(rule: BlockingRule): void {
  const { id, key, names, agreeing, unknownAgrees, anyOf, admits, splitBy } = rule;
  const refuse = (why: string) => new RangeError(`${id}: ${why}`);
  if (admits !== undefined) throw refuse('"admits" is for rules without "names", "agreeing" and "anyOf"');
  if (names === 'alike' && agreeing !== undefined && unknownAgrees !== undefined)
    throw refuse('with "alike", what is unknown cannot agree');
  if (isByNik(rule)) {
    if (key.length + splitBy.length > 0)
      throw refuse('where only the NIK agrees, there is no key and no split');
    if (anyOf?.includes('nik-near')) throw refuse('the NIK is near already');
  } else if (anyOf !== undefined) {
    if (names !== undefined || agreeing !== undefined)
      throw refuse('"anyOf" is for rules without "names" and without other "agreeing" than the NIK');
    if (key.length < 1 || key.length > 2) throw refuse('"anyOf" takes a key of one column or two');
  } else if (names === undefined) {
    throw refuse('without "names", "agreeing" can only be nik');
  } else if (agreeing === undefined && splitBy.length > 0) {
    throw refuse('without "agreeing", blocks over the cap are left out, not split');
  }
}

/** What a condition reads. */
export const COLUMN_OF: Readonly<Record<PairCondition, SearchColumn>> = {
  'dates-near': 'birth_date',
  'date-unknown': 'birth_date',
  'nik-near': 'nik',
};

/** Whether all rows of a block have one birth date: two known identities there differ by the sex alone. */
export function isOfOneDate(key: readonly SearchColumn[]): boolean {
  return key.includes('birth_date');
}

/** What tells two people of one birth date. */
export const IDENTITY_COLUMNS = ['identity', 'nik'] as const;

/** Columns that a pass reads. */
export function columnsOf(
  { key, byName, byNik, byKey }: Pass,
  rules: readonly BlockingRule[],
): SearchColumn[] {
  const bits = [...byName, ...byNik, ...byKey].map(({ bit }) => bit);
  const own = rules.filter((_, position) => bits.includes(1 << position));
  const named = own.some(({ names }) => names !== undefined);
  return [
    ...key,
    ...own.flatMap(({ agreeing = [], splitBy }) => [...agreeing, ...splitBy]),
    ...own.flatMap(({ anyOf = [], key: columns }) => [
      ...anyOf.map((condition) => COLUMN_OF[condition]),
      ...(anyOf.length > 0 ? columns.slice(1) : []),
    ]),
    ...(named || byNik.length > 0 ? (['name_id'] as const) : []),
    ...(byNik.length > 0 ? IDENTITY_COLUMNS : []),
    ...(isOfOneDate(key) ? IDENTITY_COLUMNS : []),
  ];
}

/**
 * Rows of the largest block that a pass needs to look into: where names alone admit a pair, blocks are left out over the
 * cap.
 */
export function mostRowsOf({ byName, byNik, byKey }: Pass): number {
  const isBounded =
    byNik.length + byKey.length === 0 && byName.every(({ agreeing }) => agreeing.length === 0);
  return isBounded ? Math.max(...byName.map(({ cap }) => cap)) : Number.POSITIVE_INFINITY;
}
