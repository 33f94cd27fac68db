import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { rulesFolder } from '../../engine/reference.ts';
import { EXIT, UsageError } from '../../model/errors.ts';
import type { Text } from '../../model/text.ts';
import type { Command } from '../command.ts';
import { CONFIG_FILE } from '../config.ts';
import { checkKeyFile } from '../key-file.ts';
import { ENCRYPTION_KEY_FILE, KEY_FILE, ROLLS_FOLDER, starterConfig } from '../starter-config.ts';
import { errorCode } from '../unknowns.ts';

const KEY_BYTES = 32;

export const init: Command = {
  name: 'init',
  summary: {
    id: 'Menyiapkan folder kerja: setelan berkomentar dan berkas kunci. Tidak menimpa apa pun.',
    en: 'Prepares a working folder: commented settings and key files. Overwrites nothing.',
  },
  example: {
    line: 'sisir init kerja',
    meaning: { id: 'menyiapkan folder kerja', en: 'prepares the folder kerja' },
  },
  arguments: [
    {
      usage: '[FOLDER]',
      meaning: { id: 'folder kerja; baku: folder ini', en: 'the working folder; default: this folder' },
    },
  ],
  options: [],
  async run({ arguments: [given = '.'], language, io }) {
    const folder = resolve(io.cwd, given);
    const say = (text: Text) => text[language];
    const config = join(folder, CONFIG_FILE);
    if (existsSync(config)) throw configIsThere(given);
    await mkdir(folder, { recursive: true }).catch((error: unknown) => {
      throw notWritable(given, error);
    });
    const made: string[] = [];
    for (const name of [KEY_FILE, ENCRYPTION_KEY_FILE]) {
      const isNew = await makeKey(join(folder, name), given);
      made.push(line(join(given, name), say(isNew ? MADE.key : MADE.kept)));
    }
    const schema = join(dirname(rulesFolder()), 'docs', 'sisir.config.schema.json');
    const schemaPath = relative(folder, schema).split(sep).join('/');
    await writeNew(config, starterConfig(language, schemaPath), 0o644).catch((error: unknown) => {
      throw notWritable(given, error);
    });
    made.push(line(join(given, CONFIG_FILE), say(MADE.config)));
    io.stdout.write(`${[...made, '', ...say(NEXT).split('\n')].join('\n')}\n`);
    return EXIT.done;
  },
};

const MADE = {
  config: { id: 'setelan; bacalah dan sesuaikan', en: 'settings; read them and adapt them' },
  key: {
    id: 'kunci baru; simpan salinannya di tempat yang aman',
    en: 'a new key; keep a copy in a safe place',
  },
  kept: { id: 'kunci sudah ada, tidak diubah', en: 'a key was there, left as it is' },
} as const satisfies Record<string, Text>;

const NEXT: Text = {
  id: `Letakkan daftar pemilih di folder ${ROLLS_FOLDER.id}, lalu dari folder kerja itu:\n  sisir run --dry-run\n  sisir run`,
  en: `Put the voter rolls into the folder ${ROLLS_FOLDER.en}, then, from that working folder:\n  sisir run --dry-run\n  sisir run`,
};

function line(path: string, text: string): string {
  return `${path.padEnd(32)}  ${text}`;
}

async function writeNew(path: string, content: string, mode: number): Promise<void> {
  await writeFile(path, content, { flag: 'wx', mode });
}

/** A random key, open to its owner only; one that is there stays. Says whether it was made. */
async function makeKey(path: string, folder: string): Promise<boolean> {
  try {
    await writeNew(path, `${randomBytes(KEY_BYTES).toString('hex')}\n`, 0o600);
    return true;
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw notWritable(folder, error);
    await checkKeyFile(path);
    return false;
  }
}

function configIsThere(folder: string): UsageError {
  return new UsageError({
    id: `Di folder "${folder}" sudah ada ${CONFIG_FILE}. Sisir tidak menimpanya: ubah berkas itu, atau sebutkan folder lain.`,
    en: `There is a ${CONFIG_FILE} in the folder "${folder}" already. Sisir does not overwrite it: edit it, or name another folder.`,
  });
}

function notWritable(folder: string, error: unknown): UsageError {
  const code = errorCode(error);
  return new UsageError({
    id: `Folder "${folder}" tidak dapat ditulis (${code}). Sebutkan folder lain.`,
    en: `The folder "${folder}" cannot be written (${code}). Name another.`,
  });
}
