-- id: Baris mana di satu satker yang diusulkan TMS ganda, dan baris mana yang diusulkan tetap? Ganti kodenya.
-- en: Which rows of a satker are proposed as TMS (duplicate), and which row is proposed to stay? Change the code.
SELECT proposed.group_key, proposed.dpid, proposed.kode_desa, proposed.tps, proposed.grade, proposed.tier,
  string_agg(kept.dpid, ' ' ORDER BY kept.dpid) AS kept
FROM 'runs/latest/data-ganda/groups.parquet' AS proposed
JOIN 'runs/latest/data-ganda/groups.parquet' AS kept ON kept.group_key = proposed.group_key AND kept.suggestion = 'abaikan'
WHERE proposed.kode_kabupaten = '3374' AND proposed.suggestion = 'tms-ganda'
GROUP BY ALL
ORDER BY proposed.kode_desa, proposed.tps, proposed.group_key, proposed.dpid;
