-- id: Aturan mana yang paling sering dilanggar di seluruh provinsi, dan di berapa satker?
-- en: Which rules are broken most in the whole province, and in how many satker?
SELECT rule_id, severity, dimension,
  sum("count") AS findings,
  round(1000 * sum("count") / sum(voters), 2) AS per_1000,
  count(*) FILTER ("count" > 0) AS satker
FROM 'runs/latest/distribution/kabupaten.parquet'
WHERE measure = 'rule'
GROUP BY ALL
HAVING findings > 0
ORDER BY findings DESC, rule_id;
