package dev.throughline.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.Scope;
import dev.throughline.store.RiskStore;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Who is asked what in a cluster, and that a follower is told what it must have seen before it answers. */
final class RoutingTest {
    private static final Scope ACME = new Scope("github", "acme");
    private static final Pattern BOOKMARK = Pattern.compile("FB:[A-Za-z0-9+/=]+");

    private final Neo4jSettings settings =
            Neo4jSettings.defaults().withTenant(UUID.randomUUID().toString()).withPlaintextAllowed();

    @Test
    void theLeaderWritesAndAFollowerReadsWhatWasWritten() throws Exception {
        try (StubCluster cluster = new StubCluster(TestServer.boltUri());
                RiskStore store = TestServer.connect(cluster.uri(), settings)) {
            TestServer.see(store, ACME);
            String written = lastBookmark(cluster.fromLeader());
            assertThat(store.lastSeen(ACME)).isPresent();

            assertThat(containing(cluster.toLeader(), "MERGE (s:Scope")).isNotEmpty();
            assertThat(containing(cluster.toFollower(), "MERGE")).isEmpty();
            assertThat(containing(cluster.toFollower(), "RETURN s.seenAt")).hasSize(1);
            assertThat(containing(cluster.toLeader(), "RETURN s.seenAt")).isEmpty();
            assertThat(containing(cluster.toFollower(), "mode\u0081r", written)).isNotEmpty();
        }
    }

    @Test
    void aServerOfItsOwnIsItsOwnCluster() {
        try (RiskStore store = TestServer.connect(TestServer.boltUri().replace("bolt://", "neo4j://"), settings)) {
            TestServer.see(store, ACME);

            assertThat(store.lastSeen(ACME)).isPresent();
        }
    }

    private static String lastBookmark(List<String> answers) {
        String last = null;
        for (String answer : answers) {
            for (Matcher found = BOOKMARK.matcher(answer); found.find(); ) {
                last = found.group();
            }
        }
        return last;
    }

    private static List<String> containing(List<String> messages, String... parts) {
        return messages.stream()
                .filter(message -> List.of(parts).stream().allMatch(message::contains))
                .toList();
    }
}
