package dev.throughline.finding;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ListMultimap;
import dev.throughline.attack.AttackPath;
import dev.throughline.attack.AttackStep;
import dev.throughline.attack.PathFinder;
import dev.throughline.finding.Surroundings.Exposure;
import dev.throughline.finding.Surroundings.Presence;
import dev.throughline.mapping.Mapping;
import dev.throughline.model.AssetKey;
import dev.throughline.model.ExposedSecret;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.Repository;
import dev.throughline.model.RiskGraph;
import dev.throughline.model.Rule;
import dev.throughline.model.Severity;
import dev.throughline.model.SourceState;
import dev.throughline.model.VexStatement;
import dev.throughline.model.Visibility;
import dev.throughline.model.Vulnerability;
import dev.throughline.model.Weakness;
import dev.throughline.model.WeaknessType;
import dev.throughline.risk.CvssMetrics;
import dev.throughline.risk.Factor;
import dev.throughline.risk.FactorIndex;
import dev.throughline.risk.Verdict;
import dev.throughline.risk.Vulnerabilities;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes findings of weaknesses: lifts each to everything that runs it, and gives it the factors and attack paths of those.
 * Takes time in the number of weaknesses, of their places, and of what runs each place.
 */
public final class FindingReporter {
    private final RiskGraph graph;
    private final Mapping mapping;
    private final FactorIndex factors;
    private final PathFinder fromOutside;
    private final ListMultimap<AssetKey, String> pathsThrough = ArrayListMultimap.create();
    private final Vulnerabilities vulnerabilities;
    private final Places places;
    private final Statements statements;

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
        this.vulnerabilities = Vulnerabilities.of(graph);
        for (AttackPath path : paths) {
            for (AttackStep step : path.steps()) {
                pathsThrough.put(step.to(), path.key());
            }
        }
        this.places = new Places(graph, mapping, factors, fromOutside, pathsThrough);
        this.statements = new Statements(graph, mapping, vulnerabilities);
    }

    /**
     * Makes the findings.
     *
     * @return the findings, ordered by key
     */
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        new Reports(graph, mapping, vulnerabilities).together().forEach(reports -> findings.add(finding(reports)));
        graph.assets(ExposedSecret.class)
                .forEach(secret -> graph.sources(secret.key(), RelationType.CONTAINS, Repository.class)
                        .forEach(repository -> findings.add(finding(secret, repository))));
        OriginRule.all().forEach(rule -> rule.find(graph, mapping, origin -> findings.add(finding(origin))));
        WeakTrust.in(graph).forEach(trust -> findings.add(finding(trust)));
        findings.sort(Comparator.comparing(Finding::key));
        return findings;
    }

    private Finding finding(List<Report> reports) {
        Report report = reports.get(0);
        Weakness weakness = report.weakness();
        Place place = places.at(report.asset());
        Vulnerability vulnerability = graph.outgoing(weakness.key(), RelationType.INSTANCE_OF).stream()
                .flatMap(instance -> vulnerabilities.find(instance.to()).stream())
                .findFirst()
                .orElse(null);
        Severity severity = severity(reports, vulnerability);
        return new Finding(
                report.key(),
                weakness.title() == null ? weakness.key().value() : weakness.title(),
                Objects.requireNonNullElse(weakness.type(), WeaknessType.CODE),
                severity,
                Scoring.score(threat(weakness, severity, vulnerability), place.surroundings()),
                place.asset(),
                place.repository(),
                report.place().properties().getOrDefault("location", location(weakness.path(), weakness.line())),
                vulnerability == null ? null : vulnerability.key(),
                held(place, vulnerability),
                place.runners(),
                place.paths(),
                reports.stream().allMatch(one -> one.weakness().state() == SourceState.FIXED)
                        ? Finding.State.FIXED
                        : Finding.State.OPEN,
                weakness.state(),
                reports.stream().map(one -> one.weakness().key()).toList(),
                statements(reports, vulnerability));
    }

    private List<VexStatement> statements(List<Report> reports, @Nullable Vulnerability vulnerability) {
        if (vulnerability == null) {
            return List.of();
        }
        String affected = reports.stream()
                .map(report -> report.weakness().packageName())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        return statements.of(vulnerability.key(), reports.get(0).asset(), affected);
    }

    private List<Verdict> held(Place place, @Nullable Vulnerability vulnerability) {
        if (vulnerability == null) {
            return place.factors();
        }
        List<Verdict> own =
                factors.of(vulnerability.key()).stream().filter(Verdict::isYes).toList();
        return own.isEmpty()
                ? place.factors()
                : Stream.concat(own.stream(), place.factors().stream()).toList();
    }

    private Threat threat(Weakness weakness, @Nullable Severity severity, @Nullable Vulnerability vulnerability) {
        if (vulnerability != null) {
            return new Threat(
                    severity,
                    vulnerability.cvssScore(),
                    vulnerability.epss(),
                    factors.of(vulnerability.key(), Factor.KNOWN_EXPLOITED).isYes(),
                    factors.of(vulnerability.key(), Factor.REMOTE_CODE_EXECUTION)
                            .isYes(),
                    CvssMetrics.of(vulnerability).exploitMaturity().orElse(null));
        }
        return Threat.of(
                severity,
                graph.targets(weakness.key(), RelationType.INSTANCE_OF, Rule.class).stream()
                        .findFirst()
                        .map(Rule::securitySeverity)
                        .orElse(null));
    }

    /** The gravest that any tool says of this weakness, else that of the vulnerability. */
    private static @Nullable Severity severity(List<Report> reports, @Nullable Vulnerability vulnerability) {
        return reports.stream()
                .map(report -> report.weakness().severity())
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(vulnerability == null ? null : vulnerability.severity());
    }

    /** A credential counts by what it opens, and by who can read it. */
    private Finding finding(ExposedSecret secret, Repository repository) {
        List<Verdict> held = new ArrayList<>();
        for (Relation opens : graph.outgoing(secret.key(), RelationType.CAN_AUTHENTICATE_TO)) {
            held.addAll(places.at(opens.to()).factors());
        }
        boolean isPublic = repository.visibility() == Visibility.PUBLIC || Boolean.TRUE.equals(secret.publiclyLeaked());
        Presence presence =
                isPublic ? Presence.PUBLIC : repository.visibility() == null ? Presence.UNKNOWN : Presence.PRIVATE;
        Severity severity = "inactive".equals(secret.validity()) ? Severity.LOW : Severity.HIGH;
        return new Finding(
                secret.key(),
                (secret.title() == null ? "credential" : secret.title()) + " in "
                        + repository.key().value(),
                WeaknessType.SECRET,
                severity,
                Scoring.score(
                        Threat.of(severity, null),
                        Places.surroundings(
                                held, presence, Exposure.UNKNOWN, fromOutside.probability(secret.key()), 0)),
                repository.key(),
                repository.key(),
                location(secret.path(), secret.line()),
                null,
                held,
                List.of(),
                List.copyOf(new LinkedHashSet<>(pathsThrough.get(secret.key()))),
                secret.state() == SourceState.FIXED ? Finding.State.FIXED : Finding.State.OPEN,
                secret.state(),
                List.of(secret.key()),
                List.of());
    }

    private Finding finding(UnexpectedOrigin origin) {
        Place place = places.at(origin.asset());
        return new Finding(
                origin.key(),
                origin.title(),
                WeaknessType.UNEXPECTED_ORIGIN,
                origin.severity(),
                Scoring.score(Threat.of(origin.severity(), null), place.surroundings()),
                origin.asset(),
                origin.repository(),
                null,
                null,
                place.factors(),
                place.runners(),
                place.paths(),
                Finding.State.OPEN,
                null,
                List.of(),
                List.of());
    }

    /** An identity runs nowhere: what counts is who reaches it, and what it may do. */
    private Finding finding(WeakTrust trust) {
        List<Verdict> held = factors.inherited(trust.identity());
        return new Finding(
                trust.key(),
                trust.title(),
                WeaknessType.CLOUD,
                trust.severity(),
                Scoring.score(
                        Threat.of(trust.severity(), null),
                        Places.surroundings(
                                held,
                                Presence.UNKNOWN,
                                Exposure.UNKNOWN,
                                fromOutside.probability(trust.identity()),
                                0)),
                trust.identity(),
                trust.repository(),
                null,
                null,
                held,
                List.of(),
                List.copyOf(new LinkedHashSet<>(pathsThrough.get(trust.identity()))),
                Finding.State.OPEN,
                null,
                List.of(),
                List.of());
    }

    private static @Nullable String location(@Nullable String path, @Nullable Long line) {
        return path == null || line == null ? path : path + ":" + line;
    }
}
