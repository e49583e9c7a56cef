UNWIND $batch.rows AS row
MATCH (a)
WHERE id(a) = row
MATCH (a)-[r:/*types*/]->(b)
RETURN type(r) AS type, collect(id(a)) AS starts, collect(id(b)) AS ends, collect(id(r)) AS numbers,
  collect(coalesce(r.fingerprint, 0)) AS fingerprints, collect(coalesce(toIntegerOrNull(r.discriminator), 0)) AS discriminators
