MATCH (n:Asset)
USING INDEX SEEK n:Asset(key)
WHERE n.key > $after AND n:ThroughlineNode AND n.tenant = $tenant AND n.nodeId IS NULL
WITH n
ORDER BY n.key
LIMIT $limit
RETURN collect(id(n)) AS numbers, collect(n.key) AS ids, collect(coalesce(n.fingerprint, 0)) AS fingerprints
