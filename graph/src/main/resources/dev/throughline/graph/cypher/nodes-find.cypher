// An asset is found by its key, whatever was derived by its nodeId.
UNWIND $rows AS row
CALL {
  WITH row
  MATCH (n:Asset {key: row})
  USING INDEX n:Asset(key)
  WHERE n:ThroughlineNode AND n.tenant = $tenant AND n.nodeId IS NULL
  RETURN id(n) AS number
  UNION ALL
  WITH row
  MATCH (n:ThroughlineNode {tenant: $tenant, nodeId: row})
  USING INDEX n:ThroughlineNode(tenant, nodeId)
  RETURN id(n) AS number
}
RETURN collect(number) AS numbers, collect(row) AS ids
