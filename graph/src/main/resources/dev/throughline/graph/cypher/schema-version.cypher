MATCH (s:ThroughlineSchema)
RETURN coalesce(max(s.version), 0) AS version
