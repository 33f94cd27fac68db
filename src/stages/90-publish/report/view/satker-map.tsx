import type { VNode } from 'preact';
import type { Text } from '../../../../model/text.ts';
import type { Boundaries } from '../data/maps.ts';
import type { Area } from '../data/tables.ts';
import { MapFigure, measuresOf, rateSpecs } from './where.tsx';
import { WORDS } from './words.ts';

const TEXTS = {
  map: { id: 'Angka setiap kecamatan', en: 'The figures of every kecamatan' },
  mapUnit: { id: 'Per 1.000 pemilih kecamatan itu.', en: 'Per 1,000 voters of the kecamatan.' },
} as const satisfies Readonly<Record<string, Text>>;

/** The map of a satker's kecamatan; each leads to its row. */
export function KecamatanMap({
  geojson,
  kecamatan,
}: {
  geojson: Boundaries;
  kecamatan: readonly Area[];
}): VNode {
  const rows = new Map(kecamatan.map((row) => [row.code, row]));
  const areas = kecamatan
    .filter(({ code }) => code !== '')
    .map(({ code, name }) => ({ code, name: name ?? code, href: `#kec-${code}` }));
  return (
    <MapFigure
      id="peta"
      title={TEXTS.map}
      subtitle={TEXTS.mapUnit}
      geojson={geojson}
      measures={measuresOf(rateSpecs(rows), areas)}
      areaTitle={WORDS.kecamatan}
      height={380}
    />
  );
}
