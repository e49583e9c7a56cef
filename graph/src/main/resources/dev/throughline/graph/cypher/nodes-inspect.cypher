MATCH (n)
WHERE id(n) IN $batch.rows
RETURN id(n) AS number, labels(n) AS labels, keys(n) AS names
