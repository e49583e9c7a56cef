package dev.throughline.graph;

import dev.throughline.Estate;
import dev.throughline.fact.Completeness;
import dev.throughline.fact.Connector;
import dev.throughline.fact.FactSink;
import dev.throughline.fact.Listing;
import dev.throughline.fact.Partition;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RelationType;
import dev.throughline.model.Scope;
import dev.throughline.model.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One scope of an estate, in one version. Every workload tells the version, so facts of two versions cannot be mixed
 * unnoticed; some pods come and go with it. One partition is the same in every scope and version, so writers meet at its
 * chunks.
 *
 * @param scope the scope
 * @param version any text
 * @param partitions how many partitions there are besides the one that all scopes share
 * @param workloads how many workloads each has
 */
record VersionedEstate(Scope scope, String version, int partitions, int workloads) implements Connector {
    private static final String DIGITS = "0123456789abcdef";

    static VersionedEstate of(String subject, String version, int partitions, int workloads) {
        return new VersionedEstate(new Scope("test", subject), version, partitions, workloads);
    }

    @Override
    public Listing list() {
        List<Partition> all = new ArrayList<>();
        for (int i = 0; i < partitions; i++) {
            all.add(new Part("part " + i, facts("part-" + i)));
        }
        all.add(new Part("shared", shared()));
        return Listing.complete(all);
    }

    private Estate facts(String part) {
        Estate facts = new Estate();
        for (int i = 0; i < workloads; i++) {
            String name = scope.subject() + "-" + part + "-" + i;
            char image = DIGITS.charAt(i % 8);
            facts.deployment(name, Map.of("labels", List.of("version=" + version)))
                    .runs(name, Estate.image(image))
                    .relation(Estate.image(image), RelationType.HAS_PACKAGE, pkg(name))
                    .asset(pkg(name), Map.of("name", name, "version", version))
                    // All scopes describe these, each in its own way.
                    .asset(pkg("common-" + i), Map.of("name", scope.subject(), "version", version));
            if (i % 10 == 0) {
                AssetKey pod = Estate.inShop(AssetKind.POD, name + "-" + version);
                facts.asset(pod, Map.of("name", name, "phase", version))
                        .relation(Estate.workload(name), RelationType.CONTAINS, pod)
                        .exposed(name);
            }
        }
        return facts;
    }

    private Estate shared() {
        Estate facts = new Estate();
        for (int i = 0; i < partitions * workloads; i++) {
            facts.asset(pkg("shared-" + i), Map.of("name", "shared " + i, "version", "1"));
        }
        return facts.vulnerable(Estate.image('0'), 'a', "CVE-2026-0001", Map.of("severity", Severity.CRITICAL));
    }

    private static AssetKey pkg(String name) {
        return AssetKey.of(AssetKind.SOFTWARE_PACKAGE, "pkg:maven/acme/" + name + "@1");
    }

    private record Part(String name, Estate facts) implements Partition {
        @Override
        public Completeness read(FactSink sink) {
            return facts.list().partitions().get(0).read(sink);
        }
    }
}
