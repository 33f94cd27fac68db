import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import picocolors from 'picocolors';
import { beforeAll, describe, expect, test } from 'vitest';
import { decide } from '../../src/cli/commands/decide.ts';
import { explain } from '../../src/cli/commands/explain.ts';
import type { EffectCode } from '../../src/cli/explain/decision-line.ts';
import type { Explanation, GoneExplanation, PairExplanation } from '../../src/cli/explain/explanation.ts';
import { explainKey } from '../../src/cli/explain/index.ts';
import { explanationText } from '../../src/cli/explain/text.ts';
import { findRun } from '../../src/cli/published-run.ts';
import { literal, sql } from '../../src/engine/sql.ts';
import { configSchema } from '../../src/model/config.ts';
import { EXIT } from '../../src/model/errors.ts';
import type { Language } from '../../src/model/text.ts';
import { decision, type NewDecision, shownPair, storeWith } from '../decisions/support.ts';
import { runWith } from '../support/run.ts';
import { withDatabase } from '../support/stages.ts';
import { madeRun, VOCABULARY } from './explain-support.ts';
import { temporaryFolder } from './helpers.ts';
import { calling } from './made-run.ts';

const GROUP = 'bbbb000000000001';
const [PAIR, SURE] = ['aaaa000000000001', 'aaaa000000000002'];
const notDuplicate = { verdict: 'bukan-ganda' } as const;

/** An answer about a row of the made run's group. */
const about = (voter_key: string, stated: Partial<NewDecision> = {}) =>
  decision({ key: GROUP, voter_key, members: 3, ...stated });

interface Nights {
  /** Decisions that the run had read. */
  readonly before?: readonly NewDecision[];
  /** Decisions that were imported after it. */
  readonly after?: readonly NewDecision[];
  readonly showValues?: boolean;
}

async function explained(key: string, { before = [], after = [], showValues = false }: Nights) {
  const folder = temporaryFolder();
  const out = join(folder, 'runs');
  const read = await storeWith(out, before);
  const decisions = { records: read?.records ?? 0, sha256: read?.sha256 ?? null };
  if (after.length > 0) await storeWith(out, after);
  const run = await findRun(await madeRun(folder, { decisions }), { out, cwd: '.' });
  const setting = {
    config: configSchema.parse({}),
    now: () => new Date(0),
    log: { info() {}, warn() {} },
    observer: { stageStarted() {}, stageProgress() {}, stageFinished() {} },
    showValues,
    publishedOnly: true,
    vocabulary: VOCABULARY,
    out,
  };
  const explanation = await withDatabase(async (database) => await explainKey(database, run, key, setting));
  const text = (language: Language) =>
    explanationText(explanation, { ...run, shown: 'runs/latest' }, language, picocolors.createColors(false));
  return { explanation, text };
}

function effects({ decisions }: Explanation): [string | null, EffectCode][] {
  return decisions.map(({ voter_key, effect }) => [voter_key, effect.code]);
}

describe('the decisions on a pair', () => {
  const toSure = shownPair(SURE, '900000003');
  const toTwin = shownPair(PAIR, '900000001', '3374');
  const cleared = about('900000002', { ...notDuplicate, pairs: [toTwin, toSure], remark: 'SUDAH DITEMUI' });

  test('with their effect, in both languages', async () => {
    const { explanation, text } = await explained(PAIR, {
      before: [cleared],
      after: [about('900000001', { satker: '3374', source: '3374-contoh.csv', sheet: null })],
    });
    expect(text('en')).toContain(`
Officers' decisions (names and remarks only for the acting officer, with --show-values)
  NO.  ABOUT      SATKER  DATE        ANSWER           EFFECT
  ───  ─────────  ──────  ──────────  ───────────────  ─────────────────────────────────────────────
    1  900000002  3301    2026-11-21  Not a duplicate  waits for the answer of satker 3374; until
                                                       then the pair is reported
    2  900000001  3374    2026-11-21  MS (eligible)    the row is answered; this alone takes nothing
                                                       out (imported after this run, counts from the
                                                       next one on)
  no. 1: 3301-contoh.xlsx, Data Ganda, row 2, imported 2026-11-22T01:02:03.000Z, asked as
  bbbb000000000001
  no. 2: 3374-contoh.csv, row 2, imported 2026-11-22T01:02:03.000Z, asked as bbbb000000000001
`);
    expect(text('id')).toContain(`
Keputusan petugas (nama dan keterangan hanya bagi petugas, dengan --show-values)
  NO.  TENTANG    SATKER  TANGGAL     JAWABAN      AKIBAT
  ───  ─────────  ──────  ──────────  ───────────  ─────────────────────────────────────────────────
    1  900000002  3301    2026-11-21  Bukan ganda  menunggu jawaban satker 3374; sampai itu pasangan
                                                   tetap dilaporkan
`);
    expect(explanation.decisions.map(({ read_by_run, pairs }) => [read_by_run, pairs])).toEqual([
      [true, [{ pair_key: PAIR, voter_key: '900000001', kode_kabupaten: '3374', state: 'menunggu' }]],
      [false, []],
    ]);
  });

  test('name nobody and hold no remark unless whole values are asked for', async () => {
    const hidden = await explained(PAIR, { before: [cleared] });
    for (const told of [hidden.text('id'), JSON.stringify(hidden.explanation)])
      expect(told).not.toMatch(/Petugas Contoh|DITEMUI|penguji/);
    const shown = await explained(PAIR, { before: [cleared], showValues: true });
    expect(shown.text('en')).toMatch(
      /by\s+penguji,\s+officer\s+Petugas\s+Contoh,\s+remark:\s+SUDAH\s+DITEMUI/,
    );
    expect(shown.explanation.decisions[0]?.people).toEqual({
      officer: 'Petugas Contoh',
      remark: 'SUDAH DITEMUI',
      imported_by: 'penguji',
    });
  });

  test('are those about this pair, not about another of the same row', async () => {
    const other = about('900000002', { ...notDuplicate, pairs: [toSure] });
    expect((await explained(PAIR, { before: [other] })).explanation.decisions).toEqual([]);
    expect(effects((await explained(SURE, { before: [other] })).explanation)).toEqual([
      ['900000002', 'nik-ramai'],
    ]);
  });

  test.each<[string, EffectCode[], NewDecision[]]>([
    ['replaced', ['diganti', 'terjawab'], [cleared, about('900000002', { corrects: true })]],
    ['withdrawn', ['ditarik', 'batal'], [cleared, about('900000002', { verdict: 'batal', pairs: [toTwin] })]],
    ['contradicted', ['bertentangan', 'bertentangan'], [cleared, about('900000002')]],
    [
      'about an earlier content',
      ['usang', 'terjawab'],
      [{ ...cleared, row_fingerprint: 'isi lama' }, about('900000002')],
    ],
    ['about a row that has changed since', ['usang'], [{ ...cleared, row_fingerprint: 'isi lama' }]],
    [
      'about a pair whose other row has changed since',
      ['lawan-berubah'],
      [{ ...cleared, pairs: [shownPair(PAIR, '900000001', '3374', 'isi lama')] }],
    ],
    ['of another satker', ['satker-lain'], [{ ...cleared, satker: '3319' }]],
    [
      'in a group where others contradict each other',
      ['bertentangan'],
      [cleared, about('900000003'), about('900000003', { verdict: 'tms', code: '1' })],
    ],
  ])('%s', async (_, expected, before) => {
    const { explanation } = await explained(PAIR, { before });
    expect(explanation.decisions.map(({ effect }) => effect.code)).toEqual(expected);
  });
});

test('the decisions on a group: of its members, and on rows that have left it', async () => {
  const left = about('900000004', {
    ...notDuplicate,
    key: 'bbbb000000000000',
    pairs: [shownPair('aaaa000000000004', '900000003'), shownPair('aaaa000000000005', '900000009', '3374')],
  });
  const { explanation, text } = await explained(GROUP, {
    before: [about('900000003', { verdict: 'tms', code: '4' }), left, about('900000005', { key: 'other' })],
  });
  expect(effects(explanation)).toEqual([
    ['900000003', 'terjawab'],
    ['900000004', 'sebagian'],
  ]);
  expect(text('en')).toContain('State in this run: terbuka: no answer counts yet.');
  expect(text('id')).toContain('Keadaan dalam proses ini: terbuka: belum ada jawaban yang berlaku.');
  expect(text('id')).toMatch(
    / 900000004 .*Bukan ganda +pasangan yang dikeluarkan karena dua\s+orang: 1 dari 2/,
  );
});

describe('the decisions on findings', () => {
  const ofFinding = (stated: Partial<NewDecision> = {}) =>
    decision({
      kind: 'invalid',
      key: 'cccc000000000001',
      voter_key: '900000002',
      sheet: 'Data Invalid',
      members: null,
      ...stated,
    });

  test('of a voter, beside those on its pairs', async () => {
    const { explanation, text } = await explained('900000002', {
      before: [ofFinding(), about('900000003', { ...notDuplicate, pairs: [shownPair(SURE, '900000002')] })],
    });
    expect(effects(explanation)).toEqual([
      ['900000002', 'dikonfirmasi'],
      ['900000003', 'nik-ramai'],
    ]);
    expect(text('id')).toMatch(/^ +1 {2}aturan-satker .*MS +benar apa adanya/m);
  });

  test('of the finding itself', async () => {
    const { explanation, text } = await explained('cccc000000000001', {
      before: [ofFinding({ verdict: 'ubah-data' }), about('900000002')],
    });
    expect(effects(explanation)).toEqual([['900000002', 'terjawab']]);
    expect(text('en')).toMatch(/aturan-satker .*Data to be changed +the finding is answered/);
  });

  test('that is not in the run say that no decision took it out', async () => {
    const { explanation, text } = await explained('cccc000000000009', {
      before: [ofFinding({ key: 'cccc000000000009' })],
    });
    expect(explanation).toMatchObject({ kind: 'gone', subject: 'finding', removed_by_decision: false });
    expect(effects(explanation)).toEqual([['900000002', 'temuan-tidak-ada']]);
    expect(text('en')).toContain('Not in this run, and not because of a decision');
  });
});

test('a pair that only a later decision settles is not said to be taken out by it', async () => {
  const settled = about('900000001', {
    ...notDuplicate,
    pairs: [shownPair('aaaa000000000009', '900000002')],
  });
  const later = await explained('aaaa000000000009', { after: [settled] });
  expect(later.explanation).toMatchObject({ kind: 'gone', subject: 'pair', removed_by_decision: false });
  const before = await explained('aaaa000000000009', { before: [settled] });
  expect(before.explanation).toMatchObject({ removed_by_decision: true });
  const withdrawn = await explained('aaaa000000000009', {
    before: [settled, { ...settled, verdict: 'batal', corrects: true, id: 'batal' }],
  });
  expect(withdrawn.explanation).toMatchObject({ removed_by_decision: false });
});

const HEADER =
  'dpid,nkk,nik,nama,tempat_lahir,tanggal_lahir,status_perkawinan,jenis_kelamin,alamat,rt,rw,disabilitas,ktp_el,keterangan,sumber,tps,kode_desa';
const row = (dpid: string, nik: string, nama: string, born: string, desa: string) =>
  `${dpid},${desa.slice(0, 6)}0101100001,${nik},${nama},SEMARANG,${born},S,P,JALAN MAWAR,1,1,0,S,,dpt,1,${desa}`;
const SEMARANG = '3374011001';

/** When the clock of `testIo` stands. */
const IMPORTED_AT = new Date(2026, 10, 22, 23, 30).toISOString();

/** A whole run on a busy machine. */
const RUN_MS = 240_000;

interface Keys {
  readonly pair: string;
  readonly group: string;
}

describe('sisir explain, night after night', () => {
  const sisir = calling([explain, decide]);
  let folder: string;
  let out: string;
  let runs: string[];
  /** 11 and 12: one NIK in one satker. 21 and 22: one NIK in two. */
  let alike: Keys;
  let apart: Keys;
  let finding: string;

  async function night(): Promise<string> {
    return (await runWith({ inputs: [join(folder, 'rolls')], out })).folder;
  }

  async function keysOf(run: string, voter: string): Promise<Keys> {
    return await withDatabase(
      async (database) =>
        await database.row<Keys>(sql`SELECT pair_key AS pair, group_key AS "group"
          FROM read_parquet(${literal(join(run, 'data-ganda/pairs.parquet'))})
          JOIN read_parquet(${literal(join(run, 'data-ganda/groups.parquet'))}) ON voter_key = voter_key_a
          WHERE voter_key = ${voter}`),
    );
  }

  async function imported(name: string, lines: readonly string[]): Promise<void> {
    const path = join(folder, name);
    writeFileSync(path, `${lines.join('\n')}\n`);
    const done = await sisir(['decide', 'import', path, '--out', out, '--by', 'penguji']);
    expect([done.exitCode, done.err]).toEqual([EXIT.done, '']);
  }

  async function json(run: string, key: string): Promise<Explanation> {
    const told = await sisir(['explain', run, key, '--published-only', '--json'], { cwd: folder });
    expect(told.exitCode).toBe(EXIT.done);
    return JSON.parse(told.out) as Explanation;
  }

  async function text(key: string, ...argv: string[]): Promise<string> {
    const told = await sisir(['explain', 'latest', key, '--published-only', ...argv], { cwd: folder });
    expect(told.exitCode).toBe(EXIT.done);
    return told.out;
  }

  beforeAll(async () => {
    folder = temporaryFolder();
    out = join(folder, 'runs');
    mkdirSync(join(folder, 'rolls'));
    const rolls = {
      '3374.csv': [
        row('11', '3374014506900017', 'SITI AMINAH', '05|06|1990', SEMARANG),
        row('12', '3374014506900017', 'SITI AMINAH', '05|06|1990', SEMARANG),
        row('21', '3374014506900025', 'DEWI LESTARI', '05|06|1990', SEMARANG),
        row('31', '3374014506200033', 'WAGIYEM', '05|06|1920', SEMARANG),
      ],
      '3301.csv': [row('22', '3374014506900025', 'DEWI LESTARI', '05|06|1990', '3301012001')],
    };
    for (const [name, rows] of Object.entries(rolls))
      writeFileSync(join(folder, 'rolls', name), `${[HEADER, ...rows].join('\n')}\n`);
    const first = await night();
    [alike, apart] = [await keysOf(first, '11'), await keysOf(first, '21')];
    ({ finding } = await withDatabase(
      async (database) =>
        await database.row<{ finding: string }>(sql`SELECT finding_key AS finding
          FROM read_parquet(${literal(join(first, 'data-invalid/*/*.parquet'))})
          WHERE rule_id = 'umur-di-atas-100'`),
    ));
    await imported('3374-ganda.csv', [
      'group_key,voter_key,hasil_verifikasi,petugas,keterangan,tanggal',
      `${alike.group},11,Bukan ganda,Petugas Contoh,kembar,2026-11-21`,
      `${apart.group},21,Bukan ganda,Petugas Contoh,,2026-11-21`,
    ]);
    await imported('3374-invalid.csv', ['finding_key,hasil_verifikasi', `${finding},MS`]);
    runs = [first, await night()];
  }, RUN_MS);

  test('the run before the decisions has the pair, and says what will become of it', async () => {
    const pair = await json(runs[0] ?? '', alike.pair);
    expect(pair).toMatchObject({
      kind: 'pair',
      decisions: [{ voter_key: '11', satker: '3374', read_by_run: false, effect: { code: 'dikeluarkan' } }],
    });
  });

  test('the run after them says that the pair and its group are gone, why, and by whose word', async () => {
    expect(await json(runs[1] ?? '', alike.pair)).toMatchObject({
      kind: 'gone',
      subject: 'pair',
      removed_by_decision: true,
      voter_keys: ['11', '12'],
      groups: [],
      decisions: [
        {
          voter_key: '11',
          verdict: 'bukan-ganda',
          decided_on: '2026-11-21',
          read_by_run: true,
          effect: { code: 'dikeluarkan' },
          people: null,
        },
      ],
      decisions_not_assessed: null,
    } satisfies Partial<Record<keyof GoneExplanation, unknown>>);
    expect(await text(alike.pair)).toBe(`\
Pasangan ${alike.pair}: 11, 12
Tidak dilaporkan dalam proses ini karena keputusan petugas: kedua barisnya dua orang. Dilaporkan
lagi bila isi salah satunya berubah atau keputusannya ditarik.

Keputusan petugas (nama dan keterangan hanya bagi petugas, dengan --show-values)
  NO.  TENTANG  SATKER  TANGGAL     JAWABAN      AKIBAT
  ───  ───────  ──────  ──────────  ───────────  ───────────────────────────────────────────────────
    1  11       3374    2026-11-21  Bukan ganda  dua orang: pasangan tidak dilaporkan dan tidak
                                                 masuk kelompok
  no. 1: 3374-ganda.csv, baris 2, diimpor ${IMPORTED_AT}, ditanyakan sebagai
  ${alike.group}

Tidak satu pun barisnya ada dalam kelompok Data Ganda proses ini.
`);
    const group = await text(alike.group, '--lang', 'en');
    expect(group).toContain(
      `Group ${alike.group}: 11, 12\nNo longer in this run because officers decided so`,
    );
  });

  test('a pair that waits for the other satker is there, and says so', async () => {
    const pair = (await json(runs[1] ?? '', apart.pair)) as PairExplanation;
    expect(pair).toMatchObject({ kind: 'pair', decisions: [{ effect: { code: 'menunggu' } }] });
    expect(await text(apart.group)).toContain('sebagian: belum semua barisnya dijawab satkernya sendiri');
  });

  test('voters: one of whom only decisions are left, one whose finding is confirmed', async () => {
    expect(await text('12', '--lang', 'en')).toContain('there are only decisions of officers');
    expect(await json(runs[1] ?? '', '31')).toMatchObject({
      kind: 'voter',
      findings: expect.arrayContaining([expect.objectContaining({ status: 'dikonfirmasi' })]),
      decisions: [{ kind: 'invalid', key: finding, effect: { code: 'dikonfirmasi' } }],
    });
  });

  test('names are shown on request only, and that is logged without them', async () => {
    expect(await text(alike.pair)).not.toMatch(/Petugas Contoh|kembar|penguji/);
    const told = await sisir(['explain', 'latest', alike.pair, '--show-values'], { cwd: folder });
    expect(told.out).toContain('petugas Petugas Contoh, keterangan: kembar');
    expect(told.err).toContain('"decisions":[1],"msg":"officers\' names shown"');
    expect(told.err).not.toMatch(/Contoh|kembar/);
  });

  test('a run that was opened elsewhere finds the decisions in the output folder', async () => {
    const opened = join(folder, 'opened', 'kopi');
    mkdirSync(join(folder, 'opened'));
    renameSync(runs[0] ?? '', opened);
    mkdirSync(runs[0] ?? '');
    writeFileSync(join(runs[0] ?? '', 'manifest.json'), readFileSync(join(opened, 'manifest.json')));
    expect((await json(opened, alike.pair)).decisions).toHaveLength(1);
    rmSync(runs[0] ?? '', { recursive: true });
    expect((await json(opened, alike.pair)).decisions).toEqual([]);
  });

  test('decisions that cannot be trusted, or are not there, are not told, and the pair is', async () => {
    const path = join(out, 'decisions/decisions.jsonl');
    const store = readFileSync(path, 'utf8');
    writeFileSync(path, store.replace('bukan-ganda', 'ganda-bukan'));
    expect(await json(runs[1] ?? '', apart.pair)).toMatchObject({
      kind: 'pair',
      decisions: [],
      decisions_not_assessed: { code: 'decisions-unreadable' },
    });
    expect(await text(apart.pair, '--lang', 'en')).toContain("Officers' decisions were not read: ");
    writeFileSync(path, store);
    renameSync(join(out, 'decisions'), join(folder, 'away'));
    expect(await json(runs[1] ?? '', apart.pair)).toMatchObject({
      decisions_not_assessed: { code: 'decisions-missing' },
    });
    const unknown = await sisir(['explain', 'latest', alike.pair, '--lang', 'en'], { cwd: folder });
    expect(unknown.exitCode).toBe(EXIT.usage);
    expect(unknown.err).toContain('Whether a decision took it out is not known');
  });
});
