import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'vitest';
import { EXIT } from '../../src/model/errors.ts';
import { expectRefusal, ROLL, World } from './support.ts';

let world: World;
beforeEach(() => {
  world = new World();
  world.write('3374.csv', ROLL);
});
afterEach(() => world.remove());

const RUN = ['run', '3374.csv'];

describe('a config', () => {
  it.each([
    {
      fault: 'with an unknown key',
      text: '{\n  "out": "runs",\n  "tps_limt": 300\n}\n',
      names: ['sisir.config.json:3:3: ', '"tps_limt"', '"tps_limit"'],
      says: { id: ['tidak dikenal', 'Mungkin maksudnya'], en: ['is unknown', 'Perhaps'] },
    },
    {
      fault: 'with a value that is not allowed',
      text: '{\n  "out": "runs",\n  "tps_limit": "banyak"\n}\n',
      names: ['sisir.config.json:3:3: ', '"tps_limit"', '"banyak"'],
      says: { id: ['berisi teks', 'Yang diperbolehkan'], en: ['holds the text', 'Allowed'] },
    },
    {
      fault: 'that is not JSON',
      text: '{\n  "out": "runs",\n  "tps_limit": 300\n  "threads": 2\n}\n',
      names: ['sisir.config.json:4:3: '],
      says: { id: ['bukan JSON yang sah', 'Periksa koma'], en: ['not valid JSON', 'Check the commas'] },
    },
    {
      fault: 'that names a key file which is missing',
      text: '{ "privacy": { "key_file": "kunci" } }',
      names: ['kunci', 'ENOENT'],
      says: { id: ['Periksa privacy.key_file'], en: ['Check privacy.key_file'] },
    },
  ])('$fault is refused', async ({ text, names, says }) => {
    world.write('sisir.config.json', text);
    await expectRefusal(world, { argv: RUN, exitCode: EXIT.usage, names, says });
  });
});

describe('an output folder', () => {
  it.each(['taken', 'taken/below'])('that is or lies under a file is refused: %s', async (out) => {
    writeFileSync(join(world.folder, 'taken'), 'x');
    await expectRefusal(world, {
      argv: [...RUN, '--out', out],
      exitCode: EXIT.usage,
      names: ['taken', 'ENOTDIR', '--out'],
      says: {
        id: ['tidak dapat ditulis', 'Sebutkan folder lain'],
        en: ['cannot be written', 'Name another'],
      },
    });
  });
});

describe("a satker's own rule", () => {
  const rule = (condition: string) => `id: nama-aneh
title: { id: Nama aneh, en: Odd name }
rationale: { id: Contoh., en: An example. }
remedy: { id: Perbaiki., en: Correct it. }
dimension: validity
severity: warning
field: nama
reads: [nama]
violatedWhen: ${condition}
examples:
  fails: [{ row: { nama: A } }, { row: { nama: B } }]
  passes: [{ row: { nama: SITI } }, { row: { nama: BUDI } }]
`;

  it.each([
    { fault: 'a function that is none', condition: 'lenggth(nama) < 3', names: ['lenggth'] },
    { fault: 'a column that is none', condition: 'namma IS NULL', names: ['namma'] },
    { fault: 'a condition that is none', condition: 'length(nama)', names: ['BIGINT', 'BOOLEAN'] },
    { fault: 'SQL that does not parse', condition: 'nama = = 1', names: ['Parser Error'] },
  ])('with $fault is refused before a row is read', async ({ condition, names }) => {
    world.write('aturan/nama-aneh.yaml', rule(condition));
    world.write('sisir.config.json', '{ "rules_folder": "aturan" }');
    await expectRefusal(world, {
      argv: RUN,
      exitCode: EXIT.usage,
      names: ['nama-aneh', 'violatedWhen', ...names],
      says: { id: ['aturan nama-aneh'], en: ['rule nama-aneh'] },
    });
  });

  it('with a query instead of a condition is refused with file, line and column', async () => {
    world.write('aturan/nama-aneh.yaml', rule('(SELECT true)'));
    world.write('sisir.config.json', '{ "rules_folder": "aturan" }');
    await expectRefusal(world, {
      argv: RUN,
      exitCode: EXIT.usage,
      names: ['aturan/nama-aneh.yaml:9:1: ', 'SELECT'],
      says: {
        id: ['tidak diperbolehkan', 'Tulis satu ungkapan'],
        en: ['is not allowed', 'Write one SQL expression'],
      },
    });
  });
});
