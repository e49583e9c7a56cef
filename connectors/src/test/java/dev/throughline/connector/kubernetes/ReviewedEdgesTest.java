package dev.throughline.connector.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.throughline.Assessment;
import dev.throughline.Throughline;
import dev.throughline.attack.AttackStep;
import dev.throughline.fact.Completeness;
import dev.throughline.fact.Connector;
import dev.throughline.fact.FactSink;
import dev.throughline.fact.Listing;
import dev.throughline.fact.Partition;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Node;
import dev.throughline.model.Pod;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraph;
import dev.throughline.model.Scope;
import dev.throughline.model.Workload;
import dev.throughline.risk.Factor;
import dev.throughline.risk.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the table of {@code docs/kubernetes-edges-reviewed.md} to what is found in the public files it names. */
class ReviewedEdgesTest {
    private static final Path PAGE = Path.of("../docs/kubernetes-edges-reviewed.md");
    private static final String CORPUS = System.getProperty("throughline.corpus", "");
    private static final int MANY = 10;
    private static final AssetKey WORKER = new AssetKey("node:test/worker");

    /** Steps that lie between the objects of any cluster; the page tells them once. */
    private static final Set<String> EVERYWHERE = Set.of(
            "ClusterControlsObjects",
            "ImageRunsInWorkload",
            "NamespaceMountsSecret",
            "NamespaceRunsPodAs",
            "NamespaceRunsPrivilegedPod",
            "NodeControlsWorkload",
            "NodesGroupActsAsNode",
            "WorkloadTakesServiceAccountToken");

    /** A row: the files, the steps, and what is not "no" of the exposure. */
    record Row(String files, String steps, String exposure) {
        static Row of(String line) {
            String[] cells = line.split("\\|", -1);
            return new Row(cells[1].replace("`", "").strip(), cells[3].strip(), cells[4].strip());
        }
    }

    static Stream<Row> rows() throws IOException {
        return Files.readAllLines(PAGE).stream()
                .filter(line -> line.matches("\\| `(kubehound|istio|microservices-demo)/.*"))
                .map(Row::of);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void findsWhatThePageTells(Row row) {
        assumeThat(Files.isDirectory(Path.of(CORPUS)))
                .as("the public files are not here; -Dthroughline.corpus names their folder")
                .isTrue();
        Path folder = Path.of(CORPUS);
        List<Path> files =
                Arrays.stream(row.files().split(", ", -1)).map(folder::resolve).toList();
        Assessment assessment = assess(
                Files.isDirectory(files.get(0))
                        ? KubernetesConnector.dump(files.get(0))
                        : KubernetesConnector.dump(folder, files));

        assertThat(steps(assessment)).isEqualTo(row.steps());
        assertThat(exposure(assessment)).isEqualTo(row.exposure());
    }

    /** Runs every pod that is on no node on the node {@code worker}, as a scheduler would. */
    private static Assessment assess(KubernetesConnector files) {
        KubernetesConnector cluster = files.cluster("test");
        try (Throughline throughline = Throughline.inMemory()) {
            throughline.ingest(cluster);
            throughline.ingest(new Scheduler(throughline.assess().graph()));
            return throughline.assess();
        }
    }

    /** The steps one by one, or how many of each edge where they are many. */
    private static String steps(Assessment assessment) {
        List<AttackStep> steps = assessment.attackGraph().steps().stream()
                .filter(step -> !EVERYWHERE.contains(step.edge()))
                .toList();
        if (steps.isEmpty()) {
            return "–";
        }
        if (steps.size() <= MANY) {
            return steps.stream().map(ReviewedEdgesTest::text).sorted().collect(Collectors.joining("<br>"));
        }
        Map<String, Long> counts =
                steps.stream().collect(Collectors.groupingBy(AttackStep::edge, TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .map(count -> count.getKey() + ": " + count.getValue())
                .collect(Collectors.joining("<br>"));
    }

    private static String text(AttackStep step) {
        return step.edge() + ": " + name(step.from()) + " → " + name(step.to());
    }

    private static String name(AssetKey key) {
        return key.text().replaceFirst(":test/", " ").replaceFirst(" (default|-)/", " ");
    }

    private static String exposure(Assessment assessment) {
        String told = assessment
                .graph()
                .assets(Workload.class)
                .map(workload -> assessment.factors().of(workload.key(), Factor.INTERNET_EXPOSED))
                .filter(verdict -> verdict.answer() != Verdict.Answer.NO)
                .map(verdict -> name(verdict.asset()) + ": "
                        + verdict.answer().name().toLowerCase(Locale.ROOT) + ", "
                        + verdict.evidence().statement())
                .sorted()
                .collect(Collectors.joining("<br>"));
        return told.isEmpty() ? "none" : told;
    }

    /** What the files leave out: a node without public addresses. */
    private record Scheduler(RiskGraph graph) implements Connector {
        @Override
        public Scope scope() {
            return new Scope("test", "scheduler");
        }

        @Override
        public Listing list() {
            return Listing.complete(List.of(new Partition() {
                @Override
                public String name() {
                    return "all";
                }

                @Override
                public Completeness read(FactSink sink) {
                    sink.accept(new Node(WORKER, "worker", List.of("10.0.0.1"), List.of(), null, null));
                    sink.accept(new Relation(new AssetKey("cluster:test"), RelationType.CONTAINS, WORKER));
                    graph.assets(Pod.class)
                            .filter(pod -> graph.outgoing(pod.key(), RelationType.SCHEDULED_ON)
                                    .isEmpty())
                            .forEach(pod -> sink.accept(new Relation(pod.key(), RelationType.SCHEDULED_ON, WORKER)));
                    return Completeness.complete();
                }
            }));
        }
    }
}
