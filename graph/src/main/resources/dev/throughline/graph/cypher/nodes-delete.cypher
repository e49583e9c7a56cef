UNWIND $rows AS row
MATCH (n:ThroughlineNode)
WHERE id(n) = row.node AND n.tenant = $tenant AND n.nodeId = row.nodeId
DETACH DELETE n
