// Which workloads run code of a repository, and by which images?
// An image counts for the repository it was most likely built from.
// Parameter: repository, such as repository:github.com/harborline/payments-api
MATCH (repository:Repository {key: $repository})<-[origin:BUILT_FROM]-(image)
WHERE NOT EXISTS {
    MATCH (image)-[better:BUILT_FROM]->(:Repository)
    WHERE better.confidence > origin.confidence
}
MATCH (image)<-[:CREATED_FROM]-()<-[:CONTAINS*0..1]-(workload:Workload)
RETURN workload.key AS workload,
       image.key AS image,
       collect(DISTINCT origin.method + ' (' + origin.trust + ')') AS evidence
ORDER BY workload, image
