MATCH (s:Scope {tenant: $tenant, id: $scope})
OPTIONAL MATCH (r:Run {tenant: $tenant, scope: $scope, number: $expected + 1})
RETURN s.head AS head, properties(r) AS run, r.commitId AS commitId
