MATCH (c:FactChunk)
USING INDEX c:FactChunk(tenant, hash)
WHERE c.tenant = $tenant AND c.hash > $after
WITH c
ORDER BY c.tenant, c.hash
LIMIT $limit
RETURN collect(c.hash) AS hashes
