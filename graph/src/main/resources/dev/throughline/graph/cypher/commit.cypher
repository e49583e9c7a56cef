// Runs after seen.cypher in the same transaction, which holds the lock of the scope by then.
MATCH (s:Scope {tenant: $tenant, id: $scope})
WHERE s.head = $expected
CREATE (r:Run)
SET r = $run, r.committedAt = datetime(), s.head = $expected + 1
RETURN properties(r) AS run
