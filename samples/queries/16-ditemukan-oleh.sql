-- id: Aturan blok mana yang menemukan pasangan mirip, dan seberapa yakin hasilnya?
-- en: Which blocking rules found the pairs of grade mirip, and how sure are they?
SELECT found_by, count(*) AS pairs,
  count(*) FILTER (tier = 'pasti') AS pasti, count(*) FILTER (tier = 'kuat') AS kuat, count(*) FILTER (tier = 'tinjau') AS tinjau,
  round(avg(match_probability), 3) AS mean_probability
FROM (
  SELECT unnest(string_split(found_by, '+')) AS found_by, tier, match_probability
  FROM 'runs/latest/data-ganda/pairs.parquet' WHERE grade = 'mirip'
)
GROUP BY ALL
ORDER BY pairs DESC, found_by;
