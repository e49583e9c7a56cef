UNWIND $rows AS row
CREATE (n:ThroughlineNode/*labels*/)
SET n = row
RETURN collect(id(n)) AS nodes, collect(n.nodeId) AS ids
