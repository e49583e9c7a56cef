MATCH (a)-[r:/*types*/]->()
WHERE id(r) IN $batch.rows AND a.tenant = $tenant
SET r += $properties[toString(id(r))]
RETURN count(r) AS matched
