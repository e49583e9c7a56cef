MATCH (s:Scope)
USING INDEX s:Scope(tenant, id)
WHERE s.tenant = $tenant AND s.id > '' AND s.head > 0
MATCH (r:Run {tenant: $tenant, scope: s.id, number: s.head})
USING INDEX r:Run(tenant, scope, number)
RETURN s.id AS scope, s.head AS head, properties(r) AS run
