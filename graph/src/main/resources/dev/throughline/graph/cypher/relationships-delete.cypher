MATCH (a)-[r:/*types*/]->()
WHERE id(r) IN $batch.rows AND a.tenant = $tenant
DELETE r
