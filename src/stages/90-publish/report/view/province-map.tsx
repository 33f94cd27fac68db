import type { VNode } from 'preact';
import type { Text } from '../../../../model/text.ts';
import { type Report, shortName } from '../data/report.ts';
import { Note, State } from './parts.tsx';
import { MapFigure, measuresOf, rateSpecs } from './where.tsx';
import { WORDS } from './words.ts';

const TEXTS = {
  map: {
    id: 'Angka setiap satker, dengan satu skala warna',
    en: 'The figures of every satker, on one colour scale',
  },
  mapUnit: {
    id: 'Setiap kabupaten/kota satu petak, agar kota kecil tampak. Pilih petaknya untuk membuka laporan satker.',
    en: 'One tile for each kabupaten/kota, so that small kota are seen. Choose a tile to open the report of the satker.',
  },
  noMap: {
    id: 'Peta tersedia untuk Jawa Tengah; daftar ini memuat wilayah lain.',
    en: 'There is a map of Jawa Tengah; this roll holds other areas.',
  },
} as const satisfies Readonly<Record<string, Text>>;

/** Address of a satker's page from the province's. */
export function satkerHref(code: string): string {
  return `kabupaten/${code}.html`;
}

/** The map and the tiles of all satker. */
export function SatkerMap({ report }: { report: Report }): VNode {
  const { satker, maps } = report;
  const rows = new Map(satker.map((row) => [row.code, row]));
  if (!maps.tiles.some(({ code }) => rows.has(code))) return <State text={TEXTS.noMap} />;
  const perThousand = (text: Text): Text => ({
    id: `${text.id}, per 1.000 pemilih`,
    en: `${text.en}, per 1,000 voters`,
  });
  const specs = [
    ...rateSpecs(rows, perThousand),
    {
      id: 'voters',
      label: WORDS.voters,
      digits: 0,
      valueOf: (code: string) => rows.get(code)?.voters ?? null,
    },
  ];
  const areas = maps.tiles.map(({ code, name }) => ({
    code,
    name,
    href: rows.has(code) ? satkerHref(code) : undefined,
  }));
  return (
    <MapFigure
      id="peta"
      title={TEXTS.map}
      subtitle={TEXTS.mapUnit}
      geojson={maps.kabupaten}
      measures={measuresOf(specs, areas)}
      tiles={maps.tiles}
      areaTitle={WORDS.satker}
      height={360}
    />
  );
}

/** The satker of the map that sent no row. */
export function Silent({ report }: { report: Report }): VNode | null {
  const sent = new Set(report.satker.map(({ code }) => code));
  const missing = report.maps.tiles.filter(({ code }) => !sent.has(code));
  if (missing.length === 0 || missing.length === report.maps.tiles.length) return null;
  const names = missing.map(({ name }) => shortName(name)).join(', ');
  return (
    <Note
      text={{
        id: `Tidak ada baris dari ${missing.length} satker: ${names}.`,
        en: `There is no row from ${missing.length} satker: ${names}.`,
      }}
    />
  );
}
