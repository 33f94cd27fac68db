import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { Database } from '../../src/engine/database.ts';
import { loadReference, referenceFolder } from '../../src/engine/reference.ts';
import { identifier, literal, sql } from '../../src/engine/sql.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Path of a DuckDB file that holds the reference tables. */
    readonly referenceDatabase: string;
  }
}

export const REFERENCE_TABLES = ['area', 'tps_reference'];

/** Loads the reference tables once for all tests of stages: to read them anew takes five times as long as to attach them. */
export default async function setup({ provide }: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'sisir-reference-'));
  const path = join(folder, 'reference.duckdb');
  const database = await Database.open({ threads: 2, memory: '1GB', folder: join(folder, 'run') });
  await loadReference(database, referenceFolder());
  await database.run(sql`ATTACH ${literal(path)} AS reference`);
  for (const table of REFERENCE_TABLES)
    await database.run(sql`CREATE TABLE reference.${identifier(table)} AS FROM main.${identifier(table)}`);
  await database.run(sql`DETACH reference`);
  database.close();
  provide('referenceDatabase', path);
  return () => rmSync(folder, { recursive: true, force: true });
}
