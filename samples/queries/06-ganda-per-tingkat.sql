-- id: Berapa pemilih Data Ganda di setiap satker menurut tingkat K1, K2, K3, dan mirip?
-- en: How many voters are in Data Ganda groups in each satker, by the grades K1, K2, K3 and mirip?
PIVOT (
  SELECT kode_kabupaten, nama_kabupaten, voters, grade, "count"
  FROM 'runs/latest/distribution/kabupaten.parquet'
  WHERE measure = 'grade'
)
ON grade IN ('K1', 'K2', 'K3', 'mirip')
USING coalesce(sum("count"), 0)
ORDER BY kode_kabupaten;
