-- id: Pemilih mana yang punya temuan paling banyak? Biasanya kolomnya tergeser: perbaiki berkasnya, bukan orangnya.
-- en: Which voters have most findings? Usually their columns are shifted: mend the file, not the person.
SELECT voter_key, kode_desa, tps, source_path, count(*) AS findings,
  string_agg(rule_id, ', ' ORDER BY rule_id) AS rules
FROM 'runs/latest/data-invalid/*/*.parquet'
WHERE subject = 'voter' AND severity IN ('error', 'warning')
GROUP BY voter_key, kode_desa, tps, source_path
HAVING findings >= 3
ORDER BY findings DESC, voter_key
LIMIT 50;
