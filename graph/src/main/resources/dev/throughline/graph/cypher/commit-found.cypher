MATCH (r:Run {tenant: $tenant, scope: $scope, number: $run.number})
WHERE r.commitId = $run.commitId
RETURN r.committedAt AS committedAt
