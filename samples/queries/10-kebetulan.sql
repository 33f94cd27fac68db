-- id: Di satker mana nama dan tanggal lahir sama lebih sering daripada yang wajar karena kebetulan?
-- en: In which satker do equal names and birth dates occur more often than chance would give?
SELECT kode_kabupaten, nama_kabupaten, voters, pairs_observed, pairs_expected, pairs_excess, pairs_mirip
FROM 'runs/latest/distribution/chance.parquet'
WHERE level = 'kabupaten'
ORDER BY pairs_excess DESC, kode_kabupaten;
