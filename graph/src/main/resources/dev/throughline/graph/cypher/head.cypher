MATCH (s:Scope {tenant: $tenant, id: $scope})
WHERE s.head > 0
OPTIONAL MATCH (r:Run {tenant: $tenant, scope: $scope, number: s.head})
RETURN properties(r) AS run
