-- id: Dua puluh desa dengan pemilih perlu diperiksa terbanyak per 1.000 pemilih, di antara desa dengan sedikitnya 50 pemilih.
-- en: The twenty desa with most voters to verify per 1,000 voters, among those with at least 50 voters.
SELECT nama_kabupaten, nama_kecamatan, nama_desa, kode_desa, voters, flagged_voters, flagged_per_1000
FROM 'runs/latest/distribution/desa.parquet'
WHERE measure = 'voters' AND voters >= 50
ORDER BY flagged_per_1000 DESC, kode_desa
LIMIT 20;
