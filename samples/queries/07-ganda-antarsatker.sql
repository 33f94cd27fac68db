-- id: Satker mana saja yang berbagi pasangan Data Ganda? Setiap pasangan perlu jawaban kedua satker.
-- en: Which satker share Data Ganda pairs? Each pair needs the answer of both.
SELECT
  least(left(kode_desa_a, 4), left(kode_desa_b, 4)) AS satker_1,
  greatest(left(kode_desa_a, 4), left(kode_desa_b, 4)) AS satker_2,
  count(*) AS pairs,
  count(*) FILTER (grade <> 'mirip') AS with_equal_nik,
  count(*) FILTER (tier = 'pasti') AS pasti
FROM 'runs/latest/data-ganda/pairs.parquet'
WHERE left(kode_desa_a, 4) <> left(kode_desa_b, 4) AND NOT bridge_cut
GROUP BY ALL
ORDER BY pairs DESC, satker_1, satker_2;
