package dev.throughline.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.Assessment;
import dev.throughline.graph.BoltProxy.Moment;
import dev.throughline.graph.BoltProxy.Point;
import dev.throughline.store.Publication;
import dev.throughline.store.RiskStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;

/** The script without any fault: what it asks of the server, and what it leaves behind. */
final class Undisturbed {
    private static final Undisturbed RUN = new Undisturbed();

    private final Map<String, String> projections = new HashMap<>();
    private final Map<Map<String, Long>, String> assessments = new ConcurrentHashMap<>();
    private final List<String> requests;
    private final String export;

    private Undisturbed() {
        String tenant = "undisturbed";
        try (BoltProxy proxy = new BoltProxy(TestServer.boltUri());
                RiskStore store = TestServer.connect(tenant, proxy.boltUri());
                RiskStore observer = TestServer.connect(tenant)) {
            Script.run(store, done -> {
                if (done.startsWith("published")) {
                    projections.put(
                            observer.published().orElseThrow().version(),
                            CanonicalExport.ofProjection(TestServer::query, tenant));
                }
            });
            requests = proxy.seen();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        export = CanonicalExport.ofDatabase(TestServer::query, tenant);
        TestServer.deleteTenant(tenant);
    }

    static Undisturbed run() {
        return RUN;
    }

    /**
     * Seeded points for faults, spread over all that is asked of the server from the first request to the last.
     *
     * @param count how many
     * @param kinds the names of the requests that count
     */
    List<Point> points(int count, List<String> kinds) {
        Map<String, Integer> occurrences = new LinkedHashMap<>();
        requests.stream()
                .filter(request -> kinds.stream().anyMatch(request::startsWith))
                .forEach(request -> occurrences.merge(request, 1, Integer::sum));
        List<String> distinct = List.copyOf(occurrences.keySet());
        Random random = new Random(Soak.SEED);
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int spread = count < distinct.size() ? i * distinct.size() / count : i % distinct.size();
            String request = distinct.get(spread);
            Moment moment = Moment.any(random);
            points.add(new Point(request, 1 + random.nextInt(occurrences.get(request)), moment));
        }
        return points;
    }

    /** A fault happened. Nothing that was committed is lost, and nobody sees a mixture. */
    void checkAfterFault(RiskStore store, CanonicalExport.Query database, String tenant, List<String> done, String at) {
        Assessment assessment = Script.engine(store).assess();
        Map<String, Long> heads = Script.heads(assessment);
        for (String scope : Script.SCOPES) {
            long head = heads.getOrDefault(scope, 0L);
            assertThat(done).as("lost " + at).doesNotContain("committed " + scope + " " + (head + 1));
        }
        String expected = assessments.computeIfAbsent(heads, h -> CanonicalExport.of(Script.expected(h)));
        assertThat(CanonicalExport.difference(CanonicalExport.of(assessment), expected))
                .as("torn assessment " + at)
                .isEmpty();
        checkProjection(store, database, tenant, at);
    }

    /** The last transaction of a dead client may still come about, so the projection is read until its state stays. */
    private void checkProjection(RiskStore store, CanonicalExport.Query database, String tenant, String at) {
        Optional<Publication> published;
        String shown;
        do {
            published = store.published();
            shown = CanonicalExport.ofProjection(database, tenant);
        } while (!store.published().equals(published));
        if (published.isPresent() && published.get().complete()) {
            assertThat(CanonicalExport.difference(
                            shown, projections.get(published.get().version())))
                    .as("torn projection " + at)
                    .isEmpty();
        }
    }

    /** The script was run again to its end. All is as if there had been no fault. */
    void checkAtEnd(CanonicalExport.Query database, String tenant, String at) {
        assertThat(CanonicalExport.difference(CanonicalExport.ofDatabase(database, tenant), export))
                .as("run again " + at)
                .isEmpty();
    }
}
