MATCH (n:AWSS3Bucket|S3Bucket)
WHERE n.id > $after
RETURN n.id AS id, n.lastupdated AS updated,
       head([(n)<-[:RESOURCE]-(a:AWSAccount) | a.id]) AS account,
       n.arn AS arn, n.name AS name, n.anonymous_access AS anonymous, n.default_encryption AS encrypted
ORDER BY id
LIMIT $limit
