import { existsSync } from 'node:fs';
import { copyFile, mkdir, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { appendAudit } from '../../engine/audit.ts';
import {
  decryptFile,
  ENCRYPTED,
  type EncryptionKey,
  isEncrypted,
  plainPath,
} from '../../engine/encryption.ts';
import { filesBelow, sha256OfFile } from '../../engine/files.ts';
import { AUDIT_LOG, type AuditEntry } from '../../model/audit.ts';
import { EXIT, UsageError } from '../../model/errors.ts';
import type { Command, Invocation } from '../command.ts';
import { numberFormat } from '../format.ts';
import { encryptionKeyOption } from '../key-file.ts';
import { configOf, textOption } from '../options.ts';
import { errorCode } from '../unknowns.ts';

export const decrypt: Command = {
  name: 'decrypt',
  summary: {
    id: 'Membuka berkas hasil yang terenkripsi ke folder lain. Berkas yang terpotong atau berubah ditolak.',
    en: 'Opens encrypted output into another folder. A file that was cut short or changed is refused.',
  },
  example: {
    line: 'sisir decrypt runs/latest --key-file sisir-encrypt.key --out terbuka',
    meaning: { id: 'membuka satu hasil proses seutuhnya', en: 'opens a whole run' },
  },
  arguments: [
    {
      usage: '<FILE...>',
      meaning: {
        id: 'berkas .enc, atau folder: isinya dibuka, yang tidak terenkripsi disalin',
        en: '.enc files, or a folder: what is in it is opened, what is not encrypted is copied',
      },
    },
  ],
  options: [
    {
      usage: '--key-file <file>',
      meaning: {
        id: 'berkas kunci; baku: privacy.encrypt.key_file dalam konfigurasi',
        en: 'the key file; default: privacy.encrypt.key_file of the config',
      },
    },
    {
      usage: '--out <folder>',
      meaning: { id: 'folder tujuan (wajib); tidak menimpa', en: 'where to (required); overwrites nothing' },
    },
  ],
  async run(invocation) {
    const { io, language, arguments: words } = invocation;
    const out = textOption(invocation, 'out');
    if (out === undefined) throw noOut();
    const key = await keyOf(invocation);
    const jobs = (await Promise.all(words.map(async (word) => await jobsOf(word, io.cwd)))).flat();
    const folder = resolve(io.cwd, out);
    const taken = jobs.find(({ target }) => existsSync(join(folder, target)));
    if (taken !== undefined) throw isThere(join(out, taken.target));
    await mkdir(folder, { recursive: true, mode: 0o700 });
    for (const job of jobs) await carryOut(job, folder, key, invocation);
    const opened = jobs.filter(({ opens }) => opens).length;
    const count = numberFormat(language).count(opened);
    io.stdout.write(
      language === 'id'
        ? `${count} berkas terbuka di ${out}. Hapus folder itu setelah dipakai: isinya data pribadi.\n`
        : `${count} files opened in ${out}. Remove that folder after use: it holds personal data.\n`,
    );
    return EXIT.done;
  },
};

interface Job {
  /** As the user named it. */
  readonly shown: string;
  readonly source: string;
  /** From the output folder. */
  readonly target: string;
  /** It is opened; else copied. */
  readonly opens: boolean;
}

async function keyOf(invocation: Invocation): Promise<EncryptionKey> {
  const key = await encryptionKeyOption(invocation, await configOf(decrypt, invocation));
  if (key === undefined) throw noKey();
  return key;
}

/** What is to be done for one word: a file, or everything below a folder. @throws UsageError when nothing is there */
async function jobsOf(word: string, cwd: string): Promise<Job[]> {
  const source = resolve(cwd, word);
  const found = await stat(source).catch((error: unknown) => {
    throw cannotRead(word, errorCode(error));
  });
  if (!found.isDirectory()) return [jobOf(word, source, basename(word), true)];
  const files = await filesBelow(source);
  if (!files.some(({ path }) => isEncrypted(path))) throw nothingEncrypted(word);
  return files.map(({ path }) => jobOf(join(word, path), join(source, path), path, isEncrypted(path)));
}

function jobOf(shown: string, source: string, path: string, opens: boolean): Job {
  return { shown, source, target: plainPath(path), opens };
}

/** Opens or copies one file; an opened one is told in the audit log of the output folder that it lies in, if any. */
async function carryOut(
  { shown, source, target, opens }: Job,
  folder: string,
  key: EncryptionKey,
  { io }: Invocation,
) {
  const path = join(folder, target);
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  if (!opens) return await copyFile(source, path);
  await decryptFile(source, path, key).catch((error: unknown) => {
    if (errorCode(error) === '') throw error;
    throw cannotRead(shown, errorCode(error));
  });
  const log = auditedAbove(source);
  if (log === undefined) return;
  const entry: AuditEntry = {
    time: io.now().toISOString(),
    user: io.user,
    action: 'decrypt',
    run_id: null,
    path: shown,
    sha256: await sha256OfFile(source),
    bytes: (await stat(source)).size,
    rows: null,
  };
  await appendAudit(log, [entry]);
}

/** The nearest folder above a file that has an audit log. */
function auditedAbove(path: string): string | undefined {
  const above = dirname(path);
  if (above === path) return undefined;
  return existsSync(join(above, AUDIT_LOG)) ? above : auditedAbove(above);
}

function noOut(): UsageError {
  return new UsageError({
    id: 'Opsi --out belum ada. Sebutkan folder tujuan, misalnya: --out terbuka',
    en: 'The option --out is missing. Name the folder to open into, e.g.: --out opened',
  });
}

function noKey(): UsageError {
  return new UsageError({
    id: 'Kunci enkripsi belum disebut. Tambahkan --key-file, atau isi privacy.encrypt.key_file dalam konfigurasi.',
    en: 'No encryption key is named. Add --key-file, or set privacy.encrypt.key_file in the config.',
  });
}

function cannotRead(path: string, code: string): UsageError {
  return new UsageError({
    id: `"${path}" tidak dapat dibaca (${code}). Periksa namanya dan izin bacanya.`,
    en: `"${path}" cannot be read (${code}). Check its name and that you may read it.`,
  });
}

function nothingEncrypted(path: string): UsageError {
  return new UsageError({
    id: `Di "${path}" tidak ada berkas ${ENCRYPTED}: hasilnya tidak terenkripsi, dapat dibaca langsung.`,
    en: `There is no ${ENCRYPTED} file in "${path}": it is not encrypted and can be read as it is.`,
  });
}

function isThere(path: string): UsageError {
  return new UsageError({
    id: `"${path}" sudah ada. Sisir tidak menimpa berkas: sebutkan folder lain dengan --out.`,
    en: `"${path}" is there already. Sisir overwrites no file: name another folder with --out.`,
  });
}
