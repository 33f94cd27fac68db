import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Links, linkedComponents } from '../../../src/stages/60-group/components.ts';

interface Edge {
  readonly a: number;
  readonly b: number;
  readonly strength: number;
  readonly weak: boolean;
}

function linksOf(edges: readonly Edge[]): Links {
  return {
    a: Int32Array.from(edges, ({ a }) => a),
    b: Int32Array.from(edges, ({ b }) => b),
    strength: Int32Array.from(edges, ({ strength }) => strength),
    weak: Int32Array.from(edges, ({ weak }) => (weak ? 1 : 0)),
  };
}

/** Nodes that can be reached from one, by walking every edge again and again. */
function reachable(from: number, edges: readonly Edge[]): Set<number> {
  const reached = new Set([from]);
  for (let before = 0; before < reached.size; ) {
    before = reached.size;
    for (const { a, b } of edges) {
      if (reached.has(a)) reached.add(b);
      if (reached.has(b)) reached.add(a);
    }
  }
  return reached;
}

/** Removes one weak edge after another, the weakest first, and looks whether two parts of two or more are left. */
function oracle(nodes: number, edges: readonly Edge[]): { component: number[]; cut: number[] } {
  const cut = new Set<Edge>();
  for (const edge of edges
    .filter(({ weak }) => weak)
    .toSorted((left, right) => left.strength - right.strength)) {
    const others = edges.filter((other) => other !== edge && !cut.has(other));
    const sideA = reachable(edge.a, others);
    if (!sideA.has(edge.b) && sideA.size >= 2 && reachable(edge.b, others).size >= 2) cut.add(edge);
  }
  const left = edges.filter((edge) => !cut.has(edge));
  return {
    component: Array.from({ length: nodes }, (_, node) => Math.min(...reachable(node, left))),
    cut: edges.flatMap((edge, index) => (cut.has(edge) ? [index] : [])),
  };
}

/** Components named by their smallest node. */
function bySmallest(component: Int32Array): number[] {
  const smallest = new Map<number, number>();
  for (const [node, name] of component.entries()) if (!smallest.has(name)) smallest.set(name, node);
  return Array.from(component, (name) => smallest.get(name) ?? -1);
}

/** Graphs of up to 14 nodes, sparse enough to have bridges; strengths differ. */
const graph = fc.integer({ min: 1, max: 14 }).chain((nodes) => {
  const numbers = Array.from({ length: nodes }, (_, node) => node);
  const allPairs = numbers.flatMap((a) => numbers.slice(a + 1).map((b) => [a, b] as const));
  const drawn = fc.shuffledSubarray(allPairs, { maxLength: Math.min(allPairs.length, nodes + 2) });
  return fc.record({
    nodes: fc.constant(nodes),
    edges: drawn.chain((pairs) =>
      fc
        .tuple(
          fc.shuffledSubarray(
            pairs.map((_, index) => index * 10),
            { minLength: pairs.length },
          ),
          fc.array(fc.boolean(), { minLength: pairs.length, maxLength: pairs.length }),
        )
        .map(([strengths, weak]) =>
          pairs.map(([a, b], index) => ({
            a,
            b,
            strength: strengths[index] ?? 0,
            weak: weak[index] ?? false,
          })),
        ),
    ),
  });
});

describe('linkedComponents', () => {
  it('equals a search that removes each weak link and looks, on random graphs', () => {
    let cuts = 0;
    fc.assert(
      fc.property(graph, ({ nodes, edges }) => {
        const expected = oracle(nodes, edges);
        const { component, cut } = linkedComponents(nodes, linksOf(edges));
        cuts += cut.length;
        expect(bySmallest(component)).toEqual(expected.component);
        expect(cut).toEqual(expected.cut);
      }),
      { numRuns: 1000, seed: 1 },
    );
    expect(cuts).toBeGreaterThan(100);
  });

  it('does not depend on the order of links or on which end stands first', () => {
    fc.assert(
      fc.property(graph, ({ nodes, edges }) => {
        const turned = edges.map((edge) => ({ ...edge, a: edge.b, b: edge.a })).toReversed();
        const straight = linkedComponents(nodes, linksOf(edges));
        const other = linkedComponents(nodes, linksOf(turned));
        expect(bySmallest(other.component)).toEqual(bySmallest(straight.component));
        expect(other.cut.map((index) => edges.length - 1 - index).toReversed()).toEqual(straight.cut);
      }),
      { numRuns: 100, seed: 2 },
    );
  });

  it('walks a chain of 200,000 rows, and cuts it into parts of at least two', () => {
    const nodes = 200_000;
    const chain = Array.from({ length: nodes - 1 }, (_, a) => ({
      a,
      b: a + 1,
      strength: a % 997,
      weak: true,
    }));
    const strong = linkedComponents(nodes, linksOf(chain.map((edge) => ({ ...edge, weak: false }))));
    expect(new Set(strong.component).size).toBe(1);
    const { component, cut } = linkedComponents(nodes, linksOf(chain));
    const sizes = new Map<number, number>();
    for (const name of component) sizes.set(name, (sizes.get(name) ?? 0) + 1);
    expect(sizes.size).toBe(cut.length + 1);
    expect(Math.min(...new Set(sizes.values()))).toBe(2);
    expect(Math.max(...new Set(sizes.values()))).toBe(3);
  });

  it('has an answer for no links and no rows', () => {
    expect([...linkedComponents(3, linksOf([])).component]).toEqual([0, 1, 2]);
    expect(linkedComponents(0, linksOf([])).component).toHaveLength(0);
  });
});
