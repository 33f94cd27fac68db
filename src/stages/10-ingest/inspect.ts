import { open, stat } from 'node:fs/promises';
import type { Config } from '../../model/config.ts';
import type { InputProblem } from '../../model/errors.ts';
import type { InputFile } from '../../model/input-file.ts';
import { areaOfPath } from './area-of-path.ts';
import { expandInputs, type FoundInput } from './expand-inputs.ts';
import { inspectCsv } from './inspect-csv.ts';
import { inspectParquet } from './inspect-parquet.ts';
import { inspectXlsx } from './inspect-xlsx.ts';
import { fileEmpty, fileUnreadable, gzipBroken, notParquet, notText, notXlsx } from './problems.ts';

/** What one format's inspection found; `file` is absent when the file cannot be understood at all. */
export interface FileUnderstanding {
  readonly problems: readonly InputProblem[];
  readonly file?: Omit<
    InputFile,
    'fileId' | 'path' | 'absolutePath' | 'bytes' | 'modifiedMs' | 'kabupaten' | 'areaFrom'
  >;
  /** Lines above the header. */
  readonly titles?: readonly string[];
  /** What could be seen of a file without a header. */
  readonly partial?: { readonly encoding: string; readonly delimiter: string; readonly quoted: boolean };
}

export interface Inspection {
  readonly files: readonly InputFile[];
  readonly problems: readonly InputProblem[];
}

export interface InspectOptions {
  /** Share of the bytes that were read, 0 to 1, and the file being read. */
  readonly onProgress?: (share: number, path: string) => void;
}

/**
 * Finds out how every input is to be understood, before anything is written. Every file is looked at and every
 * problem reported at once; `files` holds those without a problem, numbered in path order.
 */
export async function inspectInputs(
  patterns: readonly string[],
  config: Config,
  { onProgress }: InspectOptions = {},
): Promise<Inspection> {
  const { found, problems } = await expandInputs(patterns);
  const sizes = await Promise.all(found.map(({ absolutePath }) => sizeOf(absolutePath)));
  const allBytes = sizes.reduce((sum, size) => sum + size, 0);
  const files: InputFile[] = [];
  const allProblems = [...problems];
  let readBytes = 0;
  for (const input of found) {
    const { understanding, file } = await inspectFile(input, config, files.length + 1, (bytes) => {
      readBytes += bytes;
      onProgress?.(allBytes === 0 ? 1 : Math.min(1, readBytes / allBytes), input.path);
    });
    allProblems.push(...understanding.problems);
    if (file !== undefined && understanding.problems.length === 0) files.push(file);
  }
  return { files, problems: allProblems };
}

/** Understands one file, whatever its format. `file` is given even when it has problems with its columns. */
export async function inspectFile(
  input: FoundInput,
  config: Config,
  fileId: number,
  onBytes: (bytes: number) => void,
): Promise<{ readonly understanding: FileUnderstanding; readonly file?: InputFile }> {
  try {
    const { size, mtimeMs } = await stat(input.absolutePath);
    const understanding: FileUnderstanding =
      size === 0 ? { problems: [fileEmpty(input.path)] } : await understand(input, config, onBytes);
    const { file } = understanding;
    if (file === undefined) return { understanding };
    const area = areaOfPath(input.path);
    const kabupaten =
      area?.kabupaten ??
      (config.kode_kabupaten === undefined ? undefined : Number(config.kode_kabupaten.replace('.', '')));
    const areaFrom = area?.from ?? (kabupaten === undefined ? 'none' : 'config');
    return {
      understanding,
      file: {
        ...file,
        fileId,
        path: input.path,
        absolutePath: input.absolutePath,
        bytes: size,
        modifiedMs: mtimeMs,
        ...(kabupaten === undefined ? {} : { kabupaten }),
        areaFrom,
      },
    };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
    if (code === undefined || !/^E[A-Z]+$/.test(code)) throw error;
    return { understanding: { problems: [fileUnreadable(input.path, code)] } };
  }
}

/** The first bytes that tell a format, whatever the file is called. */
const MAGIC = {
  parquet: 'PAR1',
  zip: 'PK\u0003\u0004',
  gzip: '\u001f\u008b',
  ole: '\u00d0\u00cf\u0011\u00e0',
} as const;

async function understand(
  input: FoundInput,
  config: Config,
  onBytes: (bytes: number) => void,
): Promise<FileUnderstanding> {
  const { path, absolutePath } = input;
  const name = path.toLowerCase();
  const starts = await edges(absolutePath);
  const begins = (magic: string) => starts.first.startsWith(magic);
  if (name.endsWith('.parquet')) {
    const whole = begins(MAGIC.parquet) && starts.last === MAGIC.parquet;
    return whole ? inspectParquet(input, config, onBytes) : { problems: [notParquet(path)] };
  }
  if (name.endsWith('.xlsx')) {
    return begins(MAGIC.zip) ? inspectXlsx(input, config, onBytes) : { problems: [notXlsx(path)] };
  }
  if (begins(MAGIC.zip))
    return {
      problems: [
        notText(path, { id: 'arsip ZIP atau buku kerja XLSX', en: 'a ZIP archive or an XLSX workbook' }),
      ],
    };
  if (begins(MAGIC.ole))
    return { problems: [notText(path, { id: 'buku kerja XLS lama', en: 'an old XLS workbook' })] };
  if (begins(MAGIC.parquet) && starts.last === MAGIC.parquet)
    return { problems: [notText(path, { id: 'data Parquet', en: 'Parquet data' })] };
  const compressed = begins(MAGIC.gzip);
  if (name.endsWith('.gz') && !compressed) return { problems: [gzipBroken(path)] };
  return inspectCsv(input, config, { compressed, onBytes });
}

/** The first and last four bytes of a file as latin-1. */
async function edges(path: string): Promise<{ readonly first: string; readonly last: string }> {
  const handle = await open(path);
  try {
    const { size } = await handle.stat();
    const [first, last] = [Buffer.alloc(4), Buffer.alloc(4)];
    await handle.read(first, 0, 4, 0);
    await handle.read(last, 0, 4, Math.max(0, size - 4));
    return { first: first.toString('latin1'), last: last.toString('latin1') };
  } finally {
    await handle.close();
  }
}

async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch {
    return 0;
  }
}
