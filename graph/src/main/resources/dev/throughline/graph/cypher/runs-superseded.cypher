// All that were committed before, but the newest of each scope: that was the head at the time.
MATCH (r:Run)
USING INDEX r:Run(tenant, scope, number)
WHERE r.tenant = $tenant AND r.scope > '' AND r.number > 0 AND r.committedAt < $keepSince
WITH r
ORDER BY r.tenant, r.scope, r.number
WITH r.scope AS scope, collect(r.number) AS numbers
UNWIND numbers[..-1] AS number
RETURN scope, number
