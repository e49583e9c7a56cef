// The write takes the lock, so that what is read after it stays the same until the end of the transaction.
MERGE (s:Scope {tenant: $tenant, id: $scope})
  ON CREATE SET s.head = 0, s.fence = 0
SET s.lock = true
WITH s
RETURN s.head AS head, coalesce(s.fence, 0) AS fence, s.leaseUntil AS leaseUntil, s.leaseChange AS leaseChange,
  datetime.realtime() AS now
