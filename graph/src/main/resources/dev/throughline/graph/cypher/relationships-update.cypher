MATCH (a)-[r]->()
WHERE id(r) IN $rows AND r.fingerprint IS NOT NULL AND a.tenant = $tenant
SET r += $properties[toString(id(r))]
RETURN count(r) AS matched
