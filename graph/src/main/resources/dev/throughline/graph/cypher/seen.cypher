MERGE (s:Scope {tenant: $tenant, id: $scope})
  ON CREATE SET s.head = 0
SET s.seenAt = datetime()
