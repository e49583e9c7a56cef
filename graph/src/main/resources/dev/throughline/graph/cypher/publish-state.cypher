// The write takes the lock, so that the publisher read after it stays the same until the end of the transaction.
MATCH (t:Throughline {tenant: $tenant})
SET t.fence = $publisher
WITH t
WHERE t.publisher = $publisher
SET t += $state, t.publishedAt = datetime()
RETURN count(t) AS held
