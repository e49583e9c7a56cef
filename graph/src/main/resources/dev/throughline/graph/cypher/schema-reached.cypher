MERGE (s:ThroughlineSchema {name: 'throughline'})
SET s.version = $version
