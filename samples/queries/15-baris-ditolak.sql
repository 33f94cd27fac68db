-- id: Berkas mana yang barisnya ditolak, dan mengapa? (Isi barisnya data pribadi dan tidak ditampilkan.)
-- en: Which files have rejected rows, and why? (The rows themselves are personal data and not shown.)
SELECT path, sheet, reason, count(*) AS rejected, min(line) AS first_line
FROM 'runs/latest/rejects/rejects.parquet'
GROUP BY ALL
ORDER BY rejected DESC, path, sheet, reason;
