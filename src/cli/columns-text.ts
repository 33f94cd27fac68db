import { SOURCE_COLUMN_NAMES, type SourceColumnName } from '../model/source-columns.ts';
import type { Language, Text } from '../model/text.ts';
import type { ColumnReport, ColumnsReport } from '../stages/10-ingest/describe.ts';
import { type NumberFormat, numberFormat } from './format.ts';
import { MAX_WIDTH, table, wrap } from './table.ts';

type Say = (id: string, en: string) => string;

const PATTERNS_SHOWN = 3;

/** A line above the header with such a number may be a voter's row: it is not shown. */
const LONG_NUMBER = /\d{8,}/;

const TITLE_SHOWN = 60;

const AREA_FROM: Readonly<Record<NonNullable<ColumnsReport['area']>['from'], Text>> = {
  file: { id: 'nama berkas', en: 'file name' },
  folder: { id: 'nama folder', en: 'folder name' },
  config: { id: 'konfigurasi', en: 'config' },
  none: { id: 'tidak disebut', en: 'said nowhere' },
};
const ORDER_FROM: Readonly<Record<NonNullable<ColumnsReport['dateOrder']>['from'], Text>> = {
  rows: { id: 'dari isi berkas', en: "from the file's rows" },
  config: { id: 'dari konfigurasi', en: 'from the config' },
  default: { id: 'baku, isi berkas tidak menentukan', en: 'the default, the rows cannot tell' },
};

/** How a file is understood, for `sisir columns`: its form, its columns with their commonest patterns, what is left over. */
export function columnsText(report: ColumnsReport, language: Language): string {
  const say: Say = (id, en) => (language === 'id' ? id : en);
  const numbers = numberFormat(language);
  return [
    report.path,
    table([{ title: '' }, { title: '', wraps: true }], facts(report, language, say, numbers), {
      indent: '  ',
      header: false,
    }),
    '',
    columnTable(report.columns, say, numbers),
    ...leftOver(report, say),
  ].join('\n');
}

function facts(report: ColumnsReport, language: Language, say: Say, numbers: NumberFormat): string[][] {
  const { format, compressed, encoding, delimiter, quoted, lines, titles, rows, dateOrder, area } = report;
  const shownDelimiter = delimiter === '\t' ? 'tab' : delimiter;
  const quotes = quoted === true ? say(', bertanda kutip', ', quoted') : '';
  const { count } = numbers;
  const known: [string, string | undefined][] = [
    [
      say('bentuk', 'format'),
      format === undefined ? undefined : `${format}${compressed === true ? ' (gz)' : ''}`,
    ],
    [say('sandi', 'encoding'), encoding],
    [say('pemisah', 'delimiter'), shownDelimiter === undefined ? undefined : `${shownDelimiter}${quotes}`],
    [
      say('baris fisik', 'lines'),
      lines === undefined
        ? undefined
        : say(
            `${count(lines.total)} (judul ${count(lines.title)}, kosong ${count(lines.blank)}, jumlah ${count(lines.totals)})`,
            `${count(lines.total)} (title ${count(lines.title)}, blank ${count(lines.blank)}, totals ${count(lines.totals)})`,
          ),
    ],
    ...titles.map((title): [string, string] => [
      say('baris judul', 'title line'),
      LONG_NUMBER.test(title)
        ? say(
            `(${count(title.length)} karakter, memuat nomor panjang)`,
            `(${count(title.length)} characters, with a long number)`,
          )
        : title.slice(0, TITLE_SHOWN),
    ]),
    [
      say('baris data', 'rows'),
      say(
        `${count(rows.read)} dibaca, ${count(rows.accepted)} diterima, ${count(rows.rejected)} ditolak`,
        `${count(rows.read)} read, ${count(rows.accepted)} accepted, ${count(rows.rejected)} rejected`,
      ),
    ],
    [
      say('urutan tanggal', 'date order'),
      dateOrder === undefined ? undefined : orderText(dateOrder, language, say),
    ],
    [
      say('wilayah', 'area'),
      area === undefined
        ? undefined
        : `${area.kabupaten === undefined ? '–' : area.kabupaten} (${AREA_FROM[area.from][language]})`,
    ],
  ];
  return known.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
}

function orderText(dateOrder: NonNullable<ColumnsReport['dateOrder']>, language: Language, say: Say): string {
  const conflict = say('; baris-barisnya saling bertentangan', '; its rows contradict one another');
  return `${dateOrder.order} (${ORDER_FROM[dateOrder.from][language]})${dateOrder.contradict ? conflict : ''}`;
}

function columnTable(columns: readonly ColumnReport[], say: Say, numbers: NumberFormat): string {
  return table(
    [
      { title: say('KOLOM', 'COLUMN') },
      { title: say('JUDUL BERKAS', 'HEADER') },
      { title: say('TERISI', 'FILLED'), align: 'right' },
      { title: say('BERBEDA ≈', 'DISTINCT ≈'), align: 'right' },
      { title: say('POLA TERSERING', 'COMMONEST PATTERNS'), wraps: true },
    ],
    columns.map((column) => [
      column.column,
      column.headers.join(' + ').slice(0, TITLE_SHOWN / 2),
      numbers.percent(column.fillRate),
      numbers.count(column.distinct),
      column.patterns
        .slice(0, PATTERNS_SHOWN)
        .map(({ pattern, rows }) => `${pattern} (${numbers.count(rows)})`)
        .join(', '),
    ]),
  );
}

function leftOver({ columns, unusedHeaders }: ColumnsReport, say: Say): string[] {
  const taken = new Set<SourceColumnName>(columns.map(({ column }) => column));
  const absent = SOURCE_COLUMN_NAMES.filter((name) => !taken.has(name));
  const lists: [string, readonly string[]][] = [
    [say('Kolom yang tidak ada', 'Absent columns'), absent],
    [say('Judul yang tidak dipakai', 'Headers not used'), unusedHeaders],
  ];
  return lists.flatMap(([title, names]) =>
    names.length === 0 ? [] : ['', ...wrap(`${title}: ${names.join(', ')}`, MAX_WIDTH)],
  );
}
