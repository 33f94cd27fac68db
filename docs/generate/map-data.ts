import { z } from 'zod';

const position = z.tuple([z.number(), z.number()]);
const arcIndexes = z.array(z.int());
const named = { properties: z.object({ kode: z.string(), nama: z.string() }) };
const topologySchema = z.object({
  transform: z.object({ scale: position, translate: position }).optional(),
  arcs: z.array(z.array(position)),
  objects: z.record(
    z.string(),
    z.object({
      geometries: z.array(
        z.discriminatedUnion('type', [
          z.object({ type: z.literal('Polygon'), arcs: z.array(arcIndexes), ...named }),
          z.object({ type: z.literal('MultiPolygon'), arcs: z.array(z.array(arcIndexes)), ...named }),
        ]),
      ),
    }),
  ),
});

type Position = z.output<typeof position>;

/** Decimals of a degree that are kept: about 100 m, finer than a line on the page. */
const DECIMALS = 3;

/**
 * A TopoJSON of boundaries as GeoJSON, one feature a line, in the order of the codes; `name` is the code without dots.
 * Arcs are decoded as in the TopoJSON specification, section 2.1.4: deltas where there is a transform, ~i reversed.
 */
export function boundariesOf(topojson: string): string {
  const topology = topologySchema.parse(JSON.parse(topojson));
  const arcs = topology.arcs.map((arc) => decoded(arc, topology.transform));
  const ring = (indexes: readonly number[]) => thinned(joined(indexes.map((index) => arcOf(arcs, index))));
  const polygon = (rings: readonly (readonly number[])[]) =>
    rings.map(ring).filter((points) => points.length > 3);
  const features = Object.values(topology.objects)
    .flatMap(({ geometries }) => geometries)
    .map((geometry) => {
      const polygons = geometry.type === 'Polygon' ? [geometry.arcs] : geometry.arcs;
      const coordinates = polygons.map(polygon).filter((rings) => rings.length > 0);
      const name = geometry.properties.kode.replaceAll('.', '');
      return { name, line: feature(name, coordinates) };
    })
    .toSorted((left, right) => (left.name < right.name ? -1 : 1));
  return `{"type":"FeatureCollection","features":[\n${features.map(({ line }) => line).join(',\n')}\n]}\n`;
}

function feature(name: string, coordinates: readonly Position[][][]): string {
  return JSON.stringify({
    type: 'Feature',
    properties: { name },
    geometry: { type: 'MultiPolygon', coordinates },
  });
}

function decoded(
  arc: readonly Position[],
  transform: z.output<typeof topologySchema>['transform'],
): Position[] {
  if (transform === undefined) return [...arc];
  const { scale, translate } = transform;
  let x = 0;
  let y = 0;
  return arc.map(([dx, dy]) => {
    x += dx;
    y += dy;
    return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
  });
}

function arcOf(arcs: readonly Position[][], index: number): Position[] {
  const arc = arcs[index < 0 ? ~index : index];
  if (arc === undefined) throw new RangeError(`the topology has no arc ${index}`);
  return index < 0 ? arc.toReversed() : arc;
}

/** Arcs end to end; the first point of each but the first is the last of the one before. */
function joined(arcs: readonly Position[][]): Position[] {
  return arcs.flatMap((arc, index) => (index === 0 ? arc : arc.slice(1)));
}

/** Rounded, without points that rounding made equal to the one before. */
function thinned(points: readonly Position[]): Position[] {
  const round = (value: number) => Number(value.toFixed(DECIMALS));
  const rounded = points.map(([x, y]): Position => [round(x), round(y)]);
  return rounded.filter(
    ([x, y], index) => index === 0 || x !== rounded[index - 1]?.[0] || y !== rounded[index - 1]?.[1],
  );
}
