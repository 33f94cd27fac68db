import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { beforeAll, describe, expect, it } from 'vitest';
import { decide } from '../../src/cli/commands/decide.ts';
import type { ConflictAnswer } from '../../src/cli/decide/conflicts.ts';
import type { ImportReport } from '../../src/cli/decide/import.ts';
import type { SatkerProgress } from '../../src/cli/decide/progress.ts';
import { literal, sql } from '../../src/engine/sql.ts';
import type { Manifest } from '../../src/model/manifest.ts';
import { type ReturningSheet, WORKLIST_COLUMNS, WORKLIST_SHEETS } from '../../src/model/worklist.ts';
import { runWith } from '../support/run.ts';
import { withDatabase } from '../support/stages.ts';
import { temporaryFolder } from './helpers.ts';
import { calling } from './made-run.ts';

const HEADER =
  'dpid,nkk,nik,nama,tempat_lahir,tanggal_lahir,status_perkawinan,jenis_kelamin,alamat,rt,rw,disabilitas,ktp_el,keterangan,sumber,tps,kode_desa';
const row = (dpid: string, nik: string, nama: string, more: { date?: string; desa?: string } = {}) =>
  `${dpid},3374010101100001,${nik},${nama},SEMARANG,${more.date ?? '05|06|1990'},S,P,JALAN MAWAR,1,1,0,S,,dpt,1,${more.desa ?? '3374011001'}`;

/** 11 and 12: one NIK in one satker; 21 and 22: one NIK in two; 31 is 106 years old. */
const SEMARANG = [
  row('11', '3374014506900017', 'SITI AMINAH'),
  row('12', '3374014506900017', 'SITI AMINAH'),
  row('21', '3374014506900025', 'DEWI LESTARI'),
  row('31', '3374014506200033', 'WAGIYEM', { date: '05|06|1920' }),
];
const CILACAP = [row('22', '3374014506900025', 'DEWI LESTARI', { desa: '3301012001' })];

interface Member {
  readonly group_key: string;
  readonly voter_key: string;
  readonly row_fingerprint: string;
  readonly status: string;
}
interface Finding {
  readonly finding_key: string;
  readonly voter_key: string;
  readonly rule_id: string;
  readonly row_fingerprint: string;
  readonly status: string;
  readonly verdict: string | null;
}

async function published(folder: string): Promise<{ members: Member[]; findings: Finding[] }> {
  return await withDatabase(async (database) => ({
    members: await database.rows<Member>(
      sql`FROM read_parquet(${literal(join(folder, 'data-ganda/groups.parquet'))}) ORDER BY voter_key`,
    ),
    findings: await database.rows<Finding>(
      sql`FROM read_parquet(${literal(join(folder, 'data-invalid/*/*.parquet'))}) ORDER BY voter_key, rule_id`,
    ),
  }));
}

/** A work list that a run wrote, filled in and saved by a spreadsheet program. Row key → answers. */
async function filledIn(
  path: string,
  saveAs: string,
  answers: Partial<Record<ReturningSheet, Readonly<Record<string, Cells>>>>,
): Promise<string> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(path);
  for (const kind of ['invalid', 'ganda'] as const) {
    const sheet = workbook.getWorksheet(WORKLIST_SHEETS[kind].id);
    const position = (key: string) => WORKLIST_COLUMNS[kind].findIndex((column) => column.key === key) + 1;
    sheet?.eachRow((line) => {
      const cells = answers[kind]?.[line.getCell(position('voter_key')).text];
      for (const [key, value] of Object.entries(cells ?? {})) line.getCell(position(key)).value = value;
    });
  }
  await workbook.xlsx.writeFile(saveAs, { useSharedStrings: true, useStyles: true });
  return saveAs;
}

/** Lines of a sheet by voter key, with what one column says. */
async function linesOf(
  path: string,
  kind: ReturningSheet,
  column = 'voter_key',
): Promise<Record<string, { line: number; text: string }>> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(path);
  const position = (name: string) => WORKLIST_COLUMNS[kind].findIndex(({ key }) => key === name) + 1;
  const found: Record<string, { line: number; text: string }> = {};
  workbook.getWorksheet(WORKLIST_SHEETS[kind].id)?.eachRow((line) => {
    const key = line.getCell(position('voter_key')).text;
    found[key] = { line: line.number, text: line.getCell(position(column)).text };
  });
  return found;
}

type Cells = Readonly<Record<string, ExcelJS.CellValue>>;

/** A list with the sheets of a work list and any rows. */
async function writeWorkList(
  path: string,
  sheets: Partial<Record<ReturningSheet, readonly Cells[]>>,
): Promise<string> {
  const workbook = new ExcelJS.Workbook();
  workbook.addWorksheet('Ringkasan').addRow(['Daftar kerja']);
  for (const kind of ['invalid', 'ganda'] as const) {
    const columns = WORKLIST_COLUMNS[kind];
    const sheet = workbook.addWorksheet(WORKLIST_SHEETS[kind].id);
    sheet.addRow(columns.map(({ header }) => header.id));
    for (const cells of sheets[kind] ?? []) sheet.addRow(columns.map(({ key }) => cells[key] ?? null));
  }
  await workbook.xlsx.writeFile(path, { useSharedStrings: true, useStyles: true });
  return path;
}

/** A whole run on a busy machine. */
const RUN_MS = 240_000;

const call = calling([decide]);
let folder: string;
let out: string;
let lists: string;
let first: { members: Member[]; findings: Finding[] };

const member = (voterKey: string) => {
  const found = first.members.find(({ voter_key }) => voter_key === voterKey);
  if (found === undefined) throw new Error(`no member ${voterKey}`);
  return { group_key: found.group_key, voter_key: voterKey, row_fingerprint: found.row_fingerprint };
};
const finding = (rule: string) => {
  const found = first.findings.find(({ rule_id }) => rule_id === rule);
  if (found === undefined) throw new Error(`no finding of ${rule}`);
  return {
    voter_key: found.voter_key,
    finding_keys: found.finding_key,
    row_fingerprint: found.row_fingerprint,
  };
};
const officer = { petugas: 'Petugas Contoh', tanggal: new Date(Date.UTC(2026, 10, 21)) };

async function nextNight(): Promise<{ folder: string; manifest: Manifest }> {
  return await runWith({ inputs: [join(folder, 'rolls')], out, threads: 1, worklists: true });
}

async function imported(...words: string[]): Promise<{ report: ImportReport; exitCode: number }> {
  const {
    exitCode,
    out: text,
    err,
  } = await call(['decide', 'import', ...words, '--out', out, '--json', '--by', 'penguji']);
  expect(err).toBe('');
  return { report: JSON.parse(text), exitCode };
}

beforeAll(async () => {
  folder = temporaryFolder();
  out = join(folder, 'runs');
  mkdirSync(join(folder, 'rolls'));
  writeFileSync(join(folder, 'rolls/3374.csv'), `${[HEADER, ...SEMARANG].join('\n')}\n`);
  writeFileSync(join(folder, 'rolls/3301.csv'), `${[HEADER, ...CILACAP].join('\n')}\n`);
  const run = await nextNight();
  first = await published(run.folder);
  lists = join(run.folder, 'worklists');
}, RUN_MS);

describe('sisir decide', () => {
  it('finds what the story needs', () => {
    expect(first.members.map(({ voter_key, status }) => `${voter_key}:${status}`)).toEqual([
      '11:terbuka',
      '12:terbuka',
      '21:terbuka',
      '22:terbuka',
    ]);
  });

  it('refuses a list whole, and says what is wrong by sheet, row and column', async () => {
    const path = await writeWorkList(join(folder, '3374-semarang.xlsx'), {
      invalid: [
        { ...finding('umur-di-atas-100'), hasil_verifikasi: 'Bukan ganda' },
        { ...finding('umur-di-atas-100'), finding_keys: 'ffffffffffffffff', hasil_verifikasi: 'MS' },
      ],
      ganda: [
        { ...member('11'), hasil_verifikasi: 'sepertinya RAHASIA', ...officer },
        { ...member('12'), hasil_verifikasi: 'MS', tanggal: '31/02/2026' },
        { ...member('12'), hasil_verifikasi: 'MS', tanggal: '2030-01-01' },
        { hasil_verifikasi: 'MS' },
        { ...member('21'), hasil_verifikasi: 'MS', ...officer },
      ],
    });
    const { report, exitCode } = await imported(path);
    expect(exitCode).toBe(3);
    expect(report).toMatchObject({ added: 0, refused: 1, records: 0 });
    expect(
      report.lists[0]?.problems.map(({ code, sheet, line, column }) => [code, sheet, line, column]),
    ).toEqual([
      ['hasil-tidak-berlaku', 'Data Invalid', 2, 'hasil_verifikasi'],
      ['hasil-tidak-terbaca', 'Data Ganda', 2, 'hasil_verifikasi'],
      ['tanggal-tidak-terbaca', 'Data Ganda', 3, 'tanggal'],
      ['tanggal-di-masa-depan', 'Data Ganda', 4, 'tanggal'],
      ['kunci-kosong', 'Data Ganda', 5, 'group_key'],
      ['kunci-tidak-dikenal', 'Data Invalid', 3, 'finding_keys'],
    ]);
    const told = await call(['decide', 'import', path, '--out', out]);
    expect(told.out).toContain('Data Ganda, baris 2, kolom hasil_verifikasi: hasil-tidak-terbaca');
    expect(told.out).not.toContain('RAHASIA');
  });

  it('refuses what is no list of answers', async () => {
    writeFileSync(join(folder, 'rusak.xlsx'), 'bukan zip');
    writeFileSync(join(folder, 'lain.csv'), 'nama,umur\nA,1\n');
    const files = ['tidak-ada.xlsx', 'rusak.xlsx', 'lain.csv', 'rolls'].map((name) => join(folder, name));
    const { report, exitCode } = await imported(...files);
    expect(exitCode).toBe(3);
    expect(report.lists.map(({ problems }) => problems.map(({ code }) => code))).toEqual([
      ['berkas-tidak-ada'],
      ['bukan-xlsx'],
      ['kolom-tidak-ada', 'kolom-tidak-ada'],
      ['berkas-tidak-ada'],
    ]);
  });

  it('imports a filled-in work list once, however often it comes', async () => {
    const written = join(lists, '3374-kota-semarang.xlsx');
    const path = await filledIn(written, join(folder, '3374-kota-semarang.xlsx'), {
      invalid: { '31': { hasil_verifikasi: 'MS', ...officer } },
      ganda: {
        '11': {
          hasil_verifikasi: { richText: [{ text: 'Bukan ' }, { text: 'ganda', font: { bold: true } }] },
          keterangan: 'kembar, sudah ditemui',
          petugas: 'Petugas Contoh',
          tanggal: 46_347,
        },
        '12': { keterangan: 'belum ditemui' },
        '21': { hasil_verifikasi: 'bukan ganda', petugas: 'Petugas Contoh', tanggal: '21 November 2026' },
      },
    });
    const line = (await linesOf(written, 'ganda'))['12']?.line ?? 0;
    const { report, exitCode } = await imported(path);
    expect(exitCode).toBe(0);
    expect(report).toMatchObject({ added: 3, known: 0, refused: 0, records: 3, conflicts: 0 });
    expect(report.lists[0]).toMatchObject({
      satker: '3374',
      answered: 3,
      unanswered: [{ sheet: 'Data Ganda', line }],
      half_answered: [{ sheet: 'Data Ganda', line }],
      of_others: 0,
    });
    expect((await imported(path)).report).toMatchObject({ added: 0, known: 3, records: 3 });
    const stored = readFileSync(join(out, 'decisions/decisions.jsonl'), 'utf8').trim().split('\n');
    const records = stored.map((record): { voter_key: string } => JSON.parse(record));
    expect(records.toSorted((a, b) => a.voter_key.localeCompare(b.voter_key))).toMatchObject([
      {
        verdict: 'bukan-ganda',
        decided_on: '2026-11-21',
        remark: 'kembar, sudah ditemui',
        pairs: [{ voter_key: '12' }],
      },
      {
        verdict: 'bukan-ganda',
        decided_on: '2026-11-21',
        pairs: [{ voter_key: '22', kode_kabupaten: '3301' }],
      },
      { kind: 'invalid', verdict: 'ms', decided_on: '2026-11-21', imported_by: 'penguji', voter_key: '31' },
    ]);
    expect(statSync(join(out, 'decisions')).mode & 0o777).toBe(0o700);
  });

  it('shows at once how far each satker is, and against its targets', async () => {
    writeFileSync(
      join(folder, 'sisir.config.json'),
      JSON.stringify({
        out: 'runs',
        targets: [
          { indicator: 'ganda-selesai', at_least: 0.5 },
          { indicator: 'ganda-selesai', at_least: 0.9, satker: ['33.74'] },
        ],
      }),
    );
    const { out: text, err } = await call(['decide', 'status', '--json'], { cwd: folder });
    expect(err).toBe('');
    const { satker } = JSON.parse(text) as { satker: SatkerProgress[] };
    expect(satker).toMatchObject([
      {
        kode_kabupaten: '3301',
        groups: 1,
        groups_partly: 1,
        members: 1,
        members_answered: 0,
        targets: [{ value: 0, at_least: 0.5, met: false }],
      },
      {
        kode_kabupaten: '3374',
        findings_confirmed: 1,
        groups: 2,
        groups_partly: 2,
        members: 3,
        members_answered: 2,
        targets: [{ at_least: 0.9, met: false }],
      },
    ]);
    const told = await call(['decide', 'status', '--lang', 'en'], { cwd: folder });
    expect(told.out).toContain('Follow-up of run');
    expect(told.out).toContain('ganda-selesai');
  });

  it(
    'is honoured by the next run',
    async () => {
      const { folder: run, manifest } = await nextNight();
      const { members, findings } = await published(run);
      expect(members.map(({ voter_key, status }) => `${voter_key}:${status}`)).toEqual([
        '21:sebagian',
        '22:sebagian',
      ]);
      expect(findings.find(({ rule_id }) => rule_id === 'umur-di-atas-100')).toMatchObject({
        status: 'dikonfirmasi',
        verdict: 'ms',
      });
      expect(manifest.decisions).toMatchObject({
        records: 3,
        pairs_dismissed: 1,
        groups_by_status: { sebagian: 1 },
        findings_by_status: { dikonfirmasi: 1 },
      });
      const list = join(run, 'worklists/3374-kota-semarang.xlsx');
      expect(await linesOf(list, 'ganda', 'jawaban')).toMatchObject({
        '21': { text: 'Bukan ganda' },
        '22': { text: '' },
      });
      expect(Object.keys(await linesOf(list, 'invalid'))).not.toContain('31');
      expect(manifest.rows).toMatchObject({ accepted: 5, flagged: 2 });
      const text = readFileSync(join(run, 'manifest.json'), 'utf8');
      expect(text).not.toMatch(/Petugas Contoh|ditemui/);
    },
    RUN_MS,
  );

  it('lists answers that contradict each other, until one is corrected', async () => {
    const answers = (name: string, verdict: string) => {
      const { group_key, voter_key } = member('22');
      const path = join(folder, name);
      writeFileSync(
        path,
        `sep=;\ngroup_key;voter_key;hasil;petugas\r\n${group_key};${voter_key};${verdict};"A;\nB"\r\n`,
      );
      return path;
    };
    expect((await imported(answers('3301-a.csv', 'TMS 2'))).report).toMatchObject({ added: 1, conflicts: 2 });
    const { out: json } = await call(['decide', 'conflicts', '--out', out, '--json']);
    const { conflicts } = JSON.parse(json) as { conflicts: ConflictAnswer[] };
    expect(conflicts.map(({ voter_key, satker, verdict }) => [voter_key, satker, verdict])).toEqual(
      expect.arrayContaining([
        ['21', '3374', 'bukan-ganda'],
        ['22', '3301', 'tms'],
      ]),
    );
    const told = await call(['decide', 'conflicts', '--out', out]);
    expect(told.out).toContain('3301-a.csv, baris 3');
    expect(told.out).not.toContain('Petugas');
    expect((await imported(answers('3301-b.csv', 'MS'), '--correct')).report).toMatchObject({
      added: 1,
      conflicts: 0,
    });
    expect((await imported(answers('3301-b.csv', 'MS'), '--correct')).report).toMatchObject({
      added: 0,
      known: 1,
    });
    expect((await imported(answers('3301-a.csv', 'TMS 2'))).report).toMatchObject({
      added: 0,
      known: 1,
      conflicts: 0,
    });
  });

  it('does not let one answer of an import correct another of the same', async () => {
    const { group_key, voter_key } = member('11');
    const path = join(folder, 'dua.csv');
    writeFileSync(
      path,
      `group_key,voter_key,hasil\n${group_key},${voter_key},MS\n${group_key},${voter_key},TMS 1\n`,
    );
    expect((await imported(path, '--correct')).report).toMatchObject({ added: 2, conflicts: 1 });
    writeFileSync(path, `group_key,voter_key,hasil\n${group_key},${voter_key},Bukan ganda\n`);
    expect((await imported(path, '--correct')).report).toMatchObject({ added: 1, conflicts: 0 });
  });

  it('withdraws an answer', async () => {
    const path = join(folder, 'batal.csv');
    const pair = 'group_key,voter_key,hasil,kode_satker\n';
    writeFileSync(path, `${pair}${member('22').group_key},22,Batal,33.01\n`);
    expect((await imported(path)).report).toMatchObject({ added: 1 });
    expect((await imported(path)).report).toMatchObject({ added: 0, known: 1 });
  });

  it('stops a run, and itself, when the store was changed', async () => {
    const path = join(out, 'decisions/decisions.jsonl');
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.replace('"verdict":"ms"', '"verdict":"xx"'));
    await expect(nextNight()).rejects.toThrow('breaks at record 2');
    const { exitCode, err } = await call(['decide', 'status', '--out', out, '--lang', 'en']);
    expect(exitCode).toBe(3);
    expect(err).toContain('the chain of decisions breaks at record 2');
    writeFileSync(path, text);
  });

  it('says what it cannot do', async () => {
    expect((await call(['decide', 'stats', '--lang', 'en'])).err).toContain('Perhaps "status" is meant');
    expect((await call(['decide', 'import', '--out', out, '--lang', 'en'])).err).toContain(
      'There is no file',
    );
    expect((await call(['decide', 'import', 'x.csv', '--out', temporaryFolder()])).err).toContain(
      'Belum ada hasil',
    );
    expect((await call(['decide', 'import', 'x.csv', '--out', out, '--satker', 'Kudus'])).exitCode).toBe(2);
  });
});
