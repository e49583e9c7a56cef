MATCH (n:AWSAccount)
WHERE n.id > $after
RETURN n.id AS id, n.lastupdated AS updated, n.id AS account, n.name AS name
ORDER BY id
LIMIT $limit
