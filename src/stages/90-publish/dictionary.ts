import { DECISION_TABLE } from '../../model/decision-table.ts';
import type { OutputTable } from '../../model/output-tables.ts';
import { OUTPUT_TABLES } from '../../model/output-tables.ts';
import { PARAMETERS } from '../../model/parameters.ts';
import { ROLL_COLUMNS } from '../../model/roll-columns.ts';
import { SOURCE_COLUMNS } from '../../model/source-columns.ts';
import type { Language, Text } from '../../model/text.ts';
import { WORKLIST_COLUMNS, WORKLIST_SHEETS } from '../../model/worklist.ts';

const WORDS = {
  title: { id: 'Kamus data', en: 'Data dictionary' },
  intro: {
    id: 'Setiap tabel dan kolom dalam folder hasil. Nama kolom tetap; kolom baru dapat bertambah.',
    en: 'Every table and column in the output folder. Column names are final; more may follow.',
  },
  sorted: { id: 'Urut', en: 'Sorted by' },
  alsoAs: {
    id: 'Juga sebagai `.csv` dan `.arrow` (Arrow IPC: teks sebagai kamus, BIGINT sebagai Int64, DECIMAL sebagai Float64).',
    en: 'Also as `.csv` and `.arrow` (Arrow IPC: texts as dictionaries, BIGINT as Int64, DECIMAL as Float64).',
  },
  column: { id: 'kolom', en: 'column' },
  type: { id: 'tipe', en: 'type' },
  meaning: { id: 'arti', en: 'meaning' },
  worklists: { id: 'Daftar kerja', en: 'Work lists' },
  worklistsIntro: {
    id: '`worklists/<kode>-<nama>.xlsx`, satu berkas per satker, memuat data pribadi. Judul kolom menurut bahasa proses; kolom kunci tersembunyi, dan lewat kolom itu jawaban kembali.',
    en: "`worklists/<code>-<name>.xlsx`, one file per satker; holds personal data. Headers are in the run's language; key columns are hidden, and by them answers come back.",
  },
  sheet: { id: 'lembar', en: 'sheet' },
  header: { id: 'judul kolom', en: 'header' },
  kind: { id: 'jenis', en: 'kind' },
  shown: { id: 'ditampilkan', en: 'shown' },
  answer: { id: 'diisi petugas', en: 'filled in by the officer' },
  key: { id: 'kunci', en: 'key' },
  input: { id: 'Kolom masukan', en: 'Input columns' },
  roll: { id: 'Kolom yang dapat dibaca aturan', en: 'Columns that a rule may read' },
  rollIntro: {
    id: 'Tabel `roll`: satu baris per pemilih, hanya ada selama proses berjalan.',
    en: 'The table `roll`: one row per voter, there only while a run lasts.',
  },
  parameters: { id: 'Parameter yang dapat dipanggil aturan', en: 'Parameters that a rule may call' },
  aliases: { id: 'judul lain yang dikenali', en: 'other headers understood' },
} as const satisfies Record<string, Text>;

/** The tables in `distribution/`, which are written in three formats. */
function isDistribution({ path }: OutputTable): boolean {
  return path.startsWith('distribution/');
}

function section(table: OutputTable, language: Language): string {
  const rows = table.columns.map(
    ({ name, type, meaning }) => `| \`${name}\` | ${type} | ${meaning[language]} |`,
  );
  return [
    `## ${table.name}`,
    '',
    `\`${table.path}\`: ${table.grain[language]}. ${WORDS.sorted[language]}: ${table.sortedBy.map((name) => `\`${name}\``).join(', ')}.${isDistribution(table) ? ` ${WORDS.alsoAs[language]}` : ''}`,
    '',
    `| ${WORDS.column[language]} | ${WORDS.type[language]} | ${WORDS.meaning[language]} |`,
    '|---|---|---|',
    ...rows,
  ].join('\n');
}

function worklistSection(language: Language): string {
  const rows = (['invalid', 'ganda'] as const).flatMap((sheet) =>
    WORKLIST_COLUMNS[sheet].map(
      ({ key, header, kind }) =>
        `| ${WORKLIST_SHEETS[sheet][language]} | ${header[language]} | \`${key}\` | ${WORDS[kind][language]} |`,
    ),
  );
  return [
    `## ${WORDS.worklists[language]}`,
    '',
    WORDS.worklistsIntro[language],
    '',
    `| ${WORDS.sheet[language]} | ${WORDS.header[language]} | ${WORDS.column[language]} | ${WORDS.kind[language]} |`,
    '|---|---|---|---|',
    ...rows,
  ].join('\n');
}

/** The data dictionary as Markdown, from the registries of published tables, work lists and input columns. */
export function dataDictionary(language: Language): string {
  const inputs = SOURCE_COLUMNS.map(
    ({ name, meaning, aliases }) =>
      `| \`${name}\` | ${meaning[language]} | ${aliases.join(', ').replaceAll('|', '\\|')} |`,
  );
  const readable = ROLL_COLUMNS.map(
    ({ name, type, meaning }) => `| \`${name}\` | ${type} | ${meaning[language]} |`,
  );
  const callable = PARAMETERS.map(
    ({ name, type, meaning }) => `| \`${name}()\` | ${type} | ${meaning[language]} |`,
  );
  const head = [
    `| ${WORDS.column[language]} | ${WORDS.type[language]} | ${WORDS.meaning[language]} |`,
    '|---|---|---|',
  ];
  return `${[
    `# ${WORDS.title[language]}`,
    '',
    WORDS.intro[language],
    '',
    [...OUTPUT_TABLES, DECISION_TABLE].map((table) => section(table, language)).join('\n\n'),
    '',
    worklistSection(language),
    '',
    `## ${WORDS.input[language]}`,
    '',
    `| ${WORDS.column[language]} | ${WORDS.meaning[language]} | ${WORDS.aliases[language]} |`,
    '|---|---|---|',
    ...inputs,
    '',
    `## ${WORDS.roll[language]}`,
    '',
    WORDS.rollIntro[language],
    '',
    ...head,
    ...readable,
    '',
    `## ${WORDS.parameters[language]}`,
    '',
    ...head,
    ...callable,
  ].join('\n')}\n`;
}
