import type { InputFile } from '../../model/input-file.ts';

/** How the lines of a text file end; `mixed` takes the careful path. */
export type Newline = 'lf' | 'crlf' | 'cr' | 'mixed';

/** What the inspection saw beside the contract's `InputFile`; the stage uses it to choose the reading path. */
export interface FileFacts {
  readonly modifiedMs: number;
  readonly newline: Newline;
  /** Lines that hold a NUL character. */
  readonly nulLines: number;
  /** Lines that are not UTF-8 in a file that otherwise is. */
  readonly brokenLines: number;
  /** Rows of one file prove both day-first and month-first. */
  readonly datesContradict: boolean;
  readonly areaFrom: 'file' | 'folder' | 'config' | 'none';
}

export interface InspectedFile extends InputFile {
  readonly facts: FileFacts;
}

/** The facts of an inspected file; undefined for an `InputFile` made elsewhere, which is then read with more care. */
export function factsOf(file: InputFile): FileFacts | undefined {
  return 'facts' in file ? (file as InspectedFile).facts : undefined;
}
