// Which ways lead from outside to what is critical or sensitive, step by step?
MATCH (path:AttackPath)-[step:STEP]->(asset)
WITH path, step, asset
ORDER BY step.index
WITH path, collect('-' + step.edge + '-> ' + asset.key) AS steps
MATCH (path)-[:STARTS_AT]->(entry)
RETURN path.level AS level,
       round(path.probability * 100) AS percent,
       path.title AS title,
       [entry.key] + steps AS steps,
       path.breaks AS breaks
ORDER BY path.probability DESC, title
