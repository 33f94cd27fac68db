import type { BlockingRule, NameRelation } from '../../../model/ganda.ts';
import { partsOf, type SearchColumn } from './columns.ts';

/** A blocking rule as the search reads it. */
export interface PassRule {
  /** One bit, by the rule's position. */
  readonly bit: number;
  readonly names?: NameRelation;
  /** None: names alone, in blocks within the cap. */
  readonly agreeing: readonly { readonly column: SearchColumn; readonly parts: readonly string[] }[];
  readonly unknownAgrees: 'each' | 'all' | 'never';
  readonly cap: number;
  /** Parts of the columns that split a group over the cap, column by column. */
  readonly splitBy: readonly (readonly string[])[];
}

/**
 * The rules that are searched in the blocks of one key, in one pass over the rows.
 *
 * Rules that start from the NIK take only pairs of which one row's NIK does not confirm its birth date, unless the key
 * holds the birth date: rows whose NIK confirm their dates are two people when the dates differ, and meet in the rules
 * on birth dates when they do not.
 */
export interface Pass {
  readonly key: readonly SearchColumn[];
  /** Rules that start from the names: pairs of related names, then the rows' other columns. */
  readonly byName: readonly PassRule[];
  /** Rules that start from the NIK: pairs of NIK within one edit, then the names. */
  readonly byNik: readonly PassRule[];
}

/** Whether a rule is searched in memory rather than joined in SQL. */
export function isSearched({ names, agreeing }: BlockingRule): boolean {
  return names !== undefined || agreeing !== undefined;
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
    cap: rule.cap,
    splitBy: rule.splitBy.map(partsOf),
  };
}

/**
 * The passes that a run's rules need; a rule's position in `rules` is its bit.
 * @throws RangeError for a rule that states what cannot be searched
 */
export function passesOf(rules: readonly BlockingRule[]): Pass[] {
  const passes = new Map<string, { key: readonly SearchColumn[]; byName: PassRule[]; byNik: PassRule[] }>();
  for (const [position, rule] of rules.entries()) {
    if (!isSearched(rule)) continue;
    if (rule.admits !== undefined)
      throw new RangeError(`${rule.id}: "admits" is for rules without "names" and "agreeing"`);
    if (rule.agreeing === undefined && rule.splitBy.length > 0)
      throw new RangeError(`${rule.id}: without "agreeing", blocks over the cap are left out, not split`);
    if (rule.agreeing !== undefined && rule.names === 'alike')
      throw new RangeError(`${rule.id}: "alike" is for rules without "agreeing"`);
    if (rule.names === undefined && !isByNik(rule))
      throw new RangeError(`${rule.id}: without "names", "agreeing" can only be nik`);
    const name = rule.key.join();
    const pass = passes.get(name) ?? { key: rule.key, byName: [], byNik: [] };
    passes.set(name, pass);
    (isByNik(rule) ? pass.byNik : pass.byName).push(passRule(rule, position));
  }
  return [...passes.values()];
}

/** Columns that a pass reads. */
export function columnsOf({ key, byName, byNik }: Pass, rules: readonly BlockingRule[]): SearchColumn[] {
  const bits = [...byName, ...byNik].map(({ bit }) => bit);
  const own = rules.filter((_, position) => bits.includes(1 << position));
  const named = own.some(({ names }) => names !== undefined);
  return [
    ...key,
    ...own.flatMap(({ agreeing = [], splitBy }) => [...agreeing, ...splitBy]),
    ...(named ? (['name_id'] as const) : []),
    ...(byNik.length > 0 ? (['nik'] as const) : []),
    ...(needsDoubt({ key, byName, byNik }) ? (['nik_doubt'] as const) : []),
  ];
}

/**
 * Rows of the largest block that a pass needs to look into: where names alone admit a pair, blocks are left out over the
 * cap.
 */
export function mostRowsOf({ byName, byNik }: Pass): number {
  const isBounded = byNik.length === 0 && byName.every(({ agreeing }) => agreeing.length === 0);
  return isBounded ? Math.max(...byName.map(({ cap }) => cap)) : Number.POSITIVE_INFINITY;
}

/** Whether pairs that start from the NIK need a row whose NIK does not confirm its birth date. */
export function needsDoubt({ key, byNik }: Pass): boolean {
  return byNik.length > 0 && !key.includes('birth_date');
}
