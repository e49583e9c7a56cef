UNWIND $hashes AS hash
MATCH (c:FactChunk {tenant: $tenant, hash: hash})
USING INDEX c:FactChunk(tenant, hash)
RETURN c.hash AS hash, c.facts AS facts, c.bytes AS bytes
