-- id: Berapa pemilih yang harus dilihat di setiap TPS satu satker? Untuk membagi pekerjaan PPS. Ganti kodenya.
-- en: How many voters are to be looked at at each TPS of a satker? To divide the work of the PPS. Change the code.
SELECT nama_kecamatan, nama_desa, tps, voters, flagged_voters
FROM 'runs/latest/distribution/tps.parquet'
WHERE kode_kabupaten = '3374' AND measure = 'voters' AND flagged_voters > 0
ORDER BY kode_kecamatan, kode_desa, tps;
