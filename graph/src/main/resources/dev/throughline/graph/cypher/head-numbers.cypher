MATCH (s:Scope)
WHERE s.tenant = $tenant AND s.head > 0
RETURN s.id AS scope, s.head AS head
