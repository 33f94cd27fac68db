import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { reportFailure } from '../../src/cli/failure.ts';
import { openLog } from '../../src/cli/log.ts';
import { EXIT, InputError, SisirError } from '../../src/model/errors.ts';
import { testIo } from './helpers.ts';

const NIK = '3374015203900001';
const NAME = 'SITI AMINAH';

function told(error: unknown, debug = false, language: 'id' | 'en' = 'id') {
  const { io, err } = testIo();
  const exitCode = reportFailure(error, { io, language, debug });
  return { exitCode, text: err() };
}

describe('an expected failure', () => {
  test('has its own words and exit code, and no trace', () => {
    const problems = [{ path: 'a.csv', code: 'berkas-kosong', line: 3, text: { id: 'kosong', en: 'empty' } }];
    expect(told(new InputError(problems))).toEqual({
      exitCode: EXIT.inputRefused,
      text: 'sisir: galat: a.csv:3: berkas-kosong: kosong\n',
    });
    expect(told(new SisirError(EXIT.locked, { id: 'terkunci', en: 'locked' }), true, 'en')).toEqual({
      exitCode: EXIT.locked,
      text: 'sisir: error: locked\n',
    });
  });
});

describe('an error that nobody waits for', () => {
  test.each(['setImmediate(() => { throw error; })', 'Promise.reject(error)'])('%s', (stray) => {
    const main = new URL('../../src/cli/main.ts', import.meta.url).href;
    const code = `import { tellStrayErrors } from '${main}'; tellStrayErrors(['--lang', 'en']);
      const error = new Error('cannot read "${NAME}" of ${NIK}'); ${stray};`;
    const child = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code], {
      encoding: 'utf8',
    });
    expect([child.status, child.stdout]).toEqual([EXIT.unexpected, '']);
    expect(child.stderr).toBe(
      'sisir: An unexpected error occurred: cannot read "***" of ####\nRun again with --debug to see the trace. Results already published are unchanged.\n',
    );
  });
});

describe('an unexpected failure', () => {
  const error = new Error(
    `Conversion Error: Could not convert string '${NAME}' ${NIK} to INT\nOriginal Line: 1,${NIK},${NAME}`,
  );

  test('shows neither data nor trace', () => {
    const { exitCode, text } = told(error);
    expect(exitCode).toBe(EXIT.unexpected);
    expect(text).toContain('Terjadi kesalahan tak terduga: Conversion Error');
    expect(text).toContain('--debug');
    expect(text).not.toContain(NIK);
    expect(text).not.toContain(NAME);
    expect(text).not.toMatch(/^\s+at /m);
  });

  test('with --debug shows the trace, still without data', () => {
    const { text } = told(error, true);
    expect(text).toMatch(/^\s+at /m);
    expect(text).not.toContain(NIK);
    expect(text).not.toContain(NAME);
  });

  test.each([undefined, null, 'text', { a: 1 }])('may be anything: %j', (thrown) => {
    expect(told(thrown).exitCode).toBe(EXIT.unexpected);
  });
});

describe('the log', () => {
  test('is JSON lines when nobody watches, and holds no data of an error', () => {
    const { io, err } = testIo();
    const log = openLog(io);
    log.info({ stage: '10-ingest' }, 'stage started');
    log.warn({ err: new Error(`value '${NAME}' ${NIK}`) }, 'odd');
    const lines = err()
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines[0]).toEqual({
      level: 'info',
      time: io.now().toISOString(),
      stage: '10-ingest',
      msg: 'stage started',
    });
    expect(err()).not.toContain(NIK);
    expect(err()).not.toContain(NAME);
  });

  test('on a terminal shows warnings only, as text', () => {
    const { io, err } = testIo({ isTTY: true });
    const log = openLog(io);
    log.info({}, 'quiet');
    log.warn({ file: 'a.csv' }, 'left out');
    expect(err()).not.toContain('quiet');
    expect(err()).toContain('left out');
    expect(err()).not.toMatch(/^\{/);
  });
});
