// At which assets do attack paths meet, what would help there, and which repositories is their code said to come from?
MATCH (point:ChokePoint)-[:LIES_AT]->(asset)
OPTIONAL MATCH (asset)-[:CONTAINS*0..1]->()-[:CREATED_FROM]->()-[:BUILT_FROM]->(repository:Repository)
RETURN asset.key AS asset,
       point.pairs AS pairs,
       round(point.share * 100) AS percent,
       point.inMinimumCut AS inMinimumCut,
       point.remedies AS remedies,
       collect(DISTINCT repository.key) AS repositories
ORDER BY pairs DESC, asset
