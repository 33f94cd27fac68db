import type { Database } from '../../engine/database.ts';
import { type Sql, sql, trusted } from '../../engine/sql.ts';
import { TIERS } from '../../model/ganda.ts';
import type { WrongfulFlags } from './evaluation.ts';
import { rateOf } from './rate.ts';

/** What the voters are parted by; each is SQL over the roll's columns and gives a text, NULL where it is unknown. */
const PARTS: Readonly<Record<WrongfulFlags['by'], string>> = {
  all: `'all'`,
  sex: 'sex',
  age: `CASE WHEN age < 17 THEN '00-16' WHEN age < 25 THEN '17-24' WHEN age >= 75 THEN '75+'
    WHEN age IS NOT NULL THEN (age - 5) // 10 * 10 + 5 || '-' || (age - 5) // 10 * 10 + 14 END`,
  name_words: `CASE WHEN nama_upper IS NOT NULL THEN CASE WHEN contains(trim(nama_upper), ' ') THEN 'several' ELSE 'one' END END`,
  kode_kabupaten: `CASE WHEN area_kabupaten > 0 THEN lpad(CAST(area_kabupaten AS VARCHAR), 4, '0') END`,
};

/**
 * Voters in published pairs at `kuat` or surer, none of them with a row of their own person, per 1,000 voters whom the
 * truth knows: by sex, age, number of words in the name, and kabupaten/kota. Reads judged, assessed, roll.
 */
export async function wrongfulFlags(database: Database): Promise<WrongfulFlags[]> {
  const strong = sql`SELECT dpid_a AS dpid, is_true FROM judged WHERE tier_rank <= ${TIERS.indexOf('kuat')}
      UNION ALL SELECT dpid_b, is_true FROM judged WHERE tier_rank <= ${TIERS.indexOf('kuat')}`;
  await database.run(sql`CREATE TABLE assessed_voter AS
    SELECT sex, age, nama_upper, area_kabupaten, coalesce(is_wrong, false) AS is_wrong
    FROM assessed
    JOIN (SELECT row_id, sex, age, nama_upper, area_kabupaten FROM roll) AS roll USING (row_id)
    LEFT JOIN (SELECT dpid, NOT bool_or(is_true) AS is_wrong FROM (${strong}) GROUP BY dpid) AS flagged USING (dpid)`);
  const found: WrongfulFlags[] = [];
  for (const by of Object.keys(PARTS) as WrongfulFlags['by'][]) found.push(...(await ratesBy(database, by)));
  return found;
}

async function ratesBy(database: Database, by: WrongfulFlags['by']): Promise<WrongfulFlags[]> {
  const value: Sql = trusted(PARTS[by]);
  const rows = await database.rows<{ value: string; voters: number; wrong: number }>(sql`SELECT
      coalesce(${value}, 'unknown') AS value, count(*) AS voters, count(*) FILTER (is_wrong) AS wrong
    FROM assessed_voter GROUP BY 1 ORDER BY 1`);
  return rows.map((row) => ({ by, value: row.value, ...rateOf(row.wrong, row.voters) }));
}
