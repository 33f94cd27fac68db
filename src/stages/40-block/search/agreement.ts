import type { BlockRows } from './block-rows.ts';
import type { PassRule } from './passes.ts';
import { ALL_RELATIONS, RELATION } from './related.ts';

/** A column that may agree, in one integer or two. */
export interface AgreeingColumn {
  readonly high: Int32Array;
  readonly low: Int32Array | undefined;
}

/** What rules ask for beside the name; those that ask for the same share it. */
export interface Condition {
  readonly columns: readonly AgreeingColumn[];
  readonly unknownAgrees: PassRule['unknownAgrees'];
  /** Relations that one of the rules asks for: bits of `RELATION`. */
  readonly wanted: number;
  /** Bits of the rules, by relation (index: bits of `RELATION`). */
  readonly bits: Int32Array;
}

const DIFFERS = 0;
const AGREES = 1;
const UNKNOWN = 2;

function outcome({ high, low }: AgreeingColumn, a: number, b: number): number {
  const highA = high[a] ?? -1;
  const highB = high[b] ?? -1;
  if (highA < 0 || highB < 0) return UNKNOWN;
  if (low === undefined) return highA === highB ? AGREES : DIFFERS;
  return highA === highB && low[a] === low[b] ? AGREES : DIFFERS;
}

/** Whether a column is known of both rows and agrees. */
export function columnAgrees(column: AgreeingColumn, a: number, b: number): boolean {
  return outcome(column, a, b) === AGREES;
}

/** Whether two rows meet the condition; one without columns is always met. */
export function agrees({ columns, unknownAgrees }: Condition, a: number, b: number): boolean {
  if (columns.length === 0) return true;
  let unknown = 0;
  for (let at = 0; at < columns.length; at += 1) {
    const column = columns[at];
    const result = column === undefined ? UNKNOWN : outcome(column, a, b);
    if (result === AGREES) return true;
    if (result === UNKNOWN) unknown += 1;
  }
  if (unknownAgrees === 'each') return unknown > 0;
  return unknownAgrees === 'all' && unknown === columns.length;
}

/** The conditions of a pass, on the rows that `rows` holds when they are asked. */
export function conditionsOf(rules: readonly PassRule[], rows: BlockRows): Condition[] {
  const groups = new Map<string, PassRule[]>();
  for (const rule of rules) {
    const key = JSON.stringify([rule.agreeing, rule.unknownAgrees]);
    groups.set(key, [...(groups.get(key) ?? []), rule]);
  }
  return [...groups.values()].map((group) => ({
    columns: (group[0]?.agreeing ?? []).map(({ parts: [high = '', low] }) => ({
      high: rows.part(high),
      low: low === undefined ? undefined : rows.part(low),
    })),
    unknownAgrees: group[0]?.unknownAgrees ?? 'never',
    wanted: group.reduce((wanted, { names }) => (names === undefined ? wanted : wanted | RELATION[names]), 0),
    bits: bitsByRelation(group),
  }));
}

/** Bits of the rules whose relation holds, for every combination of relations (index: bits of `RELATION`). */
export function bitsByRelation(rules: readonly PassRule[]): Int32Array {
  return Int32Array.from({ length: ALL_RELATIONS + 1 }, (_, relations) =>
    rules.reduce((bits, { bit, names }) => {
      const holds = names === undefined || (relations & RELATION[names]) !== 0;
      return holds ? bits | bit : bits;
    }, 0),
  );
}
