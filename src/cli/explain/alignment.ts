/** One column of an alignment: a character of each text, or null where the other has one more. */
export type AlignedPair = readonly [string | null, string | null];

/**
 * Two texts aligned along a shortest edit path (Wagner and Fischer 1974): the columns whose characters differ are as
 * many as the Levenshtein distance. Time and space grow with the product of the lengths.
 */
export function alignment(left: string, right: string): AlignedPair[] {
  const [a, b] = [Array.from(left), Array.from(right)];
  const costs = editCosts(a, b);
  const cost = (i: number, j: number) => costs[i]?.[j] ?? Number.POSITIVE_INFINITY;
  const columns: AlignedPair[] = [];
  let [i, j] = [a.length, b.length];
  while (i > 0 || j > 0) {
    const [x, y] = [a[i - 1] ?? null, b[j - 1] ?? null];
    const here = cost(i, j);
    if (i > 0 && j > 0 && here === cost(i - 1, j - 1) + (x === y ? 0 : 1)) {
      columns.push([x, y]);
      i--;
      j--;
    } else if (i > 0 && here === cost(i - 1, j) + 1) {
      columns.push([x, null]);
      i--;
    } else {
      columns.push([null, y]);
      j--;
    }
  }
  return columns.toReversed();
}

function editCosts(a: readonly string[], b: readonly string[]): number[][] {
  const costs = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (const [index, x] of a.entries()) {
    const above = costs[index] ?? [];
    const row = [index + 1];
    for (const [at, y] of b.entries()) {
      const diagonal = (above[at] ?? 0) + (x === y ? 0 : 1);
      row.push(Math.min(diagonal, (above[at + 1] ?? 0) + 1, (row[at] ?? 0) + 1));
    }
    costs.push(row);
  }
  return costs;
}

/** A character and whether it differs from the other text. */
export interface MarkedCharacter {
  readonly character: string;
  readonly differs: boolean;
}

/** The characters of both texts, those marked that the other text does not have at that place. */
export function markedTexts(
  left: string,
  right: string,
): { readonly a: readonly MarkedCharacter[]; readonly b: readonly MarkedCharacter[] } {
  const columns = alignment(left, right);
  const side = (at: 0 | 1) =>
    columns.flatMap((column) => {
      const character = column[at];
      return character === null ? [] : [{ character, differs: column[0] !== column[1] }];
    });
  return { a: side(0), b: side(1) };
}
