import { EXIT } from '../../model/errors.ts';
import type { Command } from '../command.ts';
import { encryptionKeyOption } from '../key-file.ts';
import { configOf, JSON_OUTPUT, RUN, RUNS_FOLDER, THREADS } from '../options.ts';
import { findRunFolder } from '../published-run.ts';
import { writeResult } from '../result.ts';
import { withDatabase } from '../temporary-database.ts';
import { verificationText } from '../verify/text.ts';

export const verify: Command = {
  name: 'verify',
  summary: {
    id: 'Memeriksa apakah hasil satu proses utuh: setiap berkas, setiap jumlah, tanpa data pribadi.',
    en: 'Checks whether a published run is whole: every file, every sum, no personal data.',
  },
  example: {
    line: 'sisir verify runs/latest',
    meaning: {
      id: 'memeriksa hasil terbaru; kode keluar 0 bila utuh, 3 bila tidak',
      en: 'checks the newest run; exit code 0 when it is whole, else 3',
    },
  },
  arguments: [RUN],
  options: [
    RUNS_FOLDER,
    {
      usage: '--key-file <file>',
      meaning: {
        id: 'kunci untuk memeriksa isi berkas terenkripsi; baku: privacy.encrypt.key_file dalam konfigurasi; tanpa kunci isinya tidak diperiksa',
        en: 'the key to check what encrypted files hold; default: privacy.encrypt.key_file of the config; without a key it is not checked',
      },
    },
    THREADS,
    JSON_OUTPUT,
  ],
  async run(invocation) {
    const { io, arguments: words } = invocation;
    const [word = ''] = words;
    const config = await configOf(verify, invocation);
    const folder = await findRunFolder(word, { out: config.out, cwd: io.cwd });
    const key = await encryptionKeyOption(invocation, config);
    const { verifyRun } = await import('../verify/index.ts');
    const verification = await withDatabase(
      io,
      config,
      async (database) => await verifyRun(database, folder, key),
    );
    writeResult(invocation, verification, () => verificationText(verification, config.language));
    return verification.whole ? EXIT.done : EXIT.inputRefused;
  },
};
