package dev.throughline.samples.benchmark;

import dev.throughline.Assessment;
import dev.throughline.Throughline;
import dev.throughline.connector.kubernetes.KubernetesConnector;
import dev.throughline.fact.Completeness;
import dev.throughline.fact.Connector;
import dev.throughline.fact.FactSink;
import dev.throughline.fact.Listing;
import dev.throughline.fact.Partition;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.Scope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads the export of a large cluster and assesses it: from JSON on disk to attack edges and best paths. Beside it a scanner
 * that knows one vulnerability in the images that are exposed, and a person to whom two workloads matter.
 */
final class ClusterBenchmark {
    private static final int PODS = 25_000;
    private static final int WARM_UP = 1_000;
    private static final int SECONDS = 10;

    private ClusterBenchmark() {}

    static List<Figure> run() {
        assess(WARM_UP, new Times());
        Times times = new Times();
        Assessment assessment = assess(PODS, times);
        while (!times.enough()) {
            assessment = assess(PODS, times);
        }
        String work = String.format(
                Locale.ROOT,
                "%,d pods: from JSON to %,d attack edges and %,d best paths, seconds",
                PODS,
                assessment.attackGraph().steps().size(),
                assessment.attackPaths().list().size());
        return List.of(Figure.number(work, Times.seconds(times.median()), SECONDS));
    }

    private static Assessment assess(int pods, Times times) {
        try {
            Path folder = Files.createTempDirectory("throughline-cluster");
            try {
                ClusterDump.write(folder, pods);
                Assessment[] assessment = new Assessment[1];
                times.measure(() -> assessment[0] = assess(folder));
                if (assessment[0].attackPaths().list().isEmpty()) {
                    throw new IllegalStateException("no path was found, so nothing was measured");
                }
                return assessment[0];
            } finally {
                for (Path file : List.of("cluster.json", "roles.json", "namespaces.json", "workloads.json").stream()
                        .map(folder::resolve)
                        .toList()) {
                    Files.deleteIfExists(file);
                }
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Assessment assess(Path folder) {
        try (Throughline throughline = Throughline.inMemory()) {
            throughline.ingest(KubernetesConnector.dump(folder).cluster("bench"), new Beside());
            return throughline.assess();
        }
    }

    /** What a scanner and a person say. */
    private record Beside() implements Connector {
        @Override
        public Scope scope() {
            return new Scope("bench", "beside");
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
                    AssetKey image = AssetKey.of(
                            AssetKind.CONTAINER_IMAGE,
                            String.format(Locale.ROOT, "sha256:%064x", "app-0".hashCode() & 0xffff));
                    AssetKey cve = AssetKey.vulnerability("CVE-2024-0001");
                    AssetKey weakness = AssetKey.of(AssetKind.WEAKNESS, "a".repeat(64));
                    sink.accept(AssetKind.VULNERABILITY.create(
                            cve, Map.of("cvssVector", "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H")));
                    sink.accept(AssetKind.WEAKNESS.create(weakness, Map.of("title", "CVE-2024-0001")));
                    sink.accept(new Relation(weakness, RelationType.AFFECTS, image));
                    sink.accept(new Relation(weakness, RelationType.INSTANCE_OF, cve));
                    for (String target : List.of("workload:bench/team-1/StatefulSet/app-3", "cluster:bench")) {
                        sink.accept(AssetKind.CLASSIFICATION_RULE.create(
                                AssetKey.of(AssetKind.CLASSIFICATION_RULE, String.format("%064x", target.length())),
                                Map.of("effect", "critical", "pattern", target, "level", "high")));
                    }
                    return Completeness.complete();
                }
            }));
        }
    }
}
