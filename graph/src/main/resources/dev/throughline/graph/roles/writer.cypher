// What a Throughline that ingests and publishes needs, and no more: on a database of its own, which should be the home
// database of its user. Run by an administrator, on Enterprise or Aura; Community has no roles.
CREATE ROLE throughline_writer IF NOT EXISTS;
GRANT ACCESS ON HOME DATABASE TO throughline_writer;
// Labels do not bound it: it must see what others attached to a published node before it deletes that.
GRANT MATCH {*} ON HOME GRAPH ELEMENTS * TO throughline_writer;
GRANT WRITE ON HOME GRAPH TO throughline_writer;
GRANT NAME MANAGEMENT ON HOME DATABASE TO throughline_writer;
// For the first connection of each version. May be revoked after it, or left out if an administrator connects first.
GRANT CREATE CONSTRAINT ON HOME DATABASE TO throughline_writer;
GRANT CREATE INDEX ON HOME DATABASE TO throughline_writer;
