import { sql } from '../../engine/sql.ts';

/**
 * What a row of match_row says for certain of its person: birth date and sex in one integer, where the NIK confirms
 * both, else NULL. Rows whose identities differ are two people: one slip does not change column and NIK in harmony
 * (guard `dua-identitas-lengkap`). No rule pairs them, unless their NIK are one slip apart; on an untended roll they were
 * a third of all candidates.
 */
export const IDENTITY = sql`CASE WHEN
    nik_number // 100000000 % 100 = day(birth_date) + CASE WHEN sex = 2 THEN 40 ELSE 0 END
    AND nik_number // 1000000 % 100 = month(birth_date)
    AND nik_number // 10000 % 100 = year(birth_date) % 100
    AND nik_number % 10000 <> 0
  THEN CAST(((year(birth_date) * 16 + month(birth_date)) * 32 + day(birth_date)) * 2 + sex - 1 AS INTEGER) END`;
