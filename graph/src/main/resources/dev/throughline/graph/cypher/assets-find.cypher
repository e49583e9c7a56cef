UNWIND $batch.rows AS row
MATCH (n:Asset {key: row})
USING INDEX n:Asset(key)
WHERE n:ThroughlineNode AND n.tenant = $tenant AND n.nodeId IS NULL
RETURN collect(id(n)) AS numbers, collect(row) AS ids
