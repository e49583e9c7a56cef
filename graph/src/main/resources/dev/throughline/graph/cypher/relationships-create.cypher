UNWIND $rows AS row
MATCH (a)
WHERE id(a) = row[0]
MATCH (b)
WHERE id(b) = row[1]
WITH row, a, b
WHERE a:ThroughlineNode AND a.tenant = $tenant AND b:ThroughlineNode AND b.tenant = $tenant
CREATE (a)-[r:/*type*/]->(b)
/*properties*/
RETURN count(r) AS matched
