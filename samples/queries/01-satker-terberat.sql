-- id: Satker mana yang paling banyak perlu diperiksa, dibandingkan dengan jumlah pemilihnya?
-- en: Which satker have most to verify, compared with their number of voters?
SELECT kode_kabupaten, nama_kabupaten, voters, flagged_voters, flagged_per_1000, findings_error, findings_warning, ganda_voters
FROM 'runs/latest/distribution/summary.parquet'
ORDER BY flagged_per_1000 DESC, kode_kabupaten;
