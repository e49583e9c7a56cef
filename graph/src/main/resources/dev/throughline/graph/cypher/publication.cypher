MATCH (t:Throughline {tenant: $tenant})
WHERE t.version IS NOT NULL
RETURN t.version AS version, t.assessedAt AS assessedAt, t.state AS state, t.nodes AS nodes,
  t.relationships AS relationships, t.written AS written
