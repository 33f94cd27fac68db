-- id: Pemilih mana yang ganda dan sekaligus punya temuan error? Memperbaiki satu menyelesaikan dua. Ganti kodenya.
-- en: Which voters are in a Data Ganda group and have an error finding as well? One correction settles both. Change the code.
SELECT member.kode_desa, member.tps, member.dpid, member.grade, member.suggestion,
  string_agg(finding.rule_id, ', ' ORDER BY finding.rule_id) AS rules
FROM 'runs/latest/data-ganda/groups.parquet' AS member
JOIN 'runs/latest/data-invalid/*/*.parquet' AS finding USING (voter_key)
WHERE member.kode_kabupaten = '3374' AND finding.severity = 'error'
GROUP BY ALL
ORDER BY member.kode_desa, member.tps, member.dpid;
