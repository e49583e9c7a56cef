MATCH (n:AWSRole)
WHERE n.id > $after
RETURN n.id AS id, n.lastupdated AS updated,
       head([(n)<-[:RESOURCE]-(a:AWSAccount) | a.id]) AS account,
       n.arn AS arn, n.name AS name,
       [(n)-[:TRUSTS_AWS_PRINCIPAL]->(p:AWSPrincipal) WHERE p.arn STARTS WITH 'arn:' | p.arn] AS trusted
ORDER BY id
LIMIT $limit
