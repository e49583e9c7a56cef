UNWIND $batch.rows AS row
MATCH (n:ThroughlineNode {tenant: $tenant, nodeId: row})
USING INDEX n:ThroughlineNode(tenant, nodeId)
RETURN collect(id(n)) AS numbers, collect(row) AS ids
