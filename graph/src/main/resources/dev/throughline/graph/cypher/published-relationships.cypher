UNWIND $nodes AS node
MATCH (a)
WHERE id(a) = node
MATCH (a)-[r]->(b)
WHERE r.fingerprint IS NOT NULL
RETURN type(r) AS type, collect(id(a)) AS starts, collect(id(b)) AS ends, collect(id(r)) AS relationships,
  collect(r.fingerprint) AS fingerprints, collect(coalesce(r.discriminator, '')) AS discriminators
