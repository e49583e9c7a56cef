MATCH (t:Throughline {tenant: $tenant})
SET t += $state, t.publishedAt = datetime()
