import { expect, test } from 'vitest';
import { openLog } from '../../src/cli/log.ts';
import { observe, stageLine, stageTitle } from '../../src/cli/progress.ts';
import { remainingText } from '../../src/cli/remaining-text.ts';
import { LANGUAGES } from '../../src/model/text.ts';
import { STAGES } from '../../src/pipeline.ts';
import { testIo } from './helpers.ts';

test('every stage has a title in both languages', () => {
  for (const { id } of STAGES) {
    for (const language of LANGUAGES) expect(stageTitle(id, language)).not.toBe(id);
  }
  expect(stageTitle('99-unheard-of', 'id')).toBe('99-unheard-of');
});

test('without a terminal a stage is one JSON line', () => {
  const { io, out, err } = testIo();
  const observer = observe(io, 'id', openLog(io));
  observer.stageStarted('10-ingest');
  observer.stageProgress('10-ingest', 0.5);
  observer.stop();
  expect(JSON.parse(err())).toMatchObject({ level: 'info', stage: '10-ingest' });
  expect(out()).toBe('');
});

test('on a terminal a finished stage is one line, on stderr', () => {
  const { io, out, err } = testIo({ isTTY: true, env: { NO_COLOR: '1' } });
  const observer = observe(io, 'id', openLog(io));
  observer.stageStarted('30-invalid');
  observer.stageProgress('30-invalid', Number.NaN);
  observer.stageProgress('30-invalid', 7);
  observer.stageFinished('30-invalid', 1234, 1_234_567);
  observer.stop();
  expect(err()).toMatch(/✔ memeriksa Data Invalid +1\.234\.567 temuan +1,2 dtk\n/);
  expect(out()).toBe('');
});

test('what a stage counts is named: rows, findings, pairs, pages', () => {
  const { io, err } = testIo({ isTTY: true, env: { NO_COLOR: '1' } });
  const observer = observe(io, 'en', openLog(io));
  for (const id of ['10-ingest', '30-invalid', '40-block', '90-report']) {
    observer.stageStarted(id);
    observer.stageFinished(id, 10, 7);
  }
  observer.stop();
  expect(err().match(/7 \w+/g)).toEqual(['7 rows', '7 findings', '7 pairs', '7 pages']);
});

test('a running stage tells its share, how long the run still takes, and what it has counted', () => {
  const now = new Date(2026, 10, 22, 2, 30);
  const state = { id: '40-block', share: 0.42, counted: 1_234_567, remaining: 6 * 60_000, now };
  expect(stageLine(state, 'id')).toBe(
    '  mencari calon pasangan             ████░░░░░░  42%  ±6 mnt lagi (02.36)  1.234.567 pasangan (bisa berulang)',
  );
  const unknown = { ...state, id: '20-normalise', counted: undefined, remaining: undefined };
  expect(stageLine(unknown, 'en')).toBe('  normalising                        ████░░░░░░  42%');
});

test.each([
  [0, '±5 s left (02:30)'],
  [12_001, '±15 s left (02:30)'],
  [56_000, '±1 min left (02:30)'],
  [59.6 * 60_000, '±1 h 0 min left (03:29)'],
  [125 * 60_000, '±2 h 5 min left (04:35)'],
])('%d ms still to take are told as %s', (ms, told) => {
  expect(remainingText(ms, new Date(2026, 10, 22, 2, 30), 'en')).toBe(told);
});

test('without a terminal the remaining time is logged when a stage starts, and once a minute', () => {
  let now = new Date('2026-11-22T02:00:00Z').getTime();
  const { io, err } = testIo();
  const clocked = { ...io, now: () => new Date(now) };
  const observer = observe(clocked, 'id', openLog(clocked));
  const stages = [{ id: '20-normalise', ms: 600_000 }];
  observer.expected?.({ rows: 10, pairs: 1, stages, other_ms: 0 });
  observer.stageStarted('20-normalise');
  for (const share of [0.01, 0.02, 0.05, 0.1]) {
    now += 30_000;
    observer.stageProgress('20-normalise', share, 5);
  }
  const lines = err().trim().split('\n');
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { msg: 'stage started', remaining_ms: 600_000 },
    { msg: 'stage goes on', share: 0.02, counted: 5 },
    { msg: 'stage goes on', share: 0.1 },
  ]);
});
