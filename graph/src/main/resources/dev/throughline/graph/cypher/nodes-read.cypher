MATCH (n:ThroughlineNode)
USING INDEX n:ThroughlineNode(tenant, nodeId)
WHERE n.tenant = $tenant AND n.nodeId > $after
WITH n
ORDER BY n.tenant, n.nodeId
LIMIT $limit
RETURN collect(id(n)) AS numbers, collect(n.nodeId) AS ids, collect(coalesce(n.fingerprint, 0)) AS fingerprints
