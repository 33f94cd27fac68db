import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { LANGUAGES, type Language } from '../model/text.ts';
import { CONFIG_FILE } from './config.ts';
import type { Io } from './io.ts';
import { readJsonc } from './jsonc.ts';
import { asRecord } from './unknowns.ts';

/**
 * The language of help and errors, known before anything else is: `--lang`, `SISIR_LANG`, `language` in the
 * config, else Bahasa Indonesia. A wrong value is not its business; `resolveConfig` refuses it.
 */
export function chooseLanguage(argv: readonly string[], io: Pick<Io, 'env' | 'cwd'>): Language {
  const wishes = [
    optionValue(argv, '--lang'),
    io.env['SISIR_LANG'] || io.env['SISIR_LANGUAGE'],
    languageOfFile(resolve(io.cwd, optionValue(argv, '--config') ?? io.env['SISIR_CONFIG'] ?? CONFIG_FILE)),
  ];
  const wish = wishes.find((value) => value !== undefined);
  return LANGUAGES.find((language) => language === wish) ?? 'id';
}

function optionValue(argv: readonly string[], option: string): string | undefined {
  const end = argv.indexOf('--');
  const known = end === -1 ? argv : argv.slice(0, end);
  const joined = known.findLast((word) => word.startsWith(`${option}=`));
  if (joined !== undefined) return joined.slice(option.length + 1);
  const at = known.lastIndexOf(option);
  return at === -1 ? undefined : known[at + 1];
}

function languageOfFile(path: string): string | undefined {
  try {
    const document = readJsonc(readFileSync(path, 'utf8'));
    const language = 'value' in document ? asRecord(document.value)?.['language'] : undefined;
    return typeof language === 'string' ? language : undefined;
  } catch {
    return undefined;
  }
}
