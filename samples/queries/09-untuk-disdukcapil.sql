-- id: Berapa kasus dua orang dengan satu NIK yang perlu disampaikan kepada Disdukcapil, menurut satker?
-- en: How many cases of two people with one NIK are to be put to Disdukcapil, by satker?
SELECT kode_kabupaten, count(DISTINCT group_key) AS groups, count(*) AS voters
FROM 'runs/latest/data-ganda/groups.parquet'
WHERE suggestion = 'dukcapil'
GROUP BY ALL
ORDER BY groups DESC, kode_kabupaten;
