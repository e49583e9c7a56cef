package dev.throughline.finding;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ListMultimap;
import dev.throughline.mapping.Mapping;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraph;
import dev.throughline.model.VexStatement;
import dev.throughline.risk.Vulnerabilities;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What VEX statements say of a vulnerability at a place. A statement about a product counts at that product: an image by any of
 * its digests, all images of a registry repository, a repository, or wherever a package is. Where it names packages within the
 * product, it counts for those only.
 */
final class Statements {
    private static final Comparator<VexStatement> NEWEST_FIRST = Comparator.comparing(
                    VexStatement::statedAt, Comparator.nullsFirst(Comparator.<Instant>naturalOrder()))
            .reversed()
            .thenComparing(VexStatement::key);

    private final RiskGraph graph;
    private final Mapping mapping;
    private final Vulnerabilities vulnerabilities;

    /** By vulnerability and what a finding would name: a place, or a package without its version. */
    private final ListMultimap<Subject, Statement> statements = ArrayListMultimap.create();

    Statements(RiskGraph graph, Mapping mapping, Vulnerabilities vulnerabilities) {
        this.graph = graph;
        this.mapping = mapping;
        this.vulnerabilities = vulnerabilities;
        graph.assets(VexStatement.class).forEach(this::add);
    }

    private void add(VexStatement said) {
        List<PackagePattern> covered = graph.outgoing(said.key(), RelationType.COVERS).stream()
                .map(relation -> PackagePattern.of(relation.to().value()))
                .toList();
        for (Relation about : graph.outgoing(said.key(), RelationType.SPEAKS_OF)) {
            AssetKey vulnerability = vulnerabilities.mainId(about.to());
            for (Relation product : graph.outgoing(said.key(), RelationType.APPLIES_TO)) {
                add(vulnerability, new Statement(said, product.to(), covered));
            }
        }
    }

    private void add(AssetKey vulnerability, Statement statement) {
        if (!statement.isOfPackage()) {
            statements.put(new Subject(vulnerability, statement.product().text()), statement);
        } else if (statement.covered().isEmpty()) {
            statements.put(new Subject(vulnerability, statement.pattern().name()), statement);
        } else {
            statement
                    .covered()
                    .forEach(covered -> statements.put(new Subject(vulnerability, covered.name()), statement));
        }
    }

    /**
     * The statements on a finding.
     *
     * @param id key of its vulnerability
     * @param place the asset that has it
     * @param packageName package URL of the package that has it; null if unknown, and maybe no package URL
     */
    List<VexStatement> of(AssetKey id, AssetKey place, @Nullable String packageName) {
        if (statements.isEmpty()) {
            return List.of();
        }
        AssetKey vulnerability = vulnerabilities.mainId(id);
        PackagePattern affected = packageName == null ? null : PackagePattern.of(packageName);
        Set<VexStatement> found = new TreeSet<>(NEWEST_FIRST);
        for (AssetKey name : names(place)) {
            for (Statement statement : statements.get(new Subject(vulnerability, name.text()))) {
                if (statement.covers(affected)) {
                    found.add(statement.said());
                }
            }
        }
        if (affected != null) {
            for (Statement statement : statements.get(new Subject(vulnerability, affected.name()))) {
                if (isOf(statement, affected, place)) {
                    found.add(statement.said());
                }
            }
        }
        return List.copyOf(found);
    }

    /** What statements may call the place. */
    private Set<AssetKey> names(AssetKey place) {
        Set<AssetKey> names = new TreeSet<>(Set.of(place));
        if (place.mayBe(AssetKind.CONTAINER_IMAGE) || place.mayBe(AssetKind.IMAGE_INDEX)) {
            for (AssetKey name : mapping.namesOf(place)) {
                names.add(AssetKey.of(AssetKind.CONTAINER_IMAGE, name.value()));
                graph.incoming(name, RelationType.HOLDS).forEach(holds -> names.add(holds.from()));
            }
        }
        return names;
    }

    private boolean isOf(Statement statement, PackagePattern affected, AssetKey place) {
        if (statement.covered().isEmpty()) {
            return statement.pattern().fits(affected);
        }
        return statement.covers(affected)
                && graph.outgoing(place, RelationType.HAS_PACKAGE).stream()
                        .anyMatch(has -> statement
                                .pattern()
                                .fits(PackagePattern.of(has.to().value())));
    }

    private record Subject(AssetKey vulnerability, String name) {}

    private record Statement(VexStatement said, AssetKey product, List<PackagePattern> covered) {
        boolean isOfPackage() {
            return product.mayBe(AssetKind.SOFTWARE_PACKAGE);
        }

        PackagePattern pattern() {
            return PackagePattern.of(product.value());
        }

        boolean covers(@Nullable PackagePattern affected) {
            return covered.isEmpty()
                    || (affected != null && covered.stream().anyMatch(pattern -> pattern.fits(affected)));
        }
    }
}
