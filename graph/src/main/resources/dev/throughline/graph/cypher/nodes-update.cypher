UNWIND $rows AS row
MATCH (n)
WHERE id(n) = row[0] AND n:ThroughlineNode AND n.tenant = $tenant AND n.nodeId = row[1]
SET n += row[2]
RETURN count(n) AS matched
