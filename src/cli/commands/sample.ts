import { mkdir, readdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { EXIT, UsageError } from '../../model/errors.ts';
import { PROFILE_NAMES } from '../../sample/profiles.ts';
import type { Command, Invocation } from '../command.ts';
import { checkDate } from '../config.ts';
import { numberFormat } from '../format.ts';
import { localDate } from '../local-date.ts';
import { openLog } from '../log.ts';
import { JSON_OUTPUT, REFERENCE_DATE, THREADS, textOption } from '../options.ts';
import { observe } from '../progress.ts';

export const sample: Command = {
  name: 'sample',
  summary: {
    id: 'Membuat daftar pemilih buatan, berikut kunci jawabannya. Tidak ada orang sungguhan di dalamnya.',
    en: 'Makes synthetic voter rolls together with their truth. No real person is in them.',
  },
  example: {
    line: 'sisir sample --rows 10000 --seed 1 --out contoh',
    meaning: {
      id: 'sepuluh ribu pemilih buatan di folder contoh',
      en: 'ten thousand made-up voters in the folder contoh',
    },
  },
  arguments: [],
  options: [
    {
      usage: '--rows <n>',
      meaning: { id: 'jumlah pemilih; baku: 10000', en: 'number of voters; default: 10000' },
    },
    {
      usage: '--seed <n>',
      meaning: {
        id: 'benih; benih sama, berkas sama; baku: 1',
        en: 'seed; same seed, same files; default: 1',
      },
    },
    {
      usage: '--profile <name>',
      meaning: {
        id: `mutu daftar: ${PROFILE_NAMES.join(', ')}; baku: maintained2025`,
        en: `quality of the roll: ${PROFILE_NAMES.join(', ')}; default: maintained2025`,
      },
    },
    {
      usage: '--out <folder>',
      meaning: { id: 'folder kosong atau baru (wajib)', en: 'an empty or new folder (required)' },
    },
    {
      usage: '--kabupaten <codes>',
      meaning: { id: 'kode dipisah koma, misalnya 3301,3374', en: 'codes between commas, e.g. 3301,3374' },
    },
    {
      usage: '--plant-every',
      meaning: {
        id: 'tanam setiap jenis cacat paling sedikit sekali',
        en: 'plant every kind of defect at least once',
      },
    },
    THREADS,
    REFERENCE_DATE,
    JSON_OUTPUT,
  ],
  async run(invocation) {
    const { io, language, options } = invocation;
    const request = await requestOf(invocation);
    const { generateSample } = await import('../../sample/index.ts');
    const observer = observe(io, language, openLog(io));
    observer.stageStarted('sample');
    const started = io.now().getTime();
    try {
      const { rows, files } = await generateSample({
        ...request,
        onProgress: (made) => observer.stageProgress('sample', made / request.rows),
      });
      observer.stageFinished('sample', io.now().getTime() - started, rows);
      const shown = textOption(invocation, 'out') ?? '';
      const numbers = numberFormat(language);
      io.stdout.write(
        options['json'] === true
          ? `${JSON.stringify({ rows, files })}\n`
          : language === 'id'
            ? `${numbers.count(rows)} pemilih buatan dalam ${numbers.count(files.length)} berkas di ${shown}.\nSisir dengan: sisir run ${shown}\n`
            : `${numbers.count(rows)} made-up voters in ${numbers.count(files.length)} files in ${shown}.\nComb them with: sisir run ${shown}\n`,
      );
      return EXIT.done;
    } finally {
      observer.stop();
    }
  },
};

async function requestOf(invocation: Invocation) {
  const profile = PROFILE_NAMES.find(
    (name) => name === (textOption(invocation, 'profile') ?? 'maintained2025'),
  );
  if (profile === undefined) {
    throw new UsageError({
      id: `Profil "${textOption(invocation, 'profile')?.slice(0, 40)}" tidak ada. Pilih: ${PROFILE_NAMES.join(', ')}.`,
      en: `There is no profile "${textOption(invocation, 'profile')?.slice(0, 40)}". Choose: ${PROFILE_NAMES.join(', ')}.`,
    });
  }
  const referenceDate = textOption(invocation, 'reference-date') ?? localDate(invocation.io.now());
  checkDate(referenceDate);
  const codes = textOption(invocation, 'kabupaten');
  const threads =
    textOption(invocation, 'threads') === undefined
      ? {}
      : { threads: wholeNumber(invocation, 'threads', 1, 1) };
  return {
    rows: wholeNumber(invocation, 'rows', 10_000, 1),
    seed: wholeNumber(invocation, 'seed', 1, 0),
    profile,
    out: await emptyFolder(invocation),
    referenceDate,
    ...threads,
    ...(codes === undefined
      ? {}
      : { kabupaten: codes.split(',').map((code) => code.replaceAll('.', '').trim()) }),
    plantEvery: invocation.options['plant-every'] === true,
  };
}

function wholeNumber(invocation: Invocation, name: string, otherwise: number, least: number): number {
  const text = textOption(invocation, name);
  if (text === undefined) return otherwise;
  const value = Number(text.replaceAll('_', ''));
  if (/^[\d_]+$/.test(text) && Number.isSafeInteger(value) && value >= least) return value;
  throw new UsageError({
    id: `Opsi --${name} berisi "${text.slice(0, 40)}". Tulis bilangan bulat, paling sedikit ${least}.`,
    en: `The option --${name} holds "${text.slice(0, 40)}". Write a whole number of at least ${least}.`,
  });
}

async function emptyFolder(invocation: Invocation): Promise<string> {
  const out = textOption(invocation, 'out');
  if (out === undefined) {
    throw new UsageError({
      id: 'Opsi --out belum ada. Sebutkan folder baru, misalnya: sisir sample --out contoh',
      en: 'The option --out is missing. Name a new folder, e.g.: sisir sample --out contoh',
    });
  }
  const folder = resolve(invocation.io.cwd, out);
  const present = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw new UsageError({
      id: `"${out}" bukan folder yang dapat ditulis (${error.code}). Sebutkan folder baru dengan --out.`,
      en: `"${out}" is no folder that can be written (${error.code}). Name a new folder with --out.`,
    });
  });
  if (present.length > 0) {
    throw new UsageError({
      id: `Folder "${out}" tidak kosong. Sisir tidak menimpa berkas: sebutkan folder baru dengan --out.`,
      en: `The folder "${out}" is not empty. Sisir overwrites no file: name a new folder with --out.`,
    });
  }
  await mkdir(folder, { recursive: true });
  return folder;
}
