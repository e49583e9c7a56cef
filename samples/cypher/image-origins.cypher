// Which repository and commit is each image said to be built from, by what evidence?
// An image with two repositories is a conflict; an image without any line here is not mapped.
MATCH (image)-[origin:BUILT_FROM]->(source)
OPTIONAL MATCH (tag:ImageTag)-[:TAGGED]->(image)
WITH image, origin, source, collect(tag.key) AS tags
RETURN image.key AS image,
       tags,
       source.key AS builtFrom,
       origin.method AS method,
       origin.trust AS trust,
       round(origin.confidence * 100) AS percent,
       origin.evidence AS evidence
ORDER BY tags, image, percent DESC, builtFrom, method
