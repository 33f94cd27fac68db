import { distance } from 'fastest-levenshtein';

/**
 * The candidate that a mistyped word most likely means; undefined when none is near. Letters in another
 * order count as one slip; among equals the one with the longest common start wins.
 */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const typed = word.toLowerCase();
  const [best] = candidates
    .map((name) => ({ name, slips: slips(typed, name), start: commonStart(typed, name) }))
    .toSorted((left, right) => left.slips - right.slips || right.start - left.start);
  if (best === undefined) return undefined;
  if (best.slips <= Math.max(2, Math.max(typed.length, best.name.length) * 0.4)) return best.name;
  return typed.length >= 3 ? candidates.find((name) => name.startsWith(typed)) : undefined;
}

function slips(typed: string, name: string): number {
  return typed !== name && letters(typed) === letters(name) ? 1 : distance(typed, name);
}

function letters(text: string): string {
  return Array.from(text).toSorted().join('');
}

function commonStart(left: string, right: string): number {
  let length = 0;
  while (length < left.length && left[length] === right[length]) length++;
  return length;
}
