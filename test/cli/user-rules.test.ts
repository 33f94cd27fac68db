import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadUserRules } from '../../src/cli/user-rules.ts';
import { EXIT, RuleError, UsageError } from '../../src/model/errors.ts';
import { temporaryFolder } from './helpers.ts';

const RULE = `id: nama-uji
title: { id: Nama uji, en: Test name }
rationale: { id: Alasan., en: Reason. }
remedy: { id: Perbaiki., en: Correct it. }
dimension: validity
severity: warning
field: nama
reads: [nama]
violatedWhen: upper(nama) IN ('UJI', 'COBA')
examples:
  fails:
    - row: { nama: UJI }
    - row: { nama: COBA }
  passes:
    - row: { nama: SITI }
    - row: { nama: BUDI }
`;

function folderWith(files: Record<string, string>): string {
  const folder = temporaryFolder();
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

async function failure(files: Record<string, string>): Promise<RuleError> {
  const error: unknown = await loadUserRules(folderWith(files)).catch((thrown: unknown) => thrown);
  if (!(error instanceof RuleError)) throw new Error(`expected a RuleError, got ${String(error)}`);
  expect(error.exitCode).toBe(EXIT.usage);
  return error;
}

describe('rules that are right', () => {
  test('YAML and JSON, by file name; other files are left alone', async () => {
    const json = JSON.stringify({
      kind: 'group',
      id: 'b-kelompok',
      title: { id: 'K', en: 'G' },
      rationale: { id: 'A', en: 'R' },
      remedy: { id: 'P', en: 'C' },
      dimension: 'plausibility',
      severity: 'info',
      field: 'tps',
      reads: ['tps_number'],
      groupBy: ['area_desa', 'tps_number'],
      measures: { voters: 'count(*)' },
      violatedWhen: 'voters > tps_limit()',
      reports: 'group',
      shows: 'voters',
      examples: { fails: [{ rows: [{ tps: '1' }] }], passes: [{ rows: [{ tps: '2' }] }] },
    });
    const rules = await loadUserRules(
      folderWith({
        'nama-uji.yml': RULE,
        'b-kelompok.json': json,
        'catatan.txt': 'x',
        'a.yaml': RULE.replace('nama-uji', 'a'),
      }),
    );
    expect(rules.map(({ id, kind }) => [id, kind])).toEqual([
      ['a', 'row'],
      ['b-kelompok', 'group'],
      ['nama-uji', 'row'],
    ]);
  });
  test('an empty folder has none', async () => {
    expect(await loadUserRules(temporaryFolder())).toEqual([]);
  });
});

describe('faults name file, line and what to do', () => {
  test.each([
    [
      'no YAML',
      RULE.replace('title: {', 'title: {{'),
      /nama-uji\.yaml:\d+:\d+: this rule file is not valid YAML/,
    ],
    ['a key twice', `${RULE}id: nama-uji\n`, /:17:1: .*DUPLICATE_KEY/],
    [
      'an unknown key',
      RULE.replace('severity:', 'severty:'),
      /:6:1: the key "severty" is unknown. Perhaps "severity" is meant/,
    ],
    [
      'a wrong severity',
      RULE.replace('warning', 'fatal'),
      /:6:1: "severity" holds the text "fatal". Allowed: error, warning, info/,
    ],
    ['a missing text', RULE.replace(', en: Reason.', ''), /:3:1: "rationale.en" is missing/],
    [
      'an unknown column',
      RULE.replace('reads: [nama]', 'reads: [nama, niik]'),
      /:8:15: "reads\[1\]" holds the text "niik"/,
    ],
    [
      'one example only',
      RULE.replace('    - row: { nama: COBA }\n', ''),
      /:11:3: "examples.fails" holds a list of 1. Allowed: at least 2/,
    ],
    [
      'another id',
      RULE.replace('id: nama-uji', 'id: nama-lain'),
      /:1:1: the id "nama-lain" must equal the file's name "nama-uji"/,
    ],
    ['a wrong kind', `kind: grop\n${RULE}`, /:1:1: "kind" holds the text "grop". Allowed: row or group/],
    [
      'a subquery',
      RULE.replace("upper(nama) IN ('UJI', 'COBA')", '(SELECT true)'),
      /:9:1: "violatedWhen": the word SELECT is not allowed/,
    ],
    ['nothing', '', /:1:1: the file holds null\. Allowed: an object/],
    ['a list', '- a\n', /:1:1: the file holds a list of 1/],
  ])('%s', async (_, text, expected) => {
    const error = await failure({ 'nama-uji.yaml': text });
    expect(error.text.en).toMatch(expected);
    expect(error.text.id).toContain('nama-uji.yaml:');
  });

  test('the id of a shipped rule', async () => {
    const error = await failure({ 'nik-kosong.yaml': RULE.replace('id: nama-uji', 'id: nik-kosong') });
    expect(error.text.en).toContain('belongs to a rule that ships with Sisir');
    expect(error.ruleId).toBe('nik-kosong');
  });

  test('one rule in two files', async () => {
    const error = await failure({ 'nama-uji.yaml': RULE, 'nama-uji.yml': RULE });
    expect(error.text.id).toContain('ada di dua berkas');
  });

  test('SQL in a cause', async () => {
    const cause = `causes:\n  - id: sebab\n    label: { id: S, en: C }\n    when: "true; DROP VIEW roll"\n`;
    expect((await failure({ 'nama-uji.yaml': RULE + cause })).text.en).toContain(
      ':20:5: "causes.0.when": the sign ; is not allowed',
    );
  });

  test('a folder that is not there', async () => {
    await expect(loadUserRules(join(temporaryFolder(), 'none'))).rejects.toBeInstanceOf(UsageError);
  });
});
