// The write takes the lock, so that the publisher read after it stays the same until the end of the transaction.
MATCH (t:Throughline {tenant: $tenant})-[:HAS_LANE]->(l:ThroughlineLane {number: $lane})
SET l.fence = $publisher
WITH l
WHERE l.publisher = $publisher
RETURN count(l) AS held
