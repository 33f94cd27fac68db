import { sql } from '../../engine/sql.ts';
import { type Check, queryCheck } from './check.ts';

/** Data Ganda: groups, their members and pairs. Keys name no person. */
export const GANDA_CHECKS: readonly Check[] = [
  queryCheck({
    id: 'keep-one',
    title: {
      id: 'Setiap kelompok mengusulkan paling sedikit satu baris tetap',
      en: 'Every group proposes at least one row to stay',
    },
    reads: ['groups'],
    query: sql`SELECT group_key AS what FROM groups GROUP BY group_key HAVING NOT bool_or(suggested_keep) ORDER BY what`,
  }),
  queryCheck({
    id: 'members',
    title: {
      id: 'Setiap kelompok punya anggota sebanyak yang disebutnya, paling sedikit dua, masing-masing satu kali',
      en: 'Every group has as many members as it says, two at least, each of them once',
    },
    reads: ['groups'],
    query: sql`SELECT group_key AS what, max(members) AS expected, count(DISTINCT voter_key) AS found FROM groups
      GROUP BY group_key HAVING min(members) <> count(DISTINCT voter_key) OR max(members) <> count(*) OR count(*) < 2
      ORDER BY what`,
  }),
  queryCheck({
    id: 'one-group',
    title: { id: 'Tidak ada pemilih dalam dua kelompok', en: 'No voter is in two groups' },
    reads: ['groups'],
    query: sql`SELECT min(group_key) || ' / ' || max(group_key) AS what FROM groups
      GROUP BY voter_key HAVING count(*) > 1 ORDER BY what`,
  }),
  queryCheck({
    id: 'pairs-in-groups',
    title: {
      id: 'Kedua baris setiap pasangan menjadi anggota kelompok: kelompok yang sama, kecuali sambungannya diputus',
      en: 'Both rows of every pair are members of a group: of the same one, unless their link was cut',
    },
    reads: ['pairs', 'groups'],
    query: sql`SELECT pair_key AS what FROM pairs
      LEFT JOIN groups AS a ON a.voter_key = voter_key_a LEFT JOIN groups AS b ON b.voter_key = voter_key_b
      WHERE a.group_key IS NULL OR b.group_key IS NULL OR (a.group_key <> b.group_key AND NOT bridge_cut) ORDER BY what`,
  }),
  queryCheck({
    id: 'pairs-written',
    title: {
      id: 'Setiap kelompok punya pasangan sebanyak yang disebutnya',
      en: 'Every group has as many pairs as it says',
    },
    reads: ['pairs', 'groups'],
    query: sql`SELECT group_key AS what, max(pairs_written) AS expected, coalesce(any_value(pairs), 0) AS found FROM groups
      LEFT JOIN (
        SELECT group_key, count(*) AS pairs FROM pairs JOIN groups ON voter_key = voter_key_a WHERE NOT bridge_cut
        GROUP BY group_key
      ) USING (group_key)
      GROUP BY group_key HAVING max(pairs_written) <> coalesce(any_value(pairs), 0) ORDER BY what`,
  }),
  queryCheck({
    id: 'keys',
    title: {
      id: 'Kunci temuan dan kunci pasangan tidak berulang, dan sisi a setiap pasangan mendahului sisi b',
      en: 'Keys of findings and of pairs are unique, and side a of every pair comes before side b',
    },
    reads: ['data_invalid', 'pairs'],
    query: sql`SELECT 'finding_key ' || finding_key AS what FROM data_invalid GROUP BY finding_key HAVING count(*) > 1
      UNION ALL SELECT 'pair_key ' || pair_key FROM pairs GROUP BY pair_key HAVING count(*) > 1
      UNION ALL SELECT 'pair_key ' || pair_key FROM pairs WHERE voter_key_a >= voter_key_b`,
  }),
  queryCheck({
    id: 'partitions',
    title: {
      id: 'Setiap temuan ada di folder kabupaten/kotanya',
      en: 'Every finding lies in the folder of its kabupaten/kota',
    },
    reads: ['data_invalid'],
    query: sql`SELECT regexp_extract(filename, 'kabupaten=[0-9]+') AS what, count(*) AS found, 0 AS expected FROM data_invalid
      WHERE NOT contains(filename, 'kabupaten=' || kode_kabupaten || '/') GROUP BY what ORDER BY what`,
  }),
];
