import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Command } from '../../src/cli/command.ts';
import { reportFailure } from '../../src/cli/failure.ts';
import { chooseLanguage } from '../../src/cli/language.ts';
import { dispatch } from '../../src/cli/program.ts';
import { identifier, join as joinSql, literal, sql, trusted } from '../../src/engine/sql.ts';
import { configSchema } from '../../src/model/config.ts';
import { FINDING_TABLE, GROUP_TABLE, type OutputTable, PAIR_TABLE } from '../../src/model/output-tables.ts';
import { withDatabase } from '../support/stages.ts';
import { testIo } from './helpers.ts';

export type Cell = string | number | boolean | null;
export type TableRow = Readonly<Record<string, Cell>>;

async function writeTable(path: string, { columns }: OutputTable, rows: readonly TableRow[]): Promise<void> {
  mkdirSync(dirname(path), { recursive: true });
  const select = (row: TableRow) =>
    joinSql(
      columns.map(
        ({ name, type }) =>
          sql`CAST(${literal(row[name] ?? null)} AS ${trusted(type)}) AS ${identifier(name)}`,
      ),
    );
  const none = sql`SELECT ${select({})} WHERE false`;
  const parts = rows.map((row) => sql`SELECT ${select(row)}`);
  await withDatabase(async (database) => {
    await database.run(
      sql`COPY (${joinSql([none, ...parts], ' UNION ALL ')}) TO ${literal(path)} (FORMAT parquet)`,
    );
  });
}

/** Writes the tables of a published run that `evaluate` and `explain` read; what a row leaves out is NULL. */
export async function makeRun(
  folder: string,
  tables: {
    readonly pairs?: readonly TableRow[];
    readonly groups?: readonly TableRow[];
    readonly findings?: readonly TableRow[];
    readonly manifest?: Readonly<Record<string, unknown>>;
  },
): Promise<string> {
  const findings = FINDING_TABLE.path.replace('*', '3301').replace('*', 'findings');
  await writeTable(join(folder, PAIR_TABLE.path), PAIR_TABLE, tables.pairs ?? []);
  await writeTable(join(folder, GROUP_TABLE.path), GROUP_TABLE, tables.groups ?? []);
  await writeTable(join(folder, findings), FINDING_TABLE, tables.findings ?? []);
  const manifest = {
    run_id: '20261122T010203Z',
    engine_version: 'test',
    reference_date: '2026-11-22',
    inputs: [],
    parameters: configSchema.parse({}),
    ...tables.manifest,
  };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  return folder;
}

/** Calls a command line of these commands only, as `main` would. */
export function calling(commands: readonly Command[]) {
  return async (argv: readonly string[], overrides: Parameters<typeof testIo>[0] = {}) => {
    const { io, out, err } = testIo(overrides);
    const language = chooseLanguage(argv, io);
    const exitCode = await dispatch(commands, argv, { io, language, version: '0' }).catch((error: unknown) =>
      reportFailure(error, { io, language, debug: true }),
    );
    return { exitCode, out: out(), err: err() };
  };
}
