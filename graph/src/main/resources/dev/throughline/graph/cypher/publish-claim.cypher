MERGE (t:Throughline {tenant: $tenant})
SET t.publisher = $publisher
RETURN coalesce(t.propertyNames, []) AS propertyNames
