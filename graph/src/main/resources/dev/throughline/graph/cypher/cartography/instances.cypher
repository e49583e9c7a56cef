MATCH (n:AWSEC2Instance|EC2Instance)
WHERE n.id > $after
RETURN n.id AS id, n.lastupdated AS updated,
       head([(n)<-[:RESOURCE]-(a:AWSAccount) | a.id]) AS account,
       n.arn AS arn, n.region AS region, n.publicipaddress AS publicAddress, n.privateipaddress AS privateAddress,
       n.metadatahttptokens AS tokens,
       [(n)-[:INSTANCE_PROFILE]->(p:AWSInstanceProfile) | p.arn] AS profiles,
       [(n)-[:INSTANCE_PROFILE]->(p:AWSInstanceProfile)-[:ASSOCIATED_WITH]->(r:AWSRole) | [p.arn, r.arn]] AS roles
ORDER BY id
LIMIT $limit
