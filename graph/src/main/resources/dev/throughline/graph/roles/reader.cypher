// For analysts, who query what was published with Cypher. They see neither the record it was derived from nor anything
// else in the database. Run by an administrator, on Enterprise or Aura; Community has no roles. Not for a second
// Throughline: to assess is to read the record.
CREATE ROLE throughline_reader IF NOT EXISTS;
GRANT ACCESS ON HOME DATABASE TO throughline_reader;
// Every published node has this label, whatever others it has.
GRANT MATCH {*} ON HOME GRAPH NODES ThroughlineNode TO throughline_reader;
// Whether what is published is complete.
GRANT MATCH {*} ON HOME GRAPH NODES Throughline TO throughline_reader;
// Of these, only such as both ends of are seen.
GRANT MATCH {*} ON HOME GRAPH RELATIONSHIPS * TO throughline_reader;
