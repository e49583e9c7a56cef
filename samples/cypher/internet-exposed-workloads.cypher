// Which workloads does the internet reach, how, and which repositories is their code said to come from?
MATCH (workload:Workload)-[:HAS_RISK_FACTOR]->(factor:RiskFactor {factor: 'internet-exposed', verdict: 'yes'})
OPTIONAL MATCH (workload)-[:CONTAINS*0..1]->()-[:CREATED_FROM]->()-[origin:BUILT_FROM]->(repository:Repository)
RETURN workload.key AS workload,
       factor.statement AS why,
       [key IN factor.proof WHERE NOT key STARTS WITH 'outside:'] AS way,
       collect(DISTINCT repository.key + ' (' + origin.trust + ')') AS repositories
ORDER BY workload
