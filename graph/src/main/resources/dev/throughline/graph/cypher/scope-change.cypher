MATCH (s:Scope {tenant: $tenant, id: $scope})
SET s += $changes
