CREATE CONSTRAINT throughline_schema IF NOT EXISTS FOR (s:ThroughlineSchema) REQUIRE s.name IS UNIQUE;
CREATE CONSTRAINT throughline_scope IF NOT EXISTS FOR (s:Scope) REQUIRE (s.tenant, s.id) IS UNIQUE;
CREATE CONSTRAINT throughline_run IF NOT EXISTS FOR (r:Run) REQUIRE (r.tenant, r.scope, r.number) IS UNIQUE;
CREATE CONSTRAINT throughline_chunk IF NOT EXISTS FOR (c:FactChunk) REQUIRE (c.tenant, c.hash) IS UNIQUE;
CREATE CONSTRAINT throughline_node IF NOT EXISTS FOR (n:ThroughlineNode) REQUIRE (n.tenant, n.nodeId) IS UNIQUE;
CREATE CONSTRAINT throughline_state IF NOT EXISTS FOR (t:Throughline) REQUIRE t.tenant IS UNIQUE;
