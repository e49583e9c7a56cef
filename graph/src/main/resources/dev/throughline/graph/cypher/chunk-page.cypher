MATCH (c:FactChunk)
USING INDEX c:FactChunk(tenant, hash)
WHERE c.tenant = $tenant AND c.hash > $after
WITH c.hash AS hash
ORDER BY hash
LIMIT $limit
RETURN collect(hash) AS hashes
