MERGE (t:ThroughlineRecord {tenant: $tenant})
SET t.lock = true
