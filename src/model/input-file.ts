import type { SourceColumnName } from './source-columns.ts';

export const INPUT_FORMATS = ['csv', 'parquet', 'xlsx'] as const;
export type InputFormat = (typeof INPUT_FORMATS)[number];
export type DateOrder = 'dmy' | 'mdy' | 'ymd';
export type Encoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'windows-1252';
/** How the lines of a text file end. */
export type LineEnd = 'lf' | 'crlf' | 'cr' | 'mixed';

/** The physical lines of a text file, counted by what they are. */
export interface LineCounts {
  readonly total: number;
  /** Above the header. */
  readonly title: number;
  /** Without a character, below the header. */
  readonly blank: number;
  /** TOTAL or JUMLAH lines that end the file. */
  readonly totals: number;
  /** With a NUL character. */
  readonly withNul: number;
  /** Not UTF-8, in a file that otherwise is. */
  readonly broken: number;
  readonly end: LineEnd;
}

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
  /** When the file was last changed, in milliseconds since 1970, as seen at the inspection. */
  readonly modifiedMs: number;
  /** Of the file's bytes, hex. */
  readonly sha256: string;
  readonly format: InputFormat;
  readonly compressed: boolean;
  /** These four for csv only. */
  readonly encoding?: Encoding;
  readonly delimiter?: string;
  /** A double quote stands somewhere in the file. */
  readonly quoted?: boolean;
  readonly lines?: LineCounts;
  /** Rows, for parquet only. */
  readonly rows?: number;
  /** Header cells as written. */
  readonly header: readonly string[];
  readonly columns: readonly ColumnSource[];
  /** Headers that no source column takes. */
  readonly unusedHeaders: readonly string[];
  /** Kabupaten/kota code from the file's or folder's name or the config; 4 digits. */
  readonly kabupaten?: number;
  /** What told the kabupaten/kota. */
  readonly areaFrom: 'file' | 'folder' | 'config' | 'none';
  readonly dateOrder: DateOrder;
  /** What told the order of day and month. */
  readonly dateOrderFrom: 'rows' | 'config' | 'default';
  /** Its rows prove both day-first and month-first. */
  readonly datesContradict: boolean;
}
