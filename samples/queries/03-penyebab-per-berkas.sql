-- id: Berkas mana yang rusak, dan apa penyebabnya (misalnya dibuka dengan Excel)? Kantor pengirimnya perlu dibantu.
-- en: Which files are damaged, and by what (opened with Excel, say)? The office that sent them needs help.
SELECT source_path, rule_id, cause, count(*) AS findings
FROM 'runs/latest/data-invalid/*/*.parquet'
WHERE cause IS NOT NULL AND severity = 'error'
GROUP BY ALL
ORDER BY findings DESC, source_path, rule_id, cause;
