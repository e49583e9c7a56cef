// How many open findings are critical or high, by the repository where they are to be mended?
// A finding in an image counts for the repository the image was most likely built from.
MATCH (finding:Finding|ExposedSecret {open: true})-[:AFFECTS|CONTAINS]-(place)
WHERE finding.level IN ['critical', 'high']
OPTIONAL MATCH (place)-[origin:BUILT_FROM]->(built:Repository)
WITH finding, place, built
ORDER BY origin.confidence DESC
WITH finding, place, head(collect(built)) AS built
WITH finding, CASE WHEN place:Repository THEN place ELSE built END AS repository
RETURN coalesce(repository.key, 'unknown') AS repository,
       count(CASE WHEN finding.level = 'critical' THEN 1 END) AS critical,
       count(CASE WHEN finding.level = 'high' THEN 1 END) AS high,
       collect(DISTINCT finding.title)[..3] AS examples
ORDER BY critical DESC, high DESC, repository
