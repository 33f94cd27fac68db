import { findNodeAtLocation, getNodeValue, type Node, type ParseError, parseTree } from 'jsonc-parser';
import type { Text } from '../model/text.ts';
import type { Position } from './locate.ts';

type Path = readonly (string | number)[];

/** A text that is JSON with comments and trailing commas, and where each of its values stands. */
export interface JsoncDocument {
  readonly value: unknown;
  /** The place of a key or an item; where the path is missing, of the nearest one above it. */
  place(path: Path): Position;
}

/** Where a text stops being JSON, or says a key twice, and what is wrong there. */
export interface JsoncFault {
  readonly fault: Position & { readonly what: Text };
}

const NOT_JSON: Text = {
  id: 'bukan JSON yang sah. Periksa koma, tanda kutip, dan kurung di baris itu.',
  en: 'not valid JSON. Check the commas, quotes and brackets on that line.',
};

/** Reads JSON that may hold comments and trailing commas. A byte-order mark is passed over. */
export function readJsonc(source: string): JsoncDocument | JsoncFault {
  const text = source.replace(/^\uFEFF/, '');
  const faults: ParseError[] = [];
  const tree = parseTree(text, faults, { allowTrailingComma: true });
  const [first] = faults;
  if (first !== undefined || tree === undefined) {
    return { fault: { ...positionOf(text, first?.offset ?? 0), what: NOT_JSON } };
  }
  const twice = repeatedKey(tree);
  if (twice !== undefined) {
    const key = String(getNodeValue(twice)).slice(0, 40);
    const what = {
      id: `kunci "${key}" ditulis dua kali. Hapus salah satunya.`,
      en: `the key "${key}" is written twice. Remove one of them.`,
    };
    return { fault: { ...positionOf(text, twice.offset), what } };
  }
  return {
    value: getNodeValue(tree) as unknown,
    place: (path) => positionOf(text, nodeNear(tree, path).offset),
  };
}

/** The key of a member, the item of a list, or what stands nearest above it. */
function nodeNear(tree: Node, path: Path): Node {
  for (let length = path.length; length > 0; length--) {
    const node = findNodeAtLocation(tree, path.slice(0, length));
    if (node !== undefined) return node.parent?.type === 'property' ? node.parent : node;
  }
  return tree;
}

function repeatedKey(node: Node): Node | undefined {
  const known = new Set<unknown>();
  for (const child of node.children ?? []) {
    const [key] = child.children ?? [];
    if (child.type === 'property' && key !== undefined) {
      if (known.has(key.value)) return key;
      known.add(key.value);
    }
    const deeper = repeatedKey(child);
    if (deeper !== undefined) return deeper;
  }
  return undefined;
}

function positionOf(text: string, offset: number): Position {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}
