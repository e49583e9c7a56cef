UNWIND $batch.rows AS row
MATCH (n)
WHERE id(n) = row[0] AND n:ThroughlineNode AND n.tenant = $tenant AND coalesce(n.nodeId, n.key) = row[1]
SET n += row[2]
RETURN count(n) AS matched
