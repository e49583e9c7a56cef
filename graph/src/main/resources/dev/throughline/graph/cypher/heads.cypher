MATCH (s:Scope)
WHERE s.tenant = $tenant AND s.head > 0
OPTIONAL MATCH (r:Run {tenant: $tenant, scope: s.id, number: s.head})
RETURN s.id AS scope, s.head AS head, properties(r) AS run
