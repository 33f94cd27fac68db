import type { CodeBook } from '../../../model/parameters.ts';
import type { Language } from '../../../model/text.ts';
import type { ReturningSheet } from '../../../model/worklist.ts';
import type { Summary } from './summary.ts';

/** What one work list is about; its rows are written beside it. */
export interface BookSetting {
  readonly language: Language;
  /** e.g. "Kabupaten Cilacap (3301)". */
  readonly title: string;
  /** YYYY-MM-DD. */
  readonly referenceDate: string;
  readonly codeBook: CodeBook;
  readonly summary: Summary;
  /** Rows of each sheet below its header. */
  readonly rows: Readonly<Record<ReturningSheet, number>>;
}
