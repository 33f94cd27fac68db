import { type Argument, CommanderError, Command as Program } from 'commander';
import { EXIT, type ExitCode, UsageError } from '../model/errors.ts';
import type { Language, Text } from '../model/text.ts';
import { type Command, type OptionSpec, type OptionValues, optionName } from './command.ts';
import type { Io } from './io.ts';
import { nearest } from './nearest.ts';
import { GLOBAL_OPTIONS } from './options.ts';

const SUMMARY: Text = {
  id: 'Menyisir daftar pemilih: menemukan Data Invalid dan Data Ganda. Sisir mengusulkan, tidak pernah menghapus.',
  en: 'Combs voter rolls: finds Data Invalid and Data Ganda. Sisir proposes, it never deletes.',
};
const FOOTER: Text = {
  id: 'Bantuan satu perintah: sisir PERINTAH --help',
  en: 'Help for one command: sisir COMMAND --help',
};
const HELP_OPTION: Text = { id: 'tampilkan bantuan ini', en: 'show this help' };
const HELP_COMMAND: Text = { id: 'tampilkan bantuan satu perintah', en: 'show help for one command' };
const VERSION: Text = { id: 'tampilkan versi', en: 'show the version' };
const EXAMPLE: Text = { id: 'Contoh', en: 'Example' };

const OPTIONS_WORD: Text = { id: '[OPSI]', en: '[OPTIONS]' };

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': 'Pemakaian:',
  'Arguments:': 'Argumen:',
  'Options:': 'Opsi:',
  'Global Options:': 'Opsi umum:',
  'Commands:': 'Perintah:',
};

/**
 * Finds the command that the words name and runs it.
 * @throws UsageError for words that no command understands, whatever the command throws.
 */
export async function dispatch(
  commands: readonly Command[],
  argv: readonly string[],
  { io, language, version }: { io: Io; language: Language; version: string },
): Promise<ExitCode> {
  let exitCode: ExitCode = EXIT.done;
  const program = rootProgram({ io, language, version });
  for (const command of commands) {
    const sub = program
      .command(command.name)
      .summary(command.summary[language])
      .description(command.summary[language]);
    for (const { usage, meaning } of command.arguments) sub.argument(usage, meaning[language]);
    sub.usage([OPTIONS_WORD[language], ...command.arguments.map(({ usage }) => usage)].join(' '));
    addOptions(sub, command.options, language);
    const { line, meaning } = command.example;
    sub.addHelpText('after', `\n${EXAMPLE[language]}:\n  ${line}\n      ${meaning[language]}`);
    sub.helpOption('-h, --help', HELP_OPTION[language]);
    sub.action(async () => {
      const values = optionValues([...GLOBAL_OPTIONS, ...command.options], sub);
      exitCode = await command.run({ arguments: sub.args, options: values, language, io });
    });
  }
  if (argv.length === 0) {
    io.stderr.write(program.helpInformation());
    return EXIT.usage;
  }
  try {
    await program.parseAsync(argv, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0 || error.code === 'commander.help') return EXIT.done;
    throw usageError(error, commands, argv);
  }
  return exitCode;
}

function rootProgram({ io, language, version }: { io: Io; language: Language; version: string }): Program {
  const program = new Program('sisir')
    .description(SUMMARY[language])
    .usage(language === 'id' ? 'PERINTAH [OPSI]' : 'COMMAND [OPTIONS]')
    .version(version, '-V, --version', VERSION[language])
    .helpOption('-h, --help', HELP_OPTION[language])
    .helpCommand(language === 'id' ? 'help [perintah]' : 'help [command]', HELP_COMMAND[language])
    .addHelpText('after', `\n${FOOTER[language]}`)
    .configureHelp({
      showGlobalOptions: true,
      helpWidth: 100,
      subcommandTerm: (sub) => [sub.name(), ...sub.registeredArguments.map(argumentTerm)].join(' '),
      styleTitle: (title) => (language === 'id' ? (TITLES[title] ?? title) : title),
    })
    .configureOutput({
      writeOut: (text) => void io.stdout.write(text),
      writeErr: (text) => void io.stderr.write(text),
      outputError: () => undefined,
    })
    .exitOverride();
  return addOptions(program, GLOBAL_OPTIONS, language);
}

function argumentTerm(argument: Argument): string {
  const name = `${argument.name()}${argument.variadic ? '...' : ''}`;
  return argument.required ? `<${name}>` : `[${name}]`;
}

function addOptions(program: Program, options: readonly OptionSpec[], language: Language): Program {
  for (const option of options) program.option(option.usage, option.meaning[language]);
  return program;
}

function optionValues(options: readonly OptionSpec[], sub: Program): OptionValues {
  const typed: Readonly<Record<string, unknown>> = sub.optsWithGlobals();
  return Object.fromEntries(
    options.map((option) => {
      const name = optionName(option);
      const value =
        typed[name.replace(/^no-/, '').replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())];
      // Of `--no-x` commander says that x is true where nothing was typed.
      if (name.startsWith('no-') && value === true) return [name, undefined];
      return [name, typeof value === 'string' || typeof value === 'boolean' ? value : undefined];
    }),
  );
}

/** commander's error in Sisir's words; commander names the word that it stumbled over between quotes. */
function usageError(
  error: CommanderError,
  commands: readonly Command[],
  argv: readonly string[],
): UsageError {
  const word = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  const command = commands.find(({ name }) => argv.includes(name));
  const help = `sisir ${command === undefined ? '' : `${command.name} `}--help`;
  switch (error.code) {
    case 'commander.unknownCommand':
      return unknown(
        { id: 'Perintah', en: 'The command' },
        word,
        commands.map(({ name }) => name),
        help,
      );
    case 'commander.unknownOption': {
      const names = [...GLOBAL_OPTIONS, ...(command?.options ?? [])].map(
        (option) => `--${optionName(option)}`,
      );
      return unknown({ id: 'Opsi', en: 'The option' }, word.replace(/=.*/s, ''), [...names, '--help'], help);
    }
    case 'commander.missingArgument':
      return new UsageError({
        id: `Argumen ${word.toUpperCase()} belum ada. Lihat contohnya: ${help}`,
        en: `The argument ${word.toUpperCase()} is missing. See the example: ${help}`,
      });
    case 'commander.optionMissingArgument':
      return new UsageError({
        id: `Opsi "${word}" memerlukan nilai. Lihat: ${help}`,
        en: `The option "${word}" needs a value. See: ${help}`,
      });
    default:
      return new UsageError({
        id: `Susunan perintah tidak dikenali: terlalu banyak argumen. Lihat: ${help}`,
        en: `The command line is not understood: too many arguments. See: ${help}`,
      });
  }
}

function unknown(what: Text, word: string, names: readonly string[], help: string): UsageError {
  const shown = word.slice(0, 40);
  const close = nearest(word, names);
  return new UsageError({
    id: `${what.id} "${shown}" tidak dikenal.${close === undefined ? '' : ` Mungkin maksudnya "${close}".`} Lihat: ${help}`,
    en: `${what.en} "${shown}" is unknown.${close === undefined ? '' : ` Perhaps "${close}" is meant.`} See: ${help}`,
  });
}
