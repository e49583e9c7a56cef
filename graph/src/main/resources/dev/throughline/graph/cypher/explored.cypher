MATCH (t:Throughline {tenant: $tenant})
WHERE t.version IS NOT NULL
OPTIONAL MATCH (a:ThroughlineNode {tenant: $tenant, nodeId: 'assessment'})
RETURN t.state AS state, coalesce(a.incomplete, []) AS incomplete
