UNWIND $batch.rows AS row
MATCH (n)
WHERE id(n) = row AND n:ThroughlineNode AND n.tenant = $tenant
SET n:ThroughlineNode/*labels*/
/*remove*/
RETURN count(n) AS matched
