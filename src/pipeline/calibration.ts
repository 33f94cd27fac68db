import { join } from 'node:path';
import type { Database } from '../engine/database.ts';
import { literal, sql } from '../engine/sql.ts';

const ROWS = 200_000;
const ROUNDS = 3;

/**
 * How fast this machine is: milliseconds in which DuckDB reads a fixed made-up CSV of 200,000 rows and writes it as
 * Parquet, the middle one of three. The same is measured beside the figures of the forecast (`bench/forecast.ts`).
 */
export async function calibrate(database: Database, now: () => Date): Promise<number> {
  const [csv, parquet] = ['csv', 'parquet'].map((end) => join(database.folder, `calibration.${end}`)) as [
    string,
    string,
  ];
  await database.run(sql`COPY (
      SELECT i AS a, md5(CAST(i AS VARCHAR)) AS b, 3374010000000000 + i AS c, 'NAMA ' || hash(i) % 50000 AS d,
        'TEMPAT ' || i % 400 AS e, '05|06|' || 1940 + i % 65 AS f, i % 2 AS g, 'JALAN ' || hash(i) % 9000 AS h
      FROM range(${literal(ROWS)}) AS made(i)
    ) TO ${literal(csv)} (FORMAT csv, HEADER)`);
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const begun = now().getTime();
    await database.run(
      sql`COPY (FROM read_csv(${literal(csv)}, header = true, all_varchar = true)) TO ${literal(parquet)} (FORMAT parquet)`,
    );
    times.push(now().getTime() - begun);
  }
  return times.toSorted((a, b) => a - b)[1] ?? 0;
}
