import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { SUMMARY_FIELDS } from '../../src/cli/summary-json.ts';
import { temporaryFolder } from './helpers.ts';

const FOLDER = resolve(import.meta.dirname, '../../docs/nightly');
const read = (name: string) => readFileSync(join(FOLDER, name), 'utf8');

/** One night with a Sisir that ends with `code`, and a mail command that keeps what it is given. */
function night(code: number, settings: Readonly<Record<string, string>> = {}) {
  const folder = temporaryFolder();
  const script = (name: string, text: string) => {
    writeFileSync(join(folder, name), `#!/bin/sh\n${text}\n`);
    chmodSync(join(folder, name), 0o755);
    return join(folder, name);
  };
  const sisir = script('sisir', `echo "ringkasan $1"; echo "catatan" >&2; exit ${code}`);
  const mail = script('mail', `{ echo "$@"; cat; } > "${join(folder, 'sent')}"`);
  const env = {
    PATH: process.env['PATH'] ?? '',
    NIGHTLY_FOLDER: folder,
    NIGHTLY_COMMAND: sisir,
    NIGHTLY_MAIL: mail,
    NIGHTLY_MAIL_TO: 'rendatin@example.go.id',
    ...settings,
  };
  const child = spawnSync('sh', [join(FOLDER, 'sisir-nightly.sh')], { env, encoding: 'utf8' });
  const sent = join(folder, 'sent');
  return {
    folder,
    status: child.status,
    printed: child.stdout + child.stderr,
    sent: existsSync(sent) ? readFileSync(sent, 'utf8') : undefined,
  };
}

describe('the nightly script', () => {
  test('says nothing when all is well, and keeps summary and log to its owner', () => {
    const { status, printed, sent, folder } = night(0);
    expect([status, printed, sent]).toEqual([0, '', undefined]);
    const kept = readdirSync(join(folder, 'nightly')).toSorted();
    expect(kept.map((name) => name.replace(/^\d{8}T\d{6}/, ''))).toEqual(['.log', '.txt']);
    for (const name of kept) expect(statSync(join(folder, 'nightly', name)).mode & 0o077).toBe(0);
    expect(night(0, { NIGHTLY_MAIL_ALWAYS: '1' }).sent).toContain('selesai / done (0)');
  });

  test('mails the summary when a gate was exceeded', () => {
    const { status, sent } = night(4);
    expect(status).toBe(4);
    expect(sent).toMatch(
      /^-s Sisir .*AMBANG MUTU TERLAMPAUI .*\(4\) rendatin@example\.go\.id\nringkasan run\n$/,
    );
  });

  test.each([
    [1, 'GAGAL'],
    [2, 'setelan'],
    [3, 'masukan ditolak'],
    [5, 'proses lain'],
    [137, 'GAGAL'],
  ])('mails summary and log when Sisir ends with %d', (code, told) => {
    const { status, sent } = night(code);
    expect(status).toBe(code);
    expect(sent).toContain(told);
    expect(sent).toMatch(/ringkasan run\n\nnightly\/.*\.log:\ncatatan\n$/);
  });

  test('mails nobody when nobody is named', () => {
    expect(night(1, { NIGHTLY_MAIL_TO: '' })).toMatchObject({ status: 1, sent: undefined });
  });
});

describe('the explanation', () => {
  test.each(['README.md', 'panduan.md'])(
    '%s tells every field of --json, every file and exit code',
    (name) => {
      const text = read(name);
      for (const field of SUMMARY_FIELDS) expect(text).toContain(`\`${field}\``);
      for (const file of readdirSync(FOLDER))
        expect(file.endsWith('.md') || text.includes(`(${file})`), file).toBe(true);
      for (const code of [0, 1, 2, 3, 4, 5]) expect(text).toMatch(new RegExp(`^\\| .*\\b${code}\\b`, 'm'));
      for (const [, target = ''] of text.matchAll(/\]\(([^)]+)\)/g))
        expect(existsSync(join(FOLDER, target))).toBe(true);
    },
  );

  test('the units name the script, and take exit code 4 for a success', () => {
    expect(read('sisir.service')).toMatch(/^ExecStart=.*\/docs\/nightly\/sisir-nightly\.sh$/m);
    expect(read('sisir.service')).toMatch(/^SuccessExitStatus=4$/m);
    expect(read('sisir.timer')).toMatch(/^OnCalendar=/m);
    expect(read('crontab')).toMatch(/^0 2 \* \* \* .*\/docs\/nightly\/sisir-nightly\.sh$/m);
  });
});
