MATCH (n)
WHERE id(n) IN $rows
RETURN id(n) AS node, labels(n) AS labels, keys(n) AS names
