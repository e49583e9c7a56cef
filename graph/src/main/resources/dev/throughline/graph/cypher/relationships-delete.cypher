MATCH (a)-[r]->()
WHERE id(r) IN $rows AND r.fingerprint IS NOT NULL AND a.tenant = $tenant
DELETE r
