// By a list, not row by row: planned while there were few relationships, each row would search through all of them.
MATCH ()-[r]->()
WHERE id(r) IN $batch.rows
RETURN id(r) AS number, keys(r) AS names
