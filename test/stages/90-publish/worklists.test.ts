import { readFileSync, statSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeBook } from '../../../rules/code-books.ts';
import { ruleBookOf } from '../../../src/cli/rule-book.ts';
import { sql } from '../../../src/engine/sql.ts';
import { configSchema } from '../../../src/model/config.ts';
import {
  DIFFERING_COLUMNS,
  PERSON_COLUMNS,
  verdictChoices,
  WORKLIST_COLUMNS,
  type WorklistFile,
} from '../../../src/model/worklist.ts';
import { withStages } from '../../../src/pipeline.ts';
import { writeWorklists } from '../../../src/stages/90-publish/worklists/index.ts';
import { REFERENCE_DATE } from '../../support/stages.ts';
import { type OpenedList, type OpenedRow, openList, sheetOf } from './opened.ts';

const SHEETS = ['invalid', 'ganda'] as const;
const LIMIT = 20;

/** Values of a cell that a spreadsheet might run, or that XML or the reader might spoil; each in a row of its own. */
const HOSTILE = [
  '=HYPERLINK("http://example.org","klik")',
  '+62811',
  '-1+1',
  '@SUM(A1)',
  '\t=1+1',
  '\r=1+1',
  "<script>alert('&amp;')</script>",
  'A _x0041_ B',
  'SITI\u0001AMINAH',
  'NI MADE \u202Eرقم',
  '000123',
  '1E+15',
];

function hostileRoll(): string {
  const header =
    'dpid,nkk,nik,nama,tempat_lahir,tanggal_lahir,status_perkawinan,jenis_kelamin,alamat,rt,rw,tps,kode_desa';
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const rows = HOSTILE.map((value, index) =>
    [
      `h${index}`,
      '',
      '012345678901234',
      value,
      value,
      '01|02|1980',
      'S',
      'L',
      value,
      '001',
      '002',
      '001',
      '3371011001',
    ]
      .map(quoted)
      .join(','),
  );
  return `${[header, ...rows].join('\n')}\n`;
}

interface Finding {
  readonly kode_kabupaten: string;
  readonly finding_key: string;
}
interface Member {
  readonly kode_kabupaten: string;
  readonly group_key: string;
  readonly voter_key: string;
}
interface RollRow {
  readonly voter_key: string;
  readonly nik: string | null;
  readonly nama: string | null;
  readonly alamat: string | null;
  readonly kode_kabupaten: string;
}

let root: string;
let files: WorklistFile[];
let splitFiles: WorklistFile[];
let lists: OpenedList[];
let splitLists: OpenedList[];
let findings: Finding[];
let members: Member[];
let roll: Map<string, RollRow>;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'sisir-worklists-'));
  const hostile = join(root, '3371-hostile.csv');
  await writeFile(hostile, hostileRoll());
  const config = configSchema.parse({
    inputs: [hostile, ...['3371', '3374'].map((code) => resolve(`samples/jateng-kecil/${code}.csv`))],
    worklists: false,
  });
  const options = {
    config,
    ruleBook: await ruleBookOf(config),
    referenceDate: REFERENCE_DATE,
    engineVersion: 'test',
    now: () => new Date('2026-11-22T01:02:03Z'),
    log: { info() {}, warn() {} },
    observer: { stageStarted() {}, stageProgress() {}, stageFinished() {} },
  };
  await withStages(options, '90-publish', async (context) => {
    const { database } = context;
    const into = async (name: string, threads: number, limit?: number) =>
      await writeWorklists({ ...context, threads, outputFolder: join(root, name) }, () => undefined, limit);
    files = await into('whole', 2);
    await into('again', 1);
    splitFiles = await into('split', 2, LIMIT);
    const code = sql`lpad(CAST(area_kabupaten AS VARCHAR), 4, '0') AS kode_kabupaten`;
    findings = await database.rows(
      sql`SELECT ${code}, finding_key FROM finding WHERE severity IN ('error', 'warning')`,
    );
    members = await database.rows(sql`SELECT ${code}, group_key, voter_key FROM ganda_group`);
    const rows = await database.rows<RollRow>(sql`SELECT ${code}, voter_key, nik, nama, alamat FROM roll`);
    roll = new Map(rows.map((row) => [row.voter_key, row]));
  });
  lists = await Promise.all(files.map(async ({ path }) => await openList(join(root, 'whole'), path)));
  splitLists = await Promise.all(
    splitFiles.map(async ({ path }) => await openList(join(root, 'split'), path)),
  );
});

afterAll(async () => await rm(root, { recursive: true, force: true }));

function satkerOf({ path }: { readonly path: string }): string {
  return /\/(\d{4})-/.exec(path)?.[1] ?? '';
}

function keysOf(rows: readonly OpenedRow[]): string[] {
  return rows.flatMap((row) => String(row['finding_keys']).split(' '));
}

function memberOf(row: OpenedRow): string {
  return `${String(row['group_key'])} ${String(row['voter_key'])}`;
}

/** Spreadsheets read `_x005F_` as `_`; exceljs does so in shared strings only. */
function unescaped(cell: string | number | undefined): string {
  return String(cell).replaceAll('_x005F_', '_');
}

function isForeign(row: OpenedRow): boolean {
  return String(row['satker']).includes('satker lain');
}

describe('what a work list holds', () => {
  it('is each error and warning of the satker, once', () => {
    for (const list of lists) {
      const wanted = findings.filter(({ kode_kabupaten }) => kode_kabupaten === satkerOf(list));
      expect(keysOf(list.invalid).toSorted()).toEqual(
        wanted.map((finding) => finding.finding_key).toSorted(),
      );
    }
    expect(lists.flatMap(({ invalid }) => keysOf(invalid))).toHaveLength(findings.length);
  });

  it('is one row for each voter', () => {
    for (const { invalid } of lists) {
      const voters = invalid.flatMap((row) => row['voter_key'] ?? []);
      expect(new Set(voters).size).toBe(voters.length);
    }
  });

  it('is every member of every group that the satker has a part in', () => {
    for (const list of lists) {
      const own = members.filter(({ kode_kabupaten }) => kode_kabupaten === satkerOf(list));
      const groups = new Set(own.map(({ group_key }) => group_key));
      const wanted = members.filter(({ group_key }) => groups.has(group_key));
      expect(list.ganda.map(memberOf).toSorted()).toEqual(
        wanted.map(({ group_key, voter_key }) => `${group_key} ${voter_key}`).toSorted(),
      );
      expect(list.ganda.filter((row) => !isForeign(row))).toHaveLength(own.length);
    }
    expect(lists.flatMap(({ ganda }) => ganda).some(isForeign)).toBe(true);
  });

  it('is what the run says that it wrote', () => {
    expect(lists.map(({ invalid, ganda }) => [invalid.length, ganda.length])).toEqual(
      files.map(({ rows_invalid, rows_ganda }) => [rows_invalid, rows_ganda]),
    );
    expect(files.map(({ path }) => path)).toContain('worklists/3371-kota-magelang.xlsx');
    expect(files.map(({ path }) => path)).toContain('worklists/3374-kota-semarang.xlsx');
  });

  it('keeps the members of a group together, in numbered groups', () => {
    for (const { ganda } of lists) {
      const numbers = ganda.map((row) => Number(row['kelompok']));
      expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
      const groups = new Set(ganda.map((row) => `${String(row['kelompok'])} ${String(row['group_key'])}`));
      expect(groups.size).toBe(numbers.at(-1) ?? 0);
    }
  });

  it('follows the walk: the rows of a kecamatan, a desa and a TPS stand together', () => {
    for (const { invalid } of lists) {
      for (const columns of [['kecamatan'], ['kecamatan', 'desa'], ['kecamatan', 'desa', 'tps']]) {
        const places = invalid.map((row) => columns.map((column) => row[column]).join('|'));
        const changes = places.filter((place, index) => place !== places[index - 1]);
        expect(changes).toHaveLength(new Set(changes).size);
      }
    }
  });

  it('marks the values that differ within a group and names their columns', () => {
    for (const { book, ganda } of lists) {
      const sheet = sheetOf(book, 'ganda');
      for (const [index, row] of ganda.entries()) {
        const named = String(row['berbeda'] ?? '').split(', ');
        for (const { key } of DIFFERING_COLUMNS) {
          const position = WORKLIST_COLUMNS.ganda.findIndex((column) => column.key === key);
          const header = WORKLIST_COLUMNS.ganda[position]?.header.id ?? '';
          const fill = sheet.getCell(index + 2, position + 1).fill as
            | { fgColor?: { argb: string } }
            | undefined;
          expect(fill?.fgColor !== undefined).toBe(named.includes(header));
        }
      }
    }
  });
});

describe('whole values', () => {
  it('stand for the own voters: a NIK survives as text, with all its characters', () => {
    const own = lists.flatMap(({ invalid, ganda }) => [
      ...invalid,
      ...ganda.filter((row) => !isForeign(row)),
    ]);
    const withNik = own.filter((row) => row['nik'] !== undefined);
    expect(withNik.length).toBeGreaterThan(50);
    for (const row of own) expect(row['nik'] ?? null).toBe(roll.get(String(row['voter_key']))?.nik ?? null);
    expect(withNik.some((row) => String(row['nik']).length === 16)).toBe(true);
  });

  it('are masked for voters of another satker', () => {
    for (const row of lists.flatMap(({ ganda }) => ganda).filter(isForeign)) {
      expect(String(row['nik'] ?? '')).not.toMatch(/\d{7}/);
      expect(String(row['nkk'] ?? '')).not.toMatch(/\d{7}/);
      expect(String(row['tempat_lahir'] ?? '*')).toMatch(/^\*+$/);
      expect(String(row['tanggal_lahir'] ?? '')).not.toMatch(/\d[|/-]\d/);
      expect(String(row['nama'] ?? 'A')).toMatch(/^(\S{1,2})( \S{1,2})*$|^[A9]/);
      expect(row['dpid'] ?? null).not.toBeNull();
    }
  });
});

describe('a hostile value', () => {
  it.each(HOSTILE.map((value, index) => [JSON.stringify(value), index] as const))(
    '%s stays the text it is',
    (_, index) => {
      const wanted = roll.get(`h${index}`);
      const row = lists
        .flatMap(({ invalid }) => invalid)
        .find((candidate) => candidate['voter_key'] === `h${index}`);
      const inXml = (text: string | null | undefined) =>
        text?.replaceAll('\u0001', ' ').replaceAll('\r', ' ');
      expect(unescaped(row?.['nama'])).toBe(inXml(wanted?.nama));
      expect(unescaped(row?.['alamat'])).toBe(inXml(wanted?.alamat));
      expect(row?.['nik']).toBe('012345678901234');
      expect(row?.['nkk']).toBeUndefined();
    },
  );
});

describe('the sheets', () => {
  it('are text, but for the counters', () => {
    for (const { invalid, ganda } of lists)
      for (const row of [...invalid, ...ganda])
        for (const [key, value] of Object.entries(row))
          expect(typeof value).toBe(key === 'no' || key === 'kelompok' ? 'number' : 'string');
  });

  it('hold no formula', () => {
    for (const { xml } of lists)
      for (const sheet of [1, 2, 3, 4]) expect(xml[`xl/worksheets/sheet${sheet}.xml`]).not.toMatch(/<f[ >]/);
  });

  it.each(SHEETS)('%s: header frozen, filtered and printed on every page', (name) => {
    for (const { book, [name]: rows } of lists) {
      const sheet = sheetOf(book, name);
      expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
      const last = Math.max(rows.length, 1) + 1;
      expect(sheet.autoFilter).toMatch(new RegExp(`^A1:[A-Z]+${last}$`));
      expect(sheet.pageSetup).toMatchObject({
        paperSize: 9,
        orientation: 'landscape',
        fitToWidth: 1,
        fitToHeight: 0,
        printTitlesRow: '1:1',
      });
      expect(sheet.columns.every(({ width }) => (width ?? 0) > 0)).toBe(true);
    }
  });

  it.each(SHEETS)('%s: keys hidden, only answers unlocked, drop-down and date asked for', (name) => {
    const [list] = lists.filter(({ [name]: rows }) => rows.length > 0);
    if (list === undefined) throw new Error('no list has rows');
    const sheet = sheetOf(list.book, name);
    for (const [index, { kind }] of WORKLIST_COLUMNS[name].entries()) {
      const column = sheet.getColumn(index + 1);
      expect(column.hidden).toBe(kind === 'key');
      expect(column.protection?.locked ?? true).toBe(kind !== 'answer');
    }
    const at = (key: string) => WORKLIST_COLUMNS[name].findIndex((column) => column.key === key) + 1;
    const last = list[name].length + 1;
    for (const row of [2, last]) {
      expect(sheet.getCell(row, at('hasil_verifikasi')).dataValidation).toMatchObject({ type: 'list' });
      expect(sheet.getCell(row, at('tanggal')).dataValidation).toMatchObject({ type: 'date' });
    }
    const { formulae } = sheet.getCell(2, at('hasil_verifikasi')).dataValidation;
    const range = /^Petunjuk!\$A\$(\d+):\$A\$(\d+)$/.exec(String(formulae[0]));
    const guide = sheetOf(list.book, 'guide');
    const entries: string[] = [];
    for (let row = Number(range?.[1]); row <= Number(range?.[2]); row++)
      entries.push(guide.getCell(row, 1).text);
    expect(entries).toEqual(verdictChoices(codeBook('pdpb-2025'), name).map(({ label }) => label.id));
    expect(sheet.getCell(2, 1).protection?.locked ?? true).toBe(true);
  });

  it('stand in the order that spreadsheets ask for', () => {
    const order = [
      'sheetData',
      'sheetProtection',
      'autoFilter',
      'conditionalFormatting',
      'dataValidations',
      'pageMargins',
    ];
    for (const { xml } of lists) {
      const text = xml['xl/worksheets/sheet3.xml'] ?? '';
      const places = order.map((tag) => text.indexOf(`<${tag}`));
      expect(places).toEqual(places.toSorted((a, b) => a - b));
      expect(Math.min(...places)).toBeGreaterThan(0);
    }
  });

  it('say of whom: title, reference date and figures in the summary', () => {
    for (const [index, { book }] of lists.entries()) {
      const sheet = sheetOf(book, 'summary');
      const texts: string[] = [];
      sheet.eachRow((row) => texts.push(`${row.getCell(1).text}: ${row.getCell(2).text}`));
      expect(texts[0]).toContain(files[index]?.kode_kabupaten);
      expect(texts).toContain(`Tanggal acuan: ${REFERENCE_DATE}`);
      expect(texts).toContain(`Baris Data Invalid: ${files[index]?.rows_invalid}`);
      expect(texts).toContain(`Baris Data Ganda: ${files[index]?.rows_ganda}`);
    }
  });
});

describe('the files', () => {
  it('are open to their owner only', () => {
    expect(statSync(join(root, 'whole', 'worklists')).mode & 0o777).toBe(0o700);
    for (const { path } of files) expect(statSync(join(root, 'whole', path)).mode & 0o777).toBe(0o600);
  });

  it('are the same bytes again, whatever the number of threads', () => {
    for (const { path } of files)
      expect(readFileSync(join(root, 'again', path)).equals(readFileSync(join(root, 'whole', path)))).toBe(
        true,
      );
  });
});

describe('over the limit of rows', () => {
  it('a satker gets a file for each kecamatan, and parts where even that is too long', () => {
    expect(splitFiles.map(({ path }) => path)).toContainEqual(
      expect.stringMatching(/3374-kota-semarang-337409-gajahmungkur-1\.xlsx$/),
    );
    for (const { book } of splitLists)
      for (const name of SHEETS) expect(sheetOf(book, name).rowCount).toBeLessThanOrEqual(LIMIT);
    expect(new Set(splitFiles.map(({ path }) => path)).size).toBe(splitFiles.length);
  });

  it('nothing is lost, and no group is cut', () => {
    const parts = (satker: string) => splitLists.filter((list) => satkerOf(list) === satker);
    for (const list of lists) {
      const rows = parts(satkerOf(list));
      expect(keysOf(rows.flatMap(({ invalid }) => invalid)).toSorted()).toEqual(
        keysOf(list.invalid).toSorted(),
      );
      expect(rows.flatMap(({ ganda }) => ganda.map(memberOf)).toSorted()).toEqual(
        list.ganda.map(memberOf).toSorted(),
      );
      const homes = rows.flatMap(({ path, ganda }) =>
        [...new Set(ganda.map((row) => row['group_key']))].map((group) => `${path} ${String(group)}`),
      );
      expect(homes).toHaveLength(new Set(list.ganda.map((row) => row['group_key'])).size);
    }
  });

  it('a split file is of its kecamatan only', () => {
    for (const [index, { invalid }] of splitLists.entries()) {
      if (splitFiles[index]?.kode_kecamatan === null) continue;
      expect(new Set(invalid.map((row) => row['kecamatan'])).size).toBeLessThanOrEqual(1);
    }
  });
});

it('shows of a person what the model says', () => {
  const keys: readonly string[] = WORKLIST_COLUMNS.invalid.map(({ key }) => key);
  for (const column of PERSON_COLUMNS) expect(keys).toContain(column);
});
