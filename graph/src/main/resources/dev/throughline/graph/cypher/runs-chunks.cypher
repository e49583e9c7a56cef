UNWIND $marked AS marked
MATCH (r:Run {tenant: $tenant, scope: marked.scope})
USING INDEX r:Run(tenant, scope, number)
WHERE r.number > marked.number
RETURN r.scope AS scope, r.number AS number, r.partitionChunks AS chunks
