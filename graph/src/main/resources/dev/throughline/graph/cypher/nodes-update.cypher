UNWIND $rows AS row
MATCH (n)
WHERE id(n) = row.node AND n.tenant = $tenant AND n.nodeId = row.nodeId
SET n:ThroughlineNode/*labels*/, n += row.properties
/*remove*/
RETURN count(n) AS matched
