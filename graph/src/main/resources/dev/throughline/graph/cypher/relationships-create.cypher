UNWIND $batch.rows AS row
MATCH (a)
WHERE id(a) = row[0]
WITH row, a
WHERE a:ThroughlineNode AND a.tenant = $tenant
UNWIND row[2] AS end
MATCH (b)
WHERE id(b) = end/*number*/
WITH row, a, end, b
WHERE b:ThroughlineNode AND b.tenant = $tenant
CREATE (a)-[r:/*type*/]->(b)
/*properties*/
RETURN count(r) AS matched
