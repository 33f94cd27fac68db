import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EXIT } from '../../src/model/errors.ts';
import { expectRefusal, ROLL, World } from './support.ts';

let world: World;
beforeEach(() => {
  world = new World();
  world.write('daftar/3374.csv', ROLL);
  world.write('daftar/dalam/3301.csv', ROLL);
  world.write('tutup/3301.csv', ROLL);
});
afterEach(() => world.remove());

/** Root may open everything. */
describe.skipIf(process.getuid?.() === 0)('without permission', () => {
  it.each([
    { what: 'a folder', closed: 'tutup', argv: ['daftar', 'tutup'], named: 'tutup' },
    { what: 'a folder in a folder', closed: 'daftar/dalam', argv: ['daftar'], named: 'daftar/dalam' },
    { what: 'a file in a closed folder', closed: 'tutup', argv: ['tutup/3301.csv'], named: 'tutup/3301.csv' },
    { what: 'a file', closed: 'tutup/3301.csv', argv: ['daftar', 'tutup'], named: 'tutup/3301.csv' },
  ])('$what is refused by name', async ({ closed, argv, named }) => {
    chmodSync(join(world.folder, closed), 0);
    try {
      await expectRefusal(world, {
        argv: ['run', ...argv],
        exitCode: EXIT.inputRefused,
        names: [`${join(world.folder, named)}: berkas-tak-terbaca: `, 'EACCES'],
        says: { id: ['Periksa izinnya'], en: ['Check its permissions'] },
      });
    } finally {
      chmodSync(join(world.folder, closed), 0o700);
    }
  });

  it('an output folder is refused before a long run', async () => {
    chmodSync(join(world.folder, 'tutup'), 0o500);
    const { exitCode, err } = await world.sisir(['run', 'daftar', '--out', 'tutup/runs']);
    chmodSync(join(world.folder, 'tutup'), 0o700);
    expect(exitCode).toBe(EXIT.usage);
    expect(err).toContain('tidak dapat ditulis (EACCES)');
  });
});
