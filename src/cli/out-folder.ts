import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { UsageError } from '../model/errors.ts';
import { errorCode } from './unknowns.ts';

/**
 * Makes sure, before a long run, that the output folder can be written or made; writes nothing.
 * @throws UsageError when it is a file, or when it or the folder it would be made in may not be written
 */
export async function checkOutFolder(out: string): Promise<void> {
  let folder = resolve(out);
  for (;;) {
    const found = await stat(folder).catch((error: unknown) => {
      if (errorCode(error) === 'ENOENT') return undefined;
      throw unusable(out, errorCode(error));
    });
    if (found === undefined) {
      folder = dirname(folder);
      continue;
    }
    if (!found.isDirectory()) throw unusable(out, 'ENOTDIR');
    await access(folder, constants.W_OK).catch((error: unknown) => {
      throw unusable(out, errorCode(error));
    });
    return;
  }
}

function unusable(out: string, code: string): UsageError {
  return new UsageError({
    id: `Folder keluaran "${out}" tidak dapat ditulis (${code}). Sebutkan folder lain dengan --out.`,
    en: `The output folder "${out}" cannot be written (${code}). Name another with --out.`,
  });
}
