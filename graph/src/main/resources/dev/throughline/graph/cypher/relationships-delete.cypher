MATCH (a)-[r:/*types*/]->()
WHERE id(r) IN $rows AND a.tenant = $tenant
DELETE r
