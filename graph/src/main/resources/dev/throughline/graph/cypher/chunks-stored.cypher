UNWIND $hashes AS hash
MATCH (c:FactChunk {tenant: $tenant, hash: hash})
USING INDEX c:FactChunk(tenant, hash)
RETURN collect(hash) AS stored
