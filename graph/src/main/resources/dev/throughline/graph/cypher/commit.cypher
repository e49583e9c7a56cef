// Runs after scope-lock.cypher. Takes the lock of the record too, so that commits have the order of their times, and
// nothing is collected meanwhile.
MERGE (t:ThroughlineRecord {tenant: $tenant})
SET t.lock = true
WITH t, datetime.realtime() AS now
WITH t, CASE WHEN t.committedAt > now THEN t.committedAt ELSE now END AS at
SET t.committedAt = at
WITH at
MATCH (s:Scope {tenant: $tenant, id: $scope})
CREATE (r:Run)
SET r = $run, r.committedAt = at, s.head = $run.number, s.seenAt = at
SET s.leaseUntil = null, s.leaseChange = null
RETURN at AS committedAt
