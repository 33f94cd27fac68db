-- id: Kelompok Data Ganda mana yang anggotanya paling banyak? Sering satu NIK isian, bukan satu orang.
-- en: Which Data Ganda groups have most members? Often a NIK filled in for many, not one person.
SELECT group_key, any_value(members) AS members, any_value(group_grade) AS group_grade, any_value(scope) AS scope,
  count(DISTINCT kode_desa) AS desa, count(*) FILTER (suggested_keep) AS proposed_to_stay
FROM 'runs/latest/data-ganda/groups.parquet'
GROUP BY group_key
ORDER BY members DESC, group_key
LIMIT 20;
