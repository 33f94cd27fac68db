-- id: Aturan mana yang tidak dapat dinilai bagi banyak pemilih karena kolomnya kosong atau tidak terbaca?
-- en: Which rules could not be assessed for many voters, since their column is empty or cannot be read?
SELECT rule_id, kode_kabupaten, nama_kabupaten, voters, not_assessable,
  round(100 * not_assessable / voters, 1) AS percent
FROM 'runs/latest/distribution/kabupaten.parquet'
WHERE measure = 'rule' AND not_assessable > 0
ORDER BY percent DESC, rule_id, kode_kabupaten
LIMIT 50;
