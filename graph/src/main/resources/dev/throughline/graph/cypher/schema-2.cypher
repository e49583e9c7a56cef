CREATE CONSTRAINT throughline_record IF NOT EXISTS FOR (t:ThroughlineRecord) REQUIRE t.tenant IS UNIQUE;
CREATE INDEX throughline_asset_key IF NOT EXISTS FOR (n:Asset) ON (n.key);
MATCH (r:Run)
WITH r.tenant AS tenant, max(r.committedAt) AS committedAt
MERGE (t:ThroughlineRecord {tenant: tenant})
  ON CREATE SET t.committedAt = committedAt;
