import type { Database } from '../../engine/database.ts';
import type { Sql } from '../../engine/sql.ts';
import type { Manifest } from '../../model/manifest.ts';
import type { Text } from '../../model/text.ts';
import type { Encrypted } from './encrypted.ts';

/** A published run as the checks see it. */
export interface RunUnderCheck {
  readonly folder: string;
  readonly manifest: Manifest;
  /** Files that retention removed, by their path in the run. */
  readonly pruned: ReadonlySet<string>;
  /** Numbers of 16 digits in the examples of rules, which the report shows: nobody's. */
  readonly madeUp: ReadonlySet<string>;
  /** Every file below the folder, `/` as separator. */
  readonly files: readonly { readonly path: string; readonly bytes: number }[];
  readonly encrypted: Encrypted;
  /** Each table whose files are all there is a view of its name; `manifest_figure(what, figure)` holds the figures. */
  readonly database: Database;
  /** Names of those tables. */
  readonly tables: ReadonlySet<string>;
}

/** One thing that is wrong: where, and what was found. Never a voter's data. */
export type Fault = Text;

export interface Check {
  readonly id: string;
  /** What holds of a run that is whole. */
  readonly title: Text;
  /** Tables (names of the data dictionary) without which it cannot be checked. */
  readonly reads?: readonly string[];
  /** It looks through whatever tables can be read, so that it says less where some cannot. */
  readonly surveys?: true;
  /** @returns what is wrong; nothing where all is well; undefined where it cannot be known */
  find(run: RunUnderCheck): Promise<Fault[] | undefined>;
}

/** A check by a query, of which each row is a fault: `what` is wrong, `expected` and `found` where it is a figure. */
export function queryCheck(
  check: Pick<Check, 'id' | 'title'> & {
    readonly reads: readonly string[];
    readonly query: Sql;
  },
): Check {
  const { query, ...rest } = check;
  return {
    ...rest,
    async find({ database }) {
      const rows = await database.rows<{ what: string; expected?: Figure; found?: Figure }>(query);
      return rows.map(({ what, expected, found }) => figures(what, expected, found));
    },
  };
}

type Figure = string | number | bigint | null;

/** `what`, and what should stand there and what does. */
export function figures(what: string, expected?: Figure, found?: Figure): Fault {
  if (expected === undefined || found === undefined) return { id: what, en: what };
  return {
    id: `${what}: seharusnya ${expected ?? '–'}, ternyata ${found ?? '–'}`,
    en: `${what}: should be ${expected ?? '–'}, is ${found ?? '–'}`,
  };
}
