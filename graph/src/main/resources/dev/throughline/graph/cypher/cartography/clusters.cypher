MATCH (n:KubernetesCluster)
WHERE n.id > $after
RETURN n.id AS id, n.lastupdated AS updated, n.id AS account, n.name AS name, n.version AS version
ORDER BY id
LIMIT $limit
