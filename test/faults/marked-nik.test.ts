import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EXIT } from '../../src/model/errors.ts';
import { LANGUAGES } from '../../src/model/text.ts';
import { MARKED_NAME, MARKED_NIK, ROLL, World } from './support.ts';

let world: World;
beforeEach(() => {
  world = new World();
  world.write('3374.csv', ROLL);
});
afterEach(() => world.remove());

/** Every end of `World.sisir` is searched for the mark: messages, logs and whatever was written. */
async function refused(argv: readonly string[], exitCode: number): Promise<void> {
  for (const language of LANGUAGES) {
    const ended = await world.sisir([...argv, '--lang', language]);
    expect(ended.err).not.toBe('');
    expect([ended.exitCode, ended.out]).toEqual([exitCode, '']);
  }
}

const RUN = ['run', '3374.csv'];
const value = JSON.stringify(MARKED_NIK);

describe('a NIK in an error is shown nowhere: in a config', () => {
  it.each([
    ['a date', `{ "reference_date": ${value} }`],
    ['a number', `{ "tps_limit": ${value} }`],
    ['a bare number', `{ "threads": -${MARKED_NIK} }`],
    ['a code-book', `{ "period": ${value} }`],
    ['a grade definition', `{ "grades": ${value} }`],
    ['an area', `{ "kode_kabupaten": ${value} }`],
    ['an amount of memory', `{ "memory": "${MARKED_NIK} GB of it" }`],
    ['a key', `{ ${value}: 1 }`],
    ['a key file', `{ "privacy": { "key_file": ${value} } }`],
    ['a model', `{ "model": ${value} }`],
    ['a rules folder', `{ "rules_folder": ${value} }`],
    ['what is no JSON', `{ "tps_limit": ${value} ${value} }`],
  ])('as %s', async (_, text) => {
    world.write('sisir.config.json', text);
    await refused(RUN, EXIT.usage);
  });
});

describe('on the command line', () => {
  it.each([
    ['a command', [MARKED_NIK]],
    ['an option', ['run', '3374.csv', `--${MARKED_NIK}`]],
    ['a value', ['run', '3374.csv', '--threads', `x${MARKED_NIK}`]],
    ['a date', ['run', '3374.csv', '--reference-date', MARKED_NIK]],
    ['a run', ['verify', MARKED_NIK]],
    ['a run to explain', ['explain', MARKED_NIK, MARKED_NIK]],
    ['a rule', ['rules', MARKED_NIK]],
  ])('as %s', async (_, argv) => {
    await refused(argv, EXIT.usage);
  });
});

describe("in a satker's own rule", () => {
  const rule = (condition: string) => `id: nama-aneh
title: { id: Nama aneh, en: Odd name }
rationale: { id: Contoh., en: An example. }
remedy: { id: Perbaiki., en: Correct it. }
dimension: validity
severity: warning
field: nama
reads: [nama, nik]
violatedWhen: ${condition}
examples:
  fails: [{ row: { nama: A } }, { row: { nama: B } }]
  passes: [{ row: { nama: SITI } }, { row: { nama: BUDI } }]
`;

  it.each([
    ['that casts a name of the roll', 'CAST(nama AS INTEGER) > 3'],
    ['that casts a NIK of the roll', 'CAST(nik AS TINYINT) > 3'],
    ['that reads a name as a date', "strptime(nama, '%d') IS NOT NULL"],
    ['that quotes a NIK in what does not bind', `lenggth('${MARKED_NIK}') > 3`],
    ['that quotes a NIK in what does not parse', `nik = = '${MARKED_NIK}'`],
    ['that compares with a NIK as a column', `nik = "${MARKED_NIK}"`],
    ['whose literal does not cast', `CAST('${MARKED_NIK} ${MARKED_NAME}' AS DATE) IS NULL`],
  ])('%s', async (_, condition) => {
    world.write('aturan/nama-aneh.yaml', rule(JSON.stringify(condition)));
    world.write('sisir.config.json', '{ "rules_folder": "aturan" }');
    await refused(RUN, EXIT.usage);
  });

  it.each([
    ['as a key', `${rule('true')}"${MARKED_NIK}": 1\n`],
    ['as a column', rule('true').replace('reads: [nama, nik]', `reads: ["${MARKED_NIK}"]`)],
    ['in what is no YAML', `${rule('true')}x: [${MARKED_NIK}\n`],
  ])('%s', async (_, text) => {
    world.write('aturan/nama-aneh.yaml', text);
    world.write('sisir.config.json', '{ "rules_folder": "aturan" }');
    await refused(RUN, EXIT.usage);
  });
});
