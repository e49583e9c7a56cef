UNWIND $rows AS row
MATCH (n)
WHERE id(n) = row[0] AND n:ThroughlineNode AND n.tenant = $tenant AND n.nodeId = row[1]
DETACH DELETE n
