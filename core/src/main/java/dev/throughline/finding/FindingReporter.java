package dev.throughline.finding;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ListMultimap;
import dev.throughline.attack.AttackPath;
import dev.throughline.attack.AttackStep;
import dev.throughline.attack.PathFinder;
import dev.throughline.finding.Context.Exposure;
import dev.throughline.finding.Context.Presence;
import dev.throughline.mapping.Candidate;
import dev.throughline.mapping.Mapping;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.ExposedSecret;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.Repository;
import dev.throughline.model.RiskGraph;
import dev.throughline.model.Rule;
import dev.throughline.model.Severity;
import dev.throughline.model.SourceState;
import dev.throughline.model.Visibility;
import dev.throughline.model.Vulnerability;
import dev.throughline.model.Weakness;
import dev.throughline.model.WeaknessType;
import dev.throughline.model.Workload;
import dev.throughline.risk.Factor;
import dev.throughline.risk.FactorIndex;
import dev.throughline.risk.Verdict;
import dev.throughline.risk.Verdict.Answer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes findings of weaknesses: lifts each to every workload that runs it, and gives it the factors and attack paths of
 * those. Takes time in the number of weaknesses and of the workloads that run them.
 */
public final class FindingReporter {
    private final RiskGraph graph;
    private final Mapping mapping;
    private final FactorIndex factors;
    private final PathFinder fromOutside;
    private final ListMultimap<AssetKey, String> pathsThrough = ArrayListMultimap.create();
    private final boolean workloadsRead;

    /**
     * Reports on an assessed graph.
     *
     * @param graph the facts
     * @param mapping which code runs where
     * @param factors the factors of the assets
     * @param fromOutside what attackers can reach
     * @param paths the attack paths, most urgent first
     */
    public FindingReporter(
            RiskGraph graph,
            Mapping mapping,
            FactorIndex factors,
            PathFinder fromOutside,
            Collection<AttackPath> paths) {
        this.graph = graph;
        this.mapping = mapping;
        this.factors = factors;
        this.fromOutside = fromOutside;
        this.workloadsRead = graph.assets(Workload.class).findAny().isPresent();
        for (AttackPath path : paths) {
            for (AttackStep step : path.steps()) {
                pathsThrough.put(step.to(), path.key());
            }
        }
    }

    /**
     * Makes the findings.
     *
     * @return the findings, ordered by key
     */
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        graph.assets(Weakness.class).forEach(weakness -> {
            Map<AssetKey, Relation> places = new LinkedHashMap<>(); // several locations in one asset are one finding
            graph.outgoing(weakness.key(), RelationType.AFFECTS)
                    .forEach(place -> places.putIfAbsent(place.to(), place));
            places.values().forEach(place -> findings.add(finding(weakness, place, places.size() == 1)));
        });
        graph.assets(ExposedSecret.class)
                .forEach(secret -> graph.sources(secret.key(), RelationType.CONTAINS, Repository.class)
                        .forEach(repository -> findings.add(finding(secret, repository))));
        OriginRule.all().forEach(rule -> rule.find(graph, mapping, origin -> findings.add(finding(origin))));
        findings.sort(Comparator.comparing(Finding::key));
        return findings;
    }

    private Finding finding(Weakness weakness, Relation place, boolean only) {
        AssetKey asset = place.to();
        Vulnerability vulnerability =
                graph.targets(weakness.key(), RelationType.INSTANCE_OF, Vulnerability.class).stream()
                        .findFirst()
                        .orElse(null);
        Rule rule = graph.targets(weakness.key(), RelationType.INSTANCE_OF, Rule.class).stream()
                .findFirst()
                .orElse(null);
        Severity severity = severity(weakness, vulnerability);
        Set<AssetKey> workloads = factors.workloadsOf(asset);
        List<Verdict> held = factors.inherited(asset);
        Context context = new Context(
                severity,
                vulnerability != null ? vulnerability.cvssScore() : rule != null ? rule.securitySeverity() : null,
                vulnerability == null ? null : vulnerability.epss(),
                vulnerability != null && Boolean.TRUE.equals(vulnerability.knownExploited()),
                presence(asset, workloads),
                exposure(workloads),
                reached(workloads),
                has(held, Factor.SENSITIVE_DATA),
                criticality(held),
                has(held, Factor.LATERAL_MOVEMENT));
        return new Finding(
                only ? weakness.key() : Keys.derived(weakness.key(), asset),
                weakness.title() == null ? weakness.key().value() : weakness.title(),
                Objects.requireNonNullElse(weakness.type(), WeaknessType.CODE),
                severity,
                Scoring.score(context),
                asset,
                repositoryOf(asset),
                place.properties().getOrDefault("location", location(weakness.path(), weakness.line())),
                vulnerability == null ? null : vulnerability.key(),
                held,
                List.copyOf(workloads),
                paths(workloads),
                weakness.state() == SourceState.FIXED ? Finding.State.FIXED : Finding.State.OPEN,
                weakness.state());
    }

    private static @Nullable Severity severity(Weakness weakness, @Nullable Vulnerability vulnerability) {
        return weakness.severity() != null || vulnerability == null ? weakness.severity() : vulnerability.severity();
    }

    /** A credential counts by what it opens, and by who can read it. */
    private Finding finding(ExposedSecret secret, Repository repository) {
        List<Verdict> held = new ArrayList<>();
        for (Relation opens : graph.outgoing(secret.key(), RelationType.CAN_AUTHENTICATE_TO)) {
            held.addAll(factors.inherited(opens.to()));
        }
        boolean isPublic = repository.visibility() == Visibility.PUBLIC || Boolean.TRUE.equals(secret.publiclyLeaked());
        Context context = new Context(
                "inactive".equals(secret.validity()) ? Severity.LOW : Severity.HIGH,
                null,
                null,
                false,
                isPublic ? Presence.PUBLIC : repository.visibility() == null ? Presence.UNKNOWN : Presence.PRIVATE,
                Exposure.UNKNOWN,
                fromOutside.probability(secret.key()),
                has(held, Factor.SENSITIVE_DATA),
                criticality(held),
                has(held, Factor.LATERAL_MOVEMENT));
        return new Finding(
                secret.key(),
                (secret.title() == null ? "credential" : secret.title()) + " in "
                        + repository.key().value(),
                WeaknessType.SECRET,
                context.severity(),
                Scoring.score(context),
                repository.key(),
                repository.key(),
                location(secret.path(), secret.line()),
                null,
                held,
                List.of(),
                List.copyOf(new LinkedHashSet<>(pathsThrough.get(secret.key()))),
                secret.state() == SourceState.FIXED ? Finding.State.FIXED : Finding.State.OPEN,
                secret.state());
    }

    private Finding finding(UnexpectedOrigin origin) {
        Set<AssetKey> workloads = factors.workloadsOf(origin.asset());
        List<Verdict> held = factors.inherited(origin.asset());
        Context context = new Context(
                origin.severity(),
                null,
                null,
                false,
                presence(origin.asset(), workloads),
                exposure(workloads),
                reached(workloads),
                has(held, Factor.SENSITIVE_DATA),
                criticality(held),
                has(held, Factor.LATERAL_MOVEMENT));
        return new Finding(
                origin.key(),
                origin.title(),
                WeaknessType.UNEXPECTED_ORIGIN,
                origin.severity(),
                Scoring.score(context),
                origin.asset(),
                origin.repository(),
                null,
                null,
                held,
                List.copyOf(workloads),
                paths(workloads),
                Finding.State.OPEN,
                null);
    }

    private @Nullable AssetKey repositoryOf(AssetKey asset) {
        if (asset.mayBe(AssetKind.REPOSITORY)) {
            return asset;
        }
        Optional<Candidate> origin = mapping.origin(asset);
        return origin.map(Candidate::repository).orElse(null);
    }

    private static @Nullable String location(@Nullable String path, @Nullable Long line) {
        return path == null || line == null ? path : path + ":" + line;
    }

    private Presence presence(AssetKey asset, Set<AssetKey> workloads) {
        if (!workloads.isEmpty()) {
            return Presence.RUNNING;
        }
        boolean isImage = asset.mayBe(AssetKind.CONTAINER_IMAGE) || asset.mayBe(AssetKind.IMAGE_INDEX);
        boolean builtImages =
                asset.mayBe(AssetKind.REPOSITORY) && !mapping.imagesOf(asset).isEmpty();
        return workloadsRead && (isImage || builtImages) ? Presence.NOT_DEPLOYED : Presence.UNKNOWN;
    }

    private Exposure exposure(Set<AssetKey> workloads) {
        Exposure most = Exposure.NONE;
        for (AssetKey workload : workloads) {
            Verdict verdict = factors.of(workload, Factor.INTERNET_EXPOSED);
            Exposure exposure = verdict.isYes()
                    ? "narrow".equals(verdict.evidence().fields().get("width")) ? Exposure.NARROW : Exposure.WIDE
                    : verdict.answer() == Answer.UNKNOWN ? Exposure.UNKNOWN : Exposure.NONE;
            most = exposure.compareTo(most) < 0 ? exposure : most;
        }
        return most;
    }

    private double reached(Set<AssetKey> workloads) {
        return workloads.stream().mapToDouble(fromOutside::probability).max().orElse(0);
    }

    private List<String> paths(Set<AssetKey> workloads) {
        Set<String> paths = new LinkedHashSet<>();
        workloads.forEach(workload -> paths.addAll(pathsThrough.get(workload)));
        return List.copyOf(paths);
    }

    private static boolean has(List<Verdict> held, Factor factor) {
        return held.stream().anyMatch(verdict -> verdict.factor().equals(factor));
    }

    /** The highest level any of them has. */
    private static @Nullable String criticality(List<Verdict> held) {
        List<String> levels = List.of("very-high", "high", "medium", "low");
        return held.stream()
                .filter(verdict -> verdict.factor().equals(Factor.CRITICAL_RESOURCE))
                .map(verdict -> verdict.evidence().fields().getOrDefault("level", "high"))
                .min(Comparator.comparingInt(levels::indexOf))
                .orElse(null);
    }
}
