import { CHANGE_FINDING_TABLE, CHANGE_PAIR_TABLE } from './change-tables.ts';

/** What a run loses when its time is over: folders and files of its own outputs. All else stays for ever. */
const BULKY: readonly string[] = [
  'data-invalid/',
  'data-ganda/',
  'worklists/',
  'rejects/',
  'history/',
  CHANGE_FINDING_TABLE.path,
  CHANGE_PAIR_TABLE.path,
];

/** Whether retention removes an output; its path is from the run's folder, `/` as separator. */
export function isBulky(path: string): boolean {
  return BULKY.some((each) => (each.endsWith('/') ? path.startsWith(each) : path === each));
}
