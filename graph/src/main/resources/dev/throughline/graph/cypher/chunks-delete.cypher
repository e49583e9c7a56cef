// What has no time was written before there was one.
UNWIND $hashes AS hash
MATCH (c:FactChunk {tenant: $tenant, hash: hash})
USING INDEX c:FactChunk(tenant, hash)
WHERE coalesce(c.writtenAt < datetime.realtime() - duration({seconds: $grace}), true)
DETACH DELETE c
RETURN count(c) AS deleted
