package dev.throughline;

import com.google.common.base.Suppliers;
import com.google.errorprone.annotations.CheckReturnValue;
import dev.throughline.attack.AttackGraph;
import dev.throughline.attack.AttackPath;
import dev.throughline.attack.AttackPaths;
import dev.throughline.attack.ChokePoints;
import dev.throughline.attack.Fix;
import dev.throughline.attack.PathForecast;
import dev.throughline.attack.PathReporter;
import dev.throughline.attack.Reachability;
import dev.throughline.explore.Answer;
import dev.throughline.explore.Explorer;
import dev.throughline.explore.Page;
import dev.throughline.explore.Sentence;
import dev.throughline.finding.BlastRadius;
import dev.throughline.finding.Finding;
import dev.throughline.finding.Findings;
import dev.throughline.mapping.Chains;
import dev.throughline.mapping.CodeToCloudChain;
import dev.throughline.mapping.Coverage;
import dev.throughline.mapping.Mapping;
import dev.throughline.mapping.Owner;
import dev.throughline.mapping.Owners;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RiskGraph;
import dev.throughline.risk.Factor;
import dev.throughline.risk.FactorIndex;
import dev.throughline.store.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/**
 * What all facts add up to at one moment. Computed on exactly one committed version of every scope. Immutable and safe to
 * share between threads; nothing here talks to the store.
 */
@CheckReturnValue
public final class Assessment {
    private final String id;
    private final Instant at;
    private final List<Snapshot> snapshots;
    private final RiskGraph graph;
    private final Mapping mapping;
    private final Owners owners;
    private final Chains chains;
    private final FactorIndex factors;
    private final AttackGraph attackGraph;
    private final List<AttackPath> paths;
    private final List<Finding> findings;
    private final Consequences consequences;
    private final Supplier<ChokePoints> chokePoints;
    private final PathForecast forecast;
    private final Explorer explorer;
    private final Map<String, Duration> durations;

    Assessment(
            String id,
            Instant at,
            List<Snapshot> snapshots,
            RiskGraph graph,
            Mapping mapping,
            FactorIndex factors,
            AttackGraph attackGraph,
            List<AttackPath> paths,
            List<Finding> findings,
            Consequences consequences,
            Map<String, Duration> durations) {
        this.id = id;
        this.at = at;
        this.snapshots = List.copyOf(snapshots);
        this.graph = graph;
        this.mapping = mapping;
        this.owners = new Owners(graph, mapping);
        this.chains = new Chains(graph, mapping, owners);
        this.factors = factors;
        this.attackGraph = attackGraph;
        this.paths = List.copyOf(paths);
        this.findings = List.copyOf(findings);
        this.consequences = consequences;
        this.chokePoints = Suppliers.memoize(() -> chokePoints(asset -> 1));
        PathReporter reporter = new PathReporter(graph, consequences.estate());
        this.forecast = new PathForecast(attackGraph, reporter, Assessor.OUTSIDE, this.paths);
        this.explorer = Explorer.of(graph, mapping, factors, attackGraph, this.findings);
        this.durations = Collections.unmodifiableMap(new LinkedHashMap<>(durations));
    }

    /**
     * The id of this assessment: the same for the same facts and rules.
     *
     * @return 16 hex digits
     */
    public String id() {
        return id;
    }

    /**
     * When it was made.
     *
     * @return the time
     */
    public Instant at() {
        return at;
    }

    /**
     * The versions of the scopes it was made from.
     *
     * @return the snapshots, ordered by scope
     */
    public List<Snapshot> snapshots() {
        return snapshots;
    }

    /**
     * What is missing or out of date in what the sources said.
     *
     * @return sentences that name scope, partition and reason; empty if every source was read completely
     */
    public List<String> gaps() {
        return snapshots.stream()
                .flatMap(snapshot -> snapshot.gaps().stream().map(gap -> snapshot.scope() + " " + gap))
                .toList();
    }

    /**
     * The facts.
     *
     * @return the graph
     */
    public RiskGraph graph() {
        return graph;
    }

    /**
     * Which code runs where.
     *
     * @return the mapping
     */
    public Mapping mapping() {
        return mapping;
    }

    /**
     * The risk factors of all assets.
     *
     * @return the verdicts
     */
    public FactorIndex factors() {
        return factors;
    }

    /**
     * All steps an attacker can take.
     *
     * @return the attack graph
     */
    public AttackGraph attackGraph() {
        return attackGraph;
    }

    /**
     * The attack paths from outside to what is critical or sensitive: the most likely one for each entry and target.
     *
     * @return the selection of all, most urgent first
     */
    public AttackPaths attackPaths() {
        return AttackPaths.of(graph, factors, attackGraph, Assessor.OUTSIDE, paths);
    }

    /**
     * Where few changes stop many attacks. The first time it takes a pass over the steps between entries and targets for each
     * entry, and for each remedy the time to look at what is reached through the steps it takes away; then it is kept.
     *
     * @return the choke points, the remedies by what they achieve, and the fewest assets that lie on all paths
     */
    public ChokePoints chokePoints() {
        return chokePoints.get();
    }

    /**
     * As {@link #chokePoints()}, where it is known what it costs to make up for an asset. Not kept.
     *
     * @param cost cost of each asset, from 1 to {@link ChokePoints#MOST_COST}
     * @return the choke points; the minimum cut is the cheapest
     * @throws IllegalArgumentException if a cost is out of range
     */
    public ChokePoints chokePoints(ToIntFunction<AssetKey> cost) {
        return ChokePoints.of(attackGraph, Assessor.OUTSIDE, targets(), cost);
    }

    private Set<AssetKey> targets() {
        Set<AssetKey> targets = new TreeSet<>(consequences.estate().with(Factor.CRITICAL_RESOURCE));
        targets.addAll(consequences.estate().with(Factor.SENSITIVE_DATA));
        return targets;
    }

    /**
     * What would be different if something were done. The first time it searches as the assessment did, and keeps that; each
     * answer then takes time in what the fixes touch, in the number of steps for each fix, and in that of the findings.
     *
     * @param fixes what is done, all together; their order does not matter
     * @return the paths that go or get less likely, the targets out of reach, and the findings with another score
     * @throws IllegalArgumentException if a fix names what is not there
     */
    public WhatIf whatIf(Fix... fixes) {
        return new Forecast(this, consequences, forecast).whatIf(List.of(fixes));
    }

    /**
     * How far attackers get from each asset. What has the same cause as a finding is its {@link #blastRadius(AssetKey)}.
     *
     * @return what answers for any asset; made in time linear in the steps, not kept here
     */
    public Reachability reachability() {
        return Reachability.of(attackGraph, graph, factors);
    }

    /**
     * The findings that are still there.
     *
     * @return the selection of all that are open
     */
    public Findings findings() {
        return allFindings().open();
    }

    /**
     * All findings, those that are fixed among them.
     *
     * @return the selection of all
     */
    public Findings allFindings() {
        return Findings.of(graph, findings);
    }

    /**
     * The way from code to cloud that leads through an asset.
     *
     * @param asset key of a workload, pod, container, image, index, tag, commit, branch, run, pipeline, repository, file,
     *     package, finding, vulnerability, leaked secret, or of a cloud resource that runs an image
     * @return the chain, with reason and remedy for each stage that is not mapped; of a finding that of what it affects
     * @throws IllegalArgumentException if the graph does not hold the asset, or no chain leads through it
     */
    public CodeToCloudChain chain(AssetKey asset) {
        return chains.of(placeOf(asset));
    }

    /**
     * How much of what runs is followed back to its code, and what would raise that most. Takes time in the number of
     * workloads and of the images they run.
     *
     * @return the shares by method and trust, the reasons, and the fixes
     */
    public Coverage coverage() {
        return chains.coverage();
    }

    /**
     * Who answers for an asset.
     *
     * @param asset key of an asset: a finding in code has the owners of its path; what runs has those of its tags, of its
     *     namespace and of the code it was built from
     * @return each owner with the ground on which they are named, the most certain first; empty if nothing names anybody
     * @throws IllegalArgumentException if the graph does not hold the asset
     */
    public List<Owner> owners(AssetKey asset) {
        if (graph.number(asset) >= 0) {
            return owners.of(asset);
        }
        Finding finding = finding(asset);
        return finding.location() == null || !finding.asset().mayBe(AssetKind.REPOSITORY)
                ? owners.of(finding.asset())
                : owners.of(finding.asset(), finding.location().replaceFirst(":[0-9]+$", ""));
    }

    /**
     * Who answers for a path.
     *
     * @param repository key of a repository
     * @param path path from its root, with forward slashes
     * @return each owner with the ground on which they are named, the most certain first; empty if nothing names anybody
     * @throws IllegalArgumentException if the graph does not hold the repository
     */
    public List<Owner> owners(AssetKey repository, String path) {
        return owners.of(held(repository), path);
    }

    /**
     * Everything that has the same issue as a finding, from the same repository: what one fix at the source mends.
     *
     * @param finding key of a finding
     * @return its findings, images and workloads
     * @throws IllegalArgumentException if there is no such finding
     */
    public BlastRadius blastRadius(AssetKey finding) {
        return BlastRadius.of(graph, mapping, findings, finding(finding));
    }

    /**
     * Everything that has an issue and comes from a source.
     *
     * @param issue key of a vulnerability or rule
     * @param source key of the repository, commit, or base image
     * @return its findings, images and workloads; empty if nothing from there has it
     * @throws IllegalArgumentException if the graph does not hold the issue or the source
     */
    public BlastRadius blastRadius(AssetKey issue, AssetKey source) {
        return BlastRadius.of(graph, mapping, findings, held(issue), held(source));
    }

    private AssetKey held(AssetKey asset) {
        if (graph.number(asset) < 0) {
            throw unknown(asset);
        }
        return asset;
    }

    /** A finding whose key no source gave is known by the place it was found at. */
    private AssetKey placeOf(AssetKey asset) {
        return graph.number(asset) >= 0 ? asset : finding(asset).asset();
    }

    /** The finding of a key; fails if there is none. */
    Finding finding(AssetKey key) {
        return findings.stream()
                .filter(finding ->
                        finding.key().equals(key) || finding.reports().contains(key))
                .findFirst()
                .orElseThrow(() -> unknown(key));
    }

    static IllegalArgumentException unknown(AssetKey asset) {
        return new IllegalArgumentException("the graph holds no " + asset);
    }

    /**
     * Answers a question about assets, their insights and what they are connected to.
     *
     * @param sentence the question
     * @return its first 1,000 rows at most
     */
    public Answer explore(Sentence sentence) {
        return explore(sentence, Page.first(1_000));
    }

    /**
     * Answers a question; {@link Explorer} tells what that costs.
     *
     * @param sentence the question
     * @param page which rows
     * @return the rows
     */
    public Answer explore(Sentence sentence, Page page) {
        return explorer.answer(sentence, page);
    }

    /**
     * How long each stage took.
     *
     * @return durations by stage, in the order of the stages
     */
    public Map<String, Duration> durations() {
        return durations;
    }
}
