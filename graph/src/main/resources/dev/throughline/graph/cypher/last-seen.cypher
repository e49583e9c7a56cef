MATCH (s:Scope {tenant: $tenant, id: $scope})
RETURN s.seenAt AS seenAt
