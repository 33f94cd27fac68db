import { type Document, isMap, isNode, isPair, type LineCounter, type Node } from 'yaml';

/** A place in a text file, both from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/**
 * Where a path stands in a YAML (or JSON) document: the key of a map, the item of a list;
 * where the path is missing, the nearest place above it.
 */
export function locate(
  document: Document,
  lines: LineCounter,
  path: readonly (string | number)[],
): Position | undefined {
  for (let length = path.length; length >= 0; length--) {
    const node = nodeAt(document, path.slice(0, length));
    const offset = node?.range?.[0];
    if (offset === undefined) continue;
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  }
  return undefined;
}

function nodeAt(document: Document, path: readonly (string | number)[]): Node | undefined {
  const last = path.at(-1);
  const parent = path.length <= 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  if (last === undefined) return isNode(document.contents) ? document.contents : undefined;
  if (isMap(parent)) {
    const pair = parent.items.find((item) => isPair(item) && isNode(item.key) && item.key.toJSON() === last);
    return isNode(pair?.key) ? pair.key : undefined;
  }
  const node = document.getIn(path, true);
  return isNode(node) ? node : undefined;
}
