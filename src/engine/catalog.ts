import { readdir, stat } from 'node:fs/promises';
import { join as joinPath } from 'node:path';
import { z } from 'zod';
import type { Database } from './database.ts';
import { identifier, literal, sql, trusted } from './sql.ts';

/** Everything that a run has put into the catalog, in a form that outlives the process. */
export const catalogSchema = z.strictObject({
  /** Views in the order in which they were made, as the statement that makes them. */
  views: z.array(z.strictObject({ name: z.string(), statement: z.string() })),
  /** Tables in memory, each copied to a Parquet file. */
  tables: z.array(z.strictObject({ name: z.string(), file: z.string() })),
  /** Every Parquet file of the work folder. */
  files: z.array(z.strictObject({ file: z.string(), bytes: z.int().nonnegative() })),
});

export type Catalog = z.output<typeof catalogSchema>;

interface CatalogTable {
  readonly name: string;
  readonly oid: number;
  readonly rows: number;
}

interface CatalogEntry {
  readonly name: string;
  readonly oid: number;
  readonly statement: string;
}

async function tablesOf(database: Database): Promise<CatalogTable[]> {
  return await database.rows<CatalogTable>(sql`SELECT table_name AS name, table_oid AS oid, estimated_size AS rows
    FROM duckdb_tables() WHERE NOT internal AND NOT temporary ORDER BY table_oid`);
}

async function viewsOf(database: Database): Promise<CatalogEntry[]> {
  return await database.rows<CatalogEntry>(sql`SELECT view_name AS name, view_oid AS oid, sql AS statement
    FROM duckdb_views() WHERE NOT internal AND NOT temporary ORDER BY view_oid`);
}

async function filesOf(folder: string): Promise<Catalog['files']> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.parquet')).toSorted();
  return await Promise.all(
    names.map(async (file) => ({ file, bytes: (await stat(joinPath(folder, file))).size })),
  );
}

const keyOf = ({ oid, rows }: CatalogTable) => `${oid} ${rows}`;

/**
 * Keeps the tables and views that a run has made in its catalog; macros are not kept, no stage makes any. What stood
 * there when the keeper was made (parameters, reference tables) is made anew by every run and not kept.
 */
export class CatalogKeeper {
  readonly #database: Database;
  readonly #before: ReadonlySet<string>;
  /** Tables that were copied: what identifies them → file. */
  readonly #copied = new Map<string, string>();

  private constructor(database: Database, before: ReadonlySet<string>) {
    this.#database = database;
    this.#before = before;
  }

  static async on(database: Database): Promise<CatalogKeeper> {
    const there = [...(await tablesOf(database)), ...(await viewsOf(database))];
    return new CatalogKeeper(database, new Set(there.map(({ name, oid }) => `${name} ${oid}`)));
  }

  #isNew({ name, oid }: { readonly name: string; readonly oid: number }): boolean {
    return !this.#before.has(`${name} ${oid}`);
  }

  /** Copies the tables that are new since the last call. @throws QueryError */
  async save(stage: string): Promise<Catalog> {
    const tables = (await tablesOf(this.#database)).filter((table) => this.#isNew(table));
    for (const table of tables.filter((each) => !this.#copied.has(keyOf(each)))) {
      const file = `kept-${stage}-${table.name}.parquet`;
      await this.#database.writeParquet(
        joinPath(this.#database.folder, file),
        sql`SELECT * FROM ${identifier(table.name)}`,
      );
      this.#copied.set(keyOf(table), file);
    }
    const views = (await viewsOf(this.#database)).filter((entry) => this.#isNew(entry));
    return {
      views: views.map(({ name, statement }) => ({ name, statement })),
      tables: tables.map((table) => ({ name: table.name, file: this.#copied.get(keyOf(table)) ?? '' })),
      files: await filesOf(this.#database.folder),
    };
  }

  /** Makes again what `save` kept. @throws QueryError when a file is damaged */
  async restore({ tables, views }: Catalog): Promise<void> {
    for (const { name, file } of tables) {
      const path = joinPath(this.#database.folder, file);
      await this.#database.run(
        sql`CREATE OR REPLACE TABLE ${identifier(name)} AS SELECT * FROM read_parquet(${literal(path)})`,
      );
    }
    for (const { statement } of views) await this.#database.run(trusted(statement));
    const fileOf = new Map(tables.map(({ name, file }) => [name, file]));
    for (const table of await tablesOf(this.#database)) {
      const file = fileOf.get(table.name);
      if (file !== undefined) this.#copied.set(keyOf(table), file);
    }
  }
}

/** Whether every file is there, as long as it was. */
export async function isComplete(folder: string, { files }: Catalog): Promise<boolean> {
  const found = new Map((await filesOf(folder)).map(({ file, bytes }) => [file, bytes]));
  return files.every(({ file, bytes }) => found.get(file) === bytes);
}
