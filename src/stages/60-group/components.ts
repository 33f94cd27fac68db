/** A graph of rows (nodes, from 0) and the pairs between them (links): one entry a link, each pair of nodes once. */
export interface Links {
  readonly a: Int32Array;
  readonly b: Int32Array;
  /** The weaker, the sooner cut. */
  readonly strength: Int32Array;
  /** 1 where the link may be cut. */
  readonly weak: Int32Array;
}

export interface Components {
  /** Of each node: a node of its component, the same for all of them. */
  readonly component: Int32Array;
  /** Links that were cut, ascending. */
  readonly cut: readonly number[];
}

/** A part of the graph that a bridge hangs on, alone, is no group: fewer rows than this are never cut off. */
const LEAST_SIDE = 2;

/** Depth-first forest: for each node its parent and the link to it (-1 at a root). */
interface Forest {
  /** Nodes in the order in which they were entered: a parent before its children. */
  readonly order: Int32Array;
  readonly parent: Int32Array;
  readonly parentLink: Int32Array;
  /** Nodes at or below each node. */
  readonly size: Int32Array;
  /** 1 where the link to the parent is a bridge: without it the component falls apart. */
  readonly bridge: Uint8Array;
}

function at(array: Int32Array | Uint8Array, index: number): number {
  const value = array[index];
  if (value === undefined) throw new RangeError(`${index} is outside the graph`);
  return value;
}

/** The links of each node: those of node n stand in `link` from `offset[n]` to before `offset[n + 1]`. */
function adjacency(nodes: number, { a, b }: Links): { offset: Int32Array; link: Int32Array } {
  const offset = new Int32Array(nodes + 1);
  for (const ends of [a, b]) for (const node of ends) offset[node + 1] = at(offset, node + 1) + 1;
  for (let node = 0; node < nodes; node++) offset[node + 1] = at(offset, node + 1) + at(offset, node);
  const next = offset.slice();
  const link = new Int32Array(a.length * 2);
  for (const ends of [a, b]) {
    for (const [index, node] of ends.entries()) {
      link[at(next, node)] = index;
      next[node] = at(next, node) + 1;
    }
  }
  return { offset, link };
}

/** Bridges after Tarjan 1974, without recursion: a component may be a chain of many thousand rows. */
function depthFirst(nodes: number, links: Links): Forest {
  const { offset, link } = adjacency(nodes, links);
  const order = new Int32Array(nodes);
  const entered = new Int32Array(nodes).fill(-1);
  const parent = new Int32Array(nodes).fill(-1);
  const parentLink = new Int32Array(nodes).fill(-1);
  const cursor = offset.slice();
  const otherEnd = (index: number, node: number) => {
    const a = at(links.a, index);
    return a === node ? at(links.b, index) : a;
  };
  let count = 0;
  const enter = (node: number) => {
    entered[node] = count;
    order[count++] = node;
  };
  for (let root = 0; root < nodes; root++) {
    if (at(entered, root) >= 0) continue;
    enter(root);
    let node = root;
    while (node >= 0) {
      const place = at(cursor, node);
      if (place === at(offset, node + 1)) {
        node = at(parent, node);
        continue;
      }
      cursor[node] = place + 1;
      const index = at(link, place);
      const other = otherEnd(index, node);
      if (at(entered, other) >= 0) continue;
      parent[other] = node;
      parentLink[other] = index;
      enter(other);
      node = other;
    }
  }

  const size = new Int32Array(nodes).fill(1);
  const lowest = entered.slice();
  const bridge = new Uint8Array(nodes);
  for (const node of order.toReversed()) {
    for (let place = at(offset, node); place < at(offset, node + 1); place++) {
      const index = at(link, place);
      if (index === at(parentLink, node)) continue;
      const other = otherEnd(index, node);
      const reached = at(parentLink, other) === index ? at(lowest, other) : at(entered, other);
      if (reached < at(lowest, node)) lowest[node] = reached;
    }
    const above = at(parent, node);
    if (above < 0) continue;
    size[above] = at(size, above) + at(size, node);
    if (at(lowest, node) === at(entered, node)) bridge[node] = 1;
  }
  return { order, parent, parentLink, size, bridge };
}

/**
 * Cuts weak bridges, the weakest first, while both sides keep at least two nodes. Cutting one bridge makes no other.
 * @returns for each node 1 where the link to its parent is cut
 */
function cutBridges(
  { order, parent, parentLink, size, bridge }: Forest,
  { strength, weak }: Links,
): Uint8Array {
  const cut = new Uint8Array(order.length);
  const above = (node: number) => (at(cut, node) === 1 ? -1 : at(parent, node));
  const candidates = order
    .filter((node) => at(bridge, node) === 1 && at(weak, at(parentLink, node)) === 1)
    .toSorted((left, right) => {
      const [leftLink, rightLink] = [at(parentLink, left), at(parentLink, right)];
      return at(strength, leftLink) - at(strength, rightLink) || leftLink - rightLink;
    });
  for (const node of candidates) {
    const below = at(size, node);
    let root = node;
    while (above(root) >= 0) root = above(root);
    if (below < LEAST_SIDE || at(size, root) - below < LEAST_SIDE) continue;
    for (let next = at(parent, node); next >= 0; next = above(next)) size[next] = at(size, next) - below;
    cut[node] = 1;
  }
  return cut;
}

/**
 * Connected components, after the weak links were cut on which alone two parts of at least two rows hang together.
 * The same graph gives the same answer, whatever the order in which its links are given, when their `strength` differ.
 */
export function linkedComponents(nodes: number, links: Links): Components {
  const forest = depthFirst(nodes, links);
  const cutAbove = cutBridges(forest, links);
  const component = new Int32Array(nodes);
  const cut: number[] = [];
  for (const node of forest.order) {
    const above = at(forest.parent, node);
    if (at(cutAbove, node) === 1) cut.push(at(forest.parentLink, node));
    component[node] = above < 0 || at(cutAbove, node) === 1 ? node : at(component, above);
  }
  return { component, cut: cut.toSorted((left, right) => left - right) };
}
