import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { evaluate } from '../../src/cli/commands/evaluate.ts';
import type { Evaluation } from '../../src/cli/evaluate/evaluation.ts';
import { EXIT } from '../../src/model/errors.ts';
import { temporaryFolder } from './helpers.ts';
import { calling, makeRun, type TableRow } from './made-run.ts';

const sisir = calling([evaluate]);

function pair(a: string, b: string, tier: string, match_probability: number, grade = 'mirip'): TableRow {
  return { dpid_a: a, dpid_b: b, voter_key_a: a, voter_key_b: b, tier, grade, match_probability };
}

const PAIRS = [
  pair('A1', 'A2', 'pasti', 0.999, 'K1'),
  pair('B2', 'B1', 'kuat', 0.97),
  pair('C1', 'C2', 'tinjau', 0.6),
  pair('D', 'E', 'pasti', 0.995, 'K3'),
  pair('D', 'A1', 'kuat', 0.96),
  pair('E', 'X', 'tinjau', 0.7),
  pair('B1', 'F1', 'tinjau', 0.55),
];

/** Six true pairs: A, B, F and the three of C. */
const TRUTH = `errors,person_id,dpid
name-typo,1,A2
,1,A1
name-typo;nik-cut,2,B2
,2,B1
,3,C1
,3,C2
nkk-changed,3,C3
trap:twin,4,D
trap:twin,5,E
,6,F1
"nik-cut",6,F2
,7,G
,8,G
,,H
`;

let run: string;
let cwd: string;
let truth: string;

beforeAll(async () => {
  cwd = temporaryFolder();
  run = await makeRun(join(cwd, 'runs', '20261122T010203Z'), { pairs: PAIRS });
  truth = join(cwd, 'truth.csv');
  writeFileSync(truth, TRUTH);
});

async function evaluated(file: string): Promise<Evaluation> {
  const { exitCode, out, err } = await sisir(
    ['evaluate', run, '--truth', file, '--published-only', '--json'],
    { cwd },
  );
  expect([exitCode, err]).toEqual([EXIT.done, '']);
  return JSON.parse(out) as Evaluation;
}

describe('sisir evaluate, of what was published', () => {
  test('counts the truth', async () => {
    expect((await evaluated(truth)).truth).toEqual({
      rows: 11,
      rows_incomplete: 1,
      rows_of_repeated_dpid: 2,
      rows_without_voter: null,
      persons: 6,
      true_pairs: 6,
      published_pairs: 7,
      published_pairs_outside_truth: 1,
    });
  });

  test('precision and recall by tier, probability and grade', async () => {
    const { tiers, thresholds, grades } = await evaluated(truth);
    const figures = (detection: object) => Object.values(detection);
    expect(tiers.map(figures)).toEqual([
      ['pasti', 2, 1, 1, 5, 1 / 2, 1 / 6, 2 / 8],
      ['kuat', 4, 2, 2, 4, 1 / 2, 2 / 6, 4 / 10],
      ['tinjau', 6, 3, 3, 3, 1 / 2, 3 / 6, 6 / 12],
    ]);
    const counted = thresholds.map((found) => [found.threshold, found.pairs, found.true_positives]);
    expect(counted).toEqual([
      [0.5, 6, 3],
      [0.6, 5, 3],
      [0.7, 4, 2],
      [0.8, 4, 2],
      [0.9, 4, 2],
      [0.95, 4, 2],
      [0.99, 2, 1],
      [0.999, 1, 1],
    ]);
    expect(grades.map(figures)).toEqual([
      ['pasti', 'K', 2, 1, 1, 0.5],
      ['kuat', 'K', 2, 1, 1, 0.5],
      ['tinjau', 'K', 2, 1, 1, 0.5],
      ['pasti', 'mirip', 0, 0, 0, null],
      ['kuat', 'mirip', 2, 1, 1, 0.5],
      ['tinjau', 'mirip', 4, 2, 2, 0.5],
    ]);
  });

  test('recall by kind of error, false pairs by trap', async () => {
    const { error_kinds, traps } = await evaluated(truth);
    expect(
      error_kinds.map(({ kind, true_pairs, found, recall }) => [
        kind,
        true_pairs,
        ...Object.values(found),
        recall,
      ]),
    ).toEqual([
      ['name-typo', 2, 1, 2, 2, 1],
      ['nik-cut', 2, 0, 1, 1, 0.5],
      ['nkk-changed', 2, 0, 0, 0, 0],
      ['exact', 1, 0, 0, 1, 1],
    ]);
    expect(traps).toEqual([
      { trap: 'trap:twin', rows: 2, false_positives: { pasti: 1, kuat: 1, tinjau: 0 }, per_row: 1 },
      { trap: 'none', rows: null, false_positives: { pasti: 0, kuat: 0, tinjau: 1 }, per_row: null },
    ]);
  });

  test('calibration', async () => {
    const { calibration } = await evaluated(truth);
    expect(calibration.pairs).toBe(6);
    expect(calibration.expected_calibration_error).toBeCloseTo(2.874 / 6, 9);
    expect(calibration.brier).toBeCloseTo(2.375026 / 6, 8);
  });

  test('says what it did not assess, in both languages', async () => {
    expect(await evaluated(truth)).toMatchObject({
      blocking: null,
      wrongful_flags: null,
      candidate_calibration: null,
      not_assessed: { code: 'published-only' },
    });
    const argv = ['evaluate', run, '--truth', truth, '--published-only'];
    const [id, en] = [await sisir(argv, { cwd }), await sisir([...argv, '--lang', 'en'], { cwd })];
    expect(id.out).toMatch(/^ {2}kuat +4 +2 +2 +4 +0,5000 +0,3333 +0,4000$/m);
    expect(id.out).toContain('Tidak dinilai: temuan aturan blok');
    expect(en.out).toMatch(/^ {2}kuat +4 +2 +2 +4 +0\.5000 +0\.3333 +0\.4000$/m);
    expect(en.out).toMatch(/^ {2}nik-cut +2 +0 +1 +1 +0\.5000$/m);
    expect(en.out).toMatch(/^ {2}twin +2 +1 +1 +0 +1\.0000$/m);
    expect(en.out).toMatch(/^ {2}0\.95–1\.00 +4 +0\.9810 +0\.5000$/m);
    expect(en.out).toContain('Calibration of the published pairs: ECE 0.4790, Brier 0.39584');
    for (const { out } of [id, en])
      expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
  });

  test('does not depend on the order of the truth, its line ends, or how it is packed', async () => {
    const [header = '', ...lines] = TRUTH.trim().split('\n');
    const turned = join(cwd, 'turned.csv.gz');
    writeFileSync(turned, gzipSync(`\uFEFF${[header, ...lines.toReversed()].join('\r\n')}\r\n`));
    expect(await evaluated(turned)).toEqual(await evaluated(truth));
  });
});

describe('sisir evaluate, when the stages could run again', () => {
  test('says that an input file is gone', async () => {
    const inputs = [{ path: join(cwd, 'gone.csv'), sha256: '', kode_kabupaten: null }];
    const other = await makeRun(join(cwd, 'gone'), { pairs: PAIRS, manifest: { inputs } });
    const { exitCode, out } = await sisir(['evaluate', other, '--truth', truth, '--json'], { cwd });
    expect(exitCode).toBe(EXIT.done);
    expect(JSON.parse(out)).toMatchObject({ blocking: null, not_assessed: { code: 'input-missing' } });
  });

  test('says that an input file has changed', async () => {
    writeFileSync(join(cwd, 'changed.csv'), 'dpid\n');
    const inputs = [{ path: join(cwd, 'changed.csv'), sha256: 'ab', kode_kabupaten: null }];
    const other = await makeRun(join(cwd, 'changed'), { pairs: PAIRS, manifest: { inputs } });
    const { out } = await sisir(['evaluate', other, '--truth', truth], { cwd });
    expect(out).toContain('berubah sejak proses itu');
  });

  test('says that the settings are of another version', async () => {
    const manifest = { parameters: { unknown_key: 1 } };
    const other = await makeRun(join(cwd, 'other'), { pairs: PAIRS, manifest });
    const { out } = await sisir(['evaluate', other, '--truth', truth, '--json'], { cwd });
    expect(JSON.parse(out)).toMatchObject({ not_assessed: { code: 'settings-changed' } });
  });
});

describe('sisir evaluate refuses', () => {
  const cases: [string, string, RegExp][] = [
    ['a truth without person_id', 'dpid,person\nA1,1\n', /has no column person_id/],
    ['an empty truth', '', /has no column dpid and person_id/],
    ['a truth of another roll', 'dpid,person_id\nZ1,1\nZ2,1\n', /None of the 2 dpids/],
    ['a line that is no CSV', 'dpid,person_id\nA1,1,2,3\n', /cannot be read as CSV/],
    ['an open quote', 'dpid,person_id\nA1,"1\nA2,1\nB1,2"\n', /has 4 lines, but 1 were read/],
    [
      'persons that are none',
      `dpid,person_id\n${Array.from({ length: 15_000 }, (_, at) => `${at},1`).join('\n')}\n`,
      /112492500 pairs of one person/,
    ],
  ];
  test.each(cases)('%s', async (name, content, message) => {
    const file = join(cwd, `${name.replaceAll(' ', '-')}.csv`);
    writeFileSync(file, content);
    const { exitCode, out, err } = await sisir(
      ['evaluate', run, '--truth', file, '--published-only', '--lang', 'en'],
      { cwd },
    );
    expect([exitCode, out]).toEqual([EXIT.usage, '']);
    expect(err).toMatch(message);
  });

  test('no truth, a truth that is not there, and a run that is not there', async () => {
    expect((await sisir(['evaluate', run], { cwd })).err).toContain('--truth belum ada');
    expect((await sisir(['evaluate', run, '--truth', 'none.csv'], { cwd })).err).toContain(
      'none.csv tidak dapat dibaca (ENOENT)',
    );
    expect((await sisir(['evaluate', '20261122T010203', '--truth', truth], { cwd })).err).toContain(
      'Mungkin maksudnya "20261122T010203Z"',
    );
  });

  test('a folder whose manifest is none', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'manifest.json'), '{}');
    expect((await sisir(['evaluate', folder, '--truth', truth], { cwd })).err).toContain('bukan manifest');
  });
});

test('a run is found by its folder, by a path from here, and by its id below the output folder', async () => {
  for (const word of [run, join('runs', '20261122T010203Z'), '20261122T010203Z']) {
    const { exitCode, out } = await sisir(
      ['evaluate', word, '--truth', truth, '--published-only', '--json'],
      { cwd },
    );
    expect(exitCode).toBe(EXIT.done);
    expect(JSON.parse(out)).toMatchObject({ run_id: '20261122T010203Z' });
  }
});
