MATCH (n:AWSECRRepositoryImage|ECRRepositoryImage)
WHERE n.id > $after
RETURN n.id AS id, n.lastupdated AS updated,
       head([(n)<-[:RESOURCE]-(a:AWSAccount) | a.id]) AS account,
       n.uri AS uri,
       [(n)-[:IMAGE]->(i:AWSECRImage|ECRImage) | i.digest] AS digests
ORDER BY id
LIMIT $limit
