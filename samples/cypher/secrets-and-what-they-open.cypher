// Which credentials open what, and who holds or reads them?
MATCH (secret)-[opens:CAN_AUTHENTICATE_TO]->(target)
OPTIONAL MATCH (reader)-[:MOUNTS|USES_SECRET]->(secret)
OPTIONAL MATCH (thief)-[attack:CAN_ATTACK]->(secret)
RETURN secret.key AS secret,
       target.key AS opens,
       opens.reason AS reason,
       collect(DISTINCT reader.key) AS readers,
       collect(DISTINCT thief.key + ' by ' + attack.edge) AS attackers
ORDER BY secret, opens
