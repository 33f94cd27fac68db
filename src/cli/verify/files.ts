import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isEncrypted } from '../../engine/encryption.ts';
import { sha256OfFile } from '../../engine/files.ts';
import { MANIFEST_FILE } from '../../engine/manifest-file.ts';
import { sql } from '../../engine/sql.ts';
import { isPersonal } from '../../model/audit.ts';
import { PRUNED_FILE } from '../../model/manifest.ts';
import { type Check, type Fault, figures, type RunUnderCheck } from './check.ts';

/** Files of a run that its manifest cannot list. */
const BESIDE_MANIFEST: ReadonlySet<string> = new Set([MANIFEST_FILE, PRUNED_FILE]);

/** Where the content of an output can be read; undefined where it is encrypted and was not opened. */
export function fileOf(
  { folder, encrypted }: Pick<RunUnderCheck, 'folder' | 'encrypted'>,
  path: string,
): string | undefined {
  return isEncrypted(path) ? encrypted.opened.get(path) : join(folder, path);
}

/** Outputs that were not pruned and are there. */
function present({ manifest, files }: RunUnderCheck) {
  const there = new Map(files.map(({ path, bytes }) => [path, bytes]));
  return manifest.outputs.flatMap((output) => {
    const bytes = there.get(output.path);
    return bytes === undefined ? [] : [{ output, bytes }];
  });
}

const complete: Check = {
  id: 'files',
  title: {
    id: 'Setiap berkas yang disebut manifest ada dengan ukurannya, dan tidak ada berkas lain',
    en: 'Every file that the manifest lists is there in its size, and no other',
  },
  async find(run) {
    const { manifest, files, pruned } = run;
    const listed = new Set(manifest.outputs.map(({ path }) => path));
    const there = new Set(files.map(({ path }) => path));
    const missing = manifest.outputs
      .filter(({ path }) => !there.has(path) && !pruned.has(path))
      .map(({ path }): Fault => ({ id: `${path}: tidak ada`, en: `${path}: is missing` }));
    const foreign = files
      .filter(({ path }) => !listed.has(path) && !BESIDE_MANIFEST.has(path))
      .map(
        ({ path }): Fault => ({ id: `${path}: tidak disebut manifest`, en: `${path}: not in the manifest` }),
      );
    const sizes = present(run)
      .filter(({ output, bytes }) => bytes !== output.bytes)
      .map(({ output, bytes }) => figures(`${output.path} (bytes)`, output.bytes, bytes));
    return [...missing, ...foreign, ...sizes];
  },
};

const checksums: Check = {
  id: 'checksums',
  title: {
    id: 'Isi setiap berkas sama dengan SHA-256-nya dalam manifest',
    en: 'The bytes of every file have the SHA-256 of the manifest',
  },
  async find(run) {
    const faults: Fault[] = [];
    for (const { output } of present(run)) {
      if ((await sha256OfFile(join(run.folder, output.path))) !== output.sha256)
        faults.push({ id: `${output.path}: isinya berubah`, en: `${output.path}: its bytes changed` });
    }
    return faults;
  },
};

const rowCounts: Check = {
  id: 'rows',
  surveys: true,
  title: {
    id: 'Banyaknya baris setiap berkas Parquet sama dengan manifest',
    en: 'Every Parquet file has as many rows as the manifest says',
  },
  async find(run) {
    const faults: Fault[] = [];
    for (const { output } of present(run)) {
      const file = fileOf(run, output.path);
      if (output.rows === null || file?.endsWith('.parquet') !== true) continue;
      const { rows } = await run.database.row<{ rows: number }>(
        sql`SELECT count(*) AS rows FROM read_parquet(${file})`,
      );
      if (rows !== output.rows) faults.push(figures(output.path, output.rows, rows));
    }
    return faults;
  },
};

const OTHERS = 0o077;

const modes: Check = {
  id: 'modes',
  title: {
    id: 'Folder proses dan folder data pribadi tertutup bagi orang lain (0700), berkas di dalamnya 0600',
    en: 'The folder of the run and those of personal data are closed to others (0700), their files 0600',
  },
  async find({ folder, files }) {
    if (process.platform === 'win32') return [];
    const personal = files.map((file) => file.path).filter(isPersonal);
    const faults: Fault[] = [];
    for (const path of ['.', ...new Set(personal.map((file) => dirname(file))), ...personal]) {
      const mode = (await stat(join(folder, path))).mode & 0o777;
      if ((mode & OTHERS) !== 0)
        faults.push({
          id: `${path}: terbuka bagi orang lain (${mode.toString(8)})`,
          en: `${path}: open to others (${mode.toString(8)})`,
        });
    }
    return faults;
  },
};

export const FILE_CHECKS: readonly Check[] = [complete, checksums, rowCounts, modes];
