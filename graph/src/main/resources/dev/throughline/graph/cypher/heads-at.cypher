// The head must be visible, so that no run before it is taken for the newest.
MATCH (s:Scope)
USING INDEX s:Scope(tenant, id)
WHERE s.tenant = $tenant AND s.id > '' AND s.head > 0
MATCH (h:Run {tenant: $tenant, scope: s.id, number: s.head})
USING INDEX h:Run(tenant, scope, number)
WITH s, h
CALL {
  WITH s
  OPTIONAL MATCH (r:Run {tenant: $tenant, scope: s.id})
  USING INDEX r:Run(tenant, scope, number)
  WHERE r.number <= s.head AND r.committedAt <= $time
  RETURN r
  ORDER BY r.tenant DESC, r.scope DESC, r.number DESC
  LIMIT 1
}
CALL {
  WITH s
  MATCH (o:Run {tenant: $tenant, scope: s.id})
  USING INDEX o:Run(tenant, scope, number)
  WHERE o.number > 0
  RETURN o
  ORDER BY o.tenant, o.scope, o.number
  LIMIT 1
}
RETURN s.id AS scope, s.head AS head, properties(r) AS run, o.number AS oldest, o.committedAt AS since
