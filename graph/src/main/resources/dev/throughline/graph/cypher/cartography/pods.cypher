MATCH (n:KubernetesPod)
WHERE n.id > $after
RETURN n.id AS id, n.lastupdated AS updated, n.cluster_name AS account,
       n.name AS name, n.namespace AS namespace, n.status_phase AS phase,
       [(n)-[:CONTAINS]->(c:KubernetesContainer) WHERE c.image IS NOT NULL | [c.image, c.status_image_sha]] AS images
ORDER BY id
LIMIT $limit
