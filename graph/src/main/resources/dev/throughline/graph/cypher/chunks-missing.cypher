UNWIND $hashes AS hash
OPTIONAL MATCH (c:FactChunk {tenant: $tenant, hash: hash})
USING INDEX c:FactChunk(tenant, hash)
WITH hash, c
WHERE c IS NULL
RETURN hash
LIMIT 1
