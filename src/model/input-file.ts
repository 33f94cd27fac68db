import type { SourceColumnName } from './source-columns.ts';

export const INPUT_FORMATS = ['csv', 'parquet', 'xlsx'] as const;
export type InputFormat = (typeof INPUT_FORMATS)[number];
export type DateOrder = 'dmy' | 'mdy' | 'ymd';

/** How one source column is taken from a file. */
export interface ColumnSource {
  readonly column: SourceColumnName;
  /** Positions in the file's own columns, from 0; several are joined by one space. */
  readonly positions: readonly number[];
  /** strptime format of a mapped date, if the config states one. */
  readonly format?: string;
}

/** How one input file is understood, found out before anything is written. */
export interface InputFile {
  /** Number in path order, from 1. */
  readonly fileId: number;
  /** As the user gave it, `/` as separator. */
  readonly path: string;
  readonly absolutePath: string;
  readonly bytes: number;
  /** Of the file's bytes, hex. */
  readonly sha256: string;
  readonly format: InputFormat;
  readonly compressed: boolean;
  /** For csv: `utf-8`, `utf-8-bom`, `utf-16le`, `utf-16be`, `windows-1252`. */
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly quoted?: boolean;
  /** Physical lines, and what they are; csv only. */
  readonly lines?: {
    readonly total: number;
    readonly title: number;
    readonly blank: number;
    readonly totals: number;
  };
  /** Header cells as written. */
  readonly header: readonly string[];
  readonly columns: readonly ColumnSource[];
  /** Headers that no source column takes. */
  readonly unusedHeaders: readonly string[];
  /** Kabupaten/kota code from the file's or folder's name or the config; 4 digits. */
  readonly kabupaten?: number;
  readonly dateOrder: DateOrder;
  /** What told the order of day and month. */
  readonly dateOrderFrom: 'rows' | 'config' | 'default';
}
