UNWIND $batch.rows AS row
CREATE (n:ThroughlineNode/*labels*/)
SET n += row[1]
RETURN collect(id(n)) AS numbers, collect(row[2]) AS positions
