import { isWithin } from './edit-distance.ts';
import { FACT, FACTS, lettersOf, type SearchNames } from './names.ts';

/** Edits that near names may be apart at most. */
export const MOST_EDITS = 2;

/** Edits that names may be apart at most that are alike. */
export const MOST_EDITS_ALIKE = 3;

/** Letters from which names that are alike may be apart by more edits than near ones. */
export const LONG_NAME = 9;

/** Edits that two near names may be apart, by the letters of the shorter. */
export function editLimit(letters: number): number {
  if (letters < 3) return 0;
  return letters < 4 ? 1 : MOST_EDITS;
}

/** As `editLimit`, for names that are alike. */
export function alikeLimit(letters: number): number {
  return letters < LONG_NAME ? editLimit(letters) : MOST_EDITS_ALIKE;
}

/** Whether more bits are set than `limit`. */
function hasMoreBits(bits: number, limit: number): boolean {
  let left = bits;
  for (let bit = 0; bit < limit && left !== 0; bit += 1) left &= left - 1;
  return left !== 0;
}

/** Whether more bits are set than `MOST_EDITS`. */
export function hasThreeBits(bits: number): boolean {
  const withoutOne = bits & (bits - 1);
  return (withoutOne & (withoutOne - 1)) !== 0;
}

/** Whether more bits are set than `MOST_EDITS_ALIKE`. */
export function hasFourBits(bits: number): boolean {
  return hasThreeBits(bits & (bits - 1));
}

function bitCount(bits: number): number {
  let count = bits - ((bits >>> 1) & 0x55555555);
  count = (count & 0x33333333) + ((count >>> 2) & 0x33333333);
  return Math.imul((count + (count >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/**
 * Whether the letters of two names allow them to be near. Each edit takes at most one letter from either side, so a
 * letter that one has and the other lacks, or has but once, costs one.
 */
export function mayBeNear(facts: Int32Array, factA: number, factB: number, limitOf = editLimit): boolean {
  const lengthA = (facts[factA + FACT.sizes] ?? 0) & 0xffff;
  const lengthB = (facts[factB + FACT.sizes] ?? 0) & 0xffff;
  if (lengthA === 0 || lengthB === 0) return false;
  const limit = limitOf(lengthA < lengthB ? lengthA : lengthB);
  if (lengthA - lengthB > limit || lengthB - lengthA > limit) return false;
  const onceA = facts[factA + FACT.present] ?? 0;
  const onceB = facts[factB + FACT.present] ?? 0;
  if (hasMoreBits(onceA & ~onceB, limit) || hasMoreBits(onceB & ~onceA, limit)) return false;
  const twiceA = facts[factA + FACT.repeated] ?? 0;
  const twiceB = facts[factB + FACT.repeated] ?? 0;
  return (
    bitCount(onceA & ~onceB) + bitCount(twiceA & ~twiceB) <= limit &&
    bitCount(onceB & ~onceA) + bitCount(twiceB & ~twiceA) <= limit
  );
}

/** Whether two names are near: their keys, without spaces or with sorted tokens, within the limit. */
export function isNear(names: SearchNames, a: number, b: number): boolean {
  return mayBeNear(names.facts, a * FACTS, b * FACTS) && isWithinLimit(names, a, b);
}

/** As `isNear`, with three edits in long names. */
export function isAlike(names: SearchNames, a: number, b: number): boolean {
  return mayBeNear(names.facts, a * FACTS, b * FACTS, alikeLimit) && isWithinLimit(names, a, b, alikeLimit);
}

/** As `isNear`, for names of which the letters allow it. */
export function isWithinLimit(names: SearchNames, a: number, b: number, limitOf = editLimit): boolean {
  const { text, facts } = names;
  const lengthA = lettersOf(names, a);
  const lengthB = lettersOf(names, b);
  const limit = limitOf(Math.min(lengthA, lengthB));
  if (Math.abs(lengthA - lengthB) > limit) return false;
  const flatA = facts[a * FACTS + FACT.flatFrom] ?? 0;
  const flatB = facts[b * FACTS + FACT.flatFrom] ?? 0;
  if (isWithin(text, flatA, flatA + lengthA, flatB, flatB + lengthB, limit)) return true;
  const sortedA = facts[a * FACTS + FACT.sortedFrom] ?? 0;
  const sortedB = facts[b * FACTS + FACT.sortedFrom] ?? 0;
  if (sortedA === flatA && sortedB === flatB) return false;
  return isWithin(text, sortedA, sortedA + lengthA, sortedB, sortedB + lengthB, limit);
}
