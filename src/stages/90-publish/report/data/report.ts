import { createHash } from 'node:crypto';
import type { CodeBook } from '../../../../model/parameters.ts';
import type { Rule } from '../../../../model/rule.ts';
import type { Language } from '../../../../model/text.ts';
import { loadMaps, type Maps } from './maps.ts';
import { comparableRun, type RunFacts } from './run-facts.ts';
import type {
  AgeBand,
  BirthDay,
  CauseCount,
  Chance,
  ChangeCount,
  Comparison,
  Disability,
  DistrictPair,
  Progress,
  PublishedTables,
  RuleCount,
  SatkerRow,
} from './tables.ts';

/** Everything that the pages of one run are made from, but the areas below satker, which are read page by page. */
export interface Report {
  readonly run: RunFacts;
  readonly language: Language;
  readonly rules: ReadonlyMap<string, Rule>;
  readonly codeBook: CodeBook;
  readonly maps: Maps;
  readonly satker: readonly SatkerRow[];
  readonly ruleCounts: readonly RuleCount[];
  readonly comparisons: readonly Comparison[];
  readonly causes: readonly CauseCount[];
  readonly districtPairs: readonly DistrictPair[];
  readonly chance: readonly Chance[];
  readonly ages: readonly AgeBand[];
  readonly birthDays: readonly BirthDay[];
  readonly disabilities: readonly Disability[];
  readonly changes: readonly ChangeCount[];
  readonly progress: readonly Progress[];
  /** Runs kept in the same folder, oldest first, without this one. */
  readonly earlier: readonly RunFacts[];
  /** The one that this run is compared with. */
  readonly previous: RunFacts | undefined;
  /** Folder that all input files lie in, which their names are shown without. */
  readonly inputFolder: string;
  /** Hash over the paths and hashes of the run's tables. */
  readonly fingerprint: string;
}

export interface ReportSetting {
  readonly run: RunFacts;
  readonly language: Language;
  readonly rules: readonly Rule[];
  readonly codeBook: CodeBook;
  readonly earlier: readonly RunFacts[];
}

/** Reads the published tables of a run. @throws QueryError when one cannot be read */
export async function readReport(tables: PublishedTables, setting: ReportSetting): Promise<Report> {
  const { run, language, rules, codeBook, earlier } = setting;
  return {
    run,
    language,
    rules: new Map(rules.map((rule) => [rule.id, rule])),
    codeBook,
    maps: loadMaps(),
    satker: await tables.satker(),
    ruleCounts: await tables.rules(),
    comparisons: await tables.comparisons(),
    causes: await tables.causes(),
    districtPairs: await tables.districtPairs(),
    chance: await tables.chance(),
    ages: await tables.ages(),
    birthDays: await tables.birthDays(),
    disabilities: await tables.disabilities(),
    changes: await tables.changes(),
    progress: await tables.progress(),
    earlier,
    previous: comparableRun(run, earlier),
    inputFolder: commonFolder(run.inputs.map(({ path }) => path)),
    fingerprint: fingerprintOf(run),
  };
}

/** The folder, with its `/`, that all paths begin with. */
export function commonFolder(paths: readonly string[]): string {
  const [first = '', ...others] = paths;
  let folder = first.slice(0, first.lastIndexOf('/') + 1);
  while (folder !== '' && others.some((path) => !path.startsWith(folder)))
    folder = folder.slice(0, folder.lastIndexOf('/', folder.length - 2) + 1);
  return folder;
}

function fingerprintOf({ outputs }: RunFacts): string {
  const lines = outputs
    .filter(({ path }) => !path.startsWith('report/'))
    .map(({ path, sha256 }) => `${sha256}  ${path}\n`);
  return createHash('sha256').update(lines.toSorted().join('')).digest('hex');
}

/** Name of a satker; an unknown area has none. */
export function satkerName(code: string, name: string | null): string {
  return name ?? `(${code})`;
}

/** A name in which the words that all kabupaten share are dropped: `Cilacap`, `Kota Semarang`. */
export function shortName(name: string): string {
  return name.replace(/^Kabupaten /, '');
}
