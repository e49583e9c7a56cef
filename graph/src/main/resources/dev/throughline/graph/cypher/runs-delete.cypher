UNWIND $runs AS run
MATCH (r:Run {tenant: $tenant, scope: run.scope, number: run.number})
USING INDEX r:Run(tenant, scope, number)
DETACH DELETE r
