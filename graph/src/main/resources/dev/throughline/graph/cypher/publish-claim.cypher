// Takes all locks a publisher writes under. So what an earlier one has begun is done when this returns, and it begins no more.
MERGE (t:Throughline {tenant: $tenant})
SET t.fence = $publisher
WITH t, t.publisher AS previous, t.state AS state
SET t.publisher = $publisher
WITH t, previous, state
UNWIND $lanes AS number
MERGE (t)-[:HAS_LANE]->(l:ThroughlineLane {number: number})
SET l.publisher = $publisher
RETURN previous, state, count(l) AS lanes
