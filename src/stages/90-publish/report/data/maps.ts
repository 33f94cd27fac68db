import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { referenceFolder } from '../../../../engine/reference.ts';

/** One kabupaten/kota of Jawa Tengah in the tile grid, columns and rows from 0. */
export interface Tile {
  readonly code: string;
  readonly name: string;
  readonly column: number;
  readonly row: number;
}

const featureCollection = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(
    z.looseObject({ type: z.literal('Feature'), properties: z.looseObject({ name: z.string() }) }),
  ),
});

export type Boundaries = z.output<typeof featureCollection>;

export interface Maps {
  readonly tiles: readonly Tile[];
  readonly kabupaten: Boundaries;
  readonly kecamatan: Boundaries;
}

/** Boundaries and tile grid of Jawa Tengah. @throws RangeError like `referenceFolder` */
export function loadMaps(folder = join(referenceFolder(), 'map')): Maps {
  const read = (name: string) => readFileSync(join(folder, name), 'utf8');
  const boundaries = (name: string) => featureCollection.parse(JSON.parse(read(name)));
  const [, ...lines] = read('tile-grid.csv').trim().split(/\r?\n/);
  return {
    tiles: lines.map((line) => {
      const [code = '', name = '', column, row] = line.split(',');
      return { code, name, column: Number(column), row: Number(row) };
    }),
    kabupaten: boundaries('kabupaten.geojson'),
    kecamatan: boundaries('kecamatan.geojson'),
  };
}

/** The kecamatan of one kabupaten/kota. */
export function kecamatanOf({ kecamatan }: Maps, kabupaten: string): Boundaries {
  return {
    ...kecamatan,
    features: kecamatan.features.filter(({ properties }) => properties.name.startsWith(kabupaten)),
  };
}
