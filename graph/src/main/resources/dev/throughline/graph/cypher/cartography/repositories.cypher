MATCH (n:GitHubRepository)
WHERE n.id > $after
RETURN n.id AS id, n.lastupdated AS updated,
       head([(n)-[:OWNER]->(o:GitHubOrganization) | o.username]) AS account,
       n.url AS url, n.name AS name, n.private AS private, n.defaultbranch AS branch, n.archived AS archived
ORDER BY id
LIMIT $limit
