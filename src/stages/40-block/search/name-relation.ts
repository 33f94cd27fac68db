import type { SearchNames } from './names.ts';
import { isAlike, isNear } from './near-names.ts';
import { ALL_RELATIONS, LETTERS, RELATION } from './related.ts';
import { hasEqualWords, isContained, sharesWord } from './word-names.ts';

/** How two names are related: bits of `RELATION`. */
export function relationOf(names: SearchNames, a: number, b: number): number {
  const near = isNear(names, a, b) ? LETTERS : isAlike(names, a, b) ? RELATION.alike : 0;
  if (!sharesWord(names, a, b)) return hasEqualWords(names, a, b) ? ALL_RELATIONS : near;
  return near | RELATION.word | (isContained(names, a, b) ? RELATION.contained : 0);
}
