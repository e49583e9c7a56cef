UNWIND $chunks AS chunk
MERGE (c:FactChunk {tenant: $tenant, hash: chunk.hash})
  ON CREATE SET c.facts = chunk.facts, c.bytes = chunk.bytes, c.writtenAt = datetime()
