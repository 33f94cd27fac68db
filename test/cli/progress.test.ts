import { expect, test } from 'vitest';
import { openLog } from '../../src/cli/log.ts';
import { observe, stageTitle } from '../../src/cli/progress.ts';
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
  expect(err()).toMatch(/✔ memeriksa Data Invalid +1\.234\.567 baris +1,2 dtk\n/);
  expect(out()).toBe('');
});
