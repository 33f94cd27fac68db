import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What takes longest, the longest first; one of these alone at the end would keep a core idle. */
const LONG = [
  'stages/40-block/block',
  'stages/50-score/train',
  'cli/train',
  'faults/',
  'pipeline',
  'cli/evaluate-run',
  'properties/',
  'stages/80-compare/nights',
  'stages/60-group/',
  'cli/',
];

function place({ moduleId }: TestSpecification): number {
  const found = LONG.findIndex((part) => moduleId.includes(`/test/${part}`));
  return found < 0 ? LONG.length : found;
}

/** Test files that take long begin first, on the first run of a clone too. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return files.toSorted((left, right) => place(left) - place(right));
  }
}
