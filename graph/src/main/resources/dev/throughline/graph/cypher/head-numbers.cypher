MATCH (s:Scope)
USING INDEX s:Scope(tenant, id)
WHERE s.tenant = $tenant AND s.id > '' AND s.head > 0
RETURN s.id AS scope, s.head AS head
