package dev.throughline.finding;

import dev.throughline.mapping.Mapping;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RiskGraph;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Everything that has the same issue from the same source, in the code and in the cloud: what one fix at the source mends.
 *
 * @param issue key of the vulnerability or rule; of the finding, if it is a case of neither
 * @param source key of the repository, commit or base image it comes from
 * @param findings the open findings, most urgent first
 * @param images the images that have it, ordered
 * @param workloads the workloads that run it, ordered
 */
public record BlastRadius(
        AssetKey issue, AssetKey source, List<Finding> findings, List<AssetKey> images, List<AssetKey> workloads) {
    /** Copies the lists. */
    public BlastRadius {
        findings = List.copyOf(findings);
        images = List.copyOf(images);
        workloads = List.copyOf(workloads);
    }

    /**
     * What has the issue of a finding and comes from where the finding comes from.
     *
     * @param graph the facts
     * @param mapping which code runs where
     * @param findings all findings
     * @param finding the finding
     * @return the radius; its source is the repository of the finding, or its asset if the repository is not known
     */
    public static BlastRadius of(RiskGraph graph, Mapping mapping, Collection<Finding> findings, Finding finding) {
        AssetKey source = finding.repository() == null ? finding.asset() : finding.repository();
        return of(graph, mapping, findings, new Issues(graph).of(finding), source);
    }

    /**
     * What has an issue and comes from a source. Takes time in the number of findings.
     *
     * @param graph the facts
     * @param mapping which code runs where
     * @param findings all findings
     * @param issue key of a vulnerability, rule or finding
     * @param source key of a repository, commit, or base image
     * @return the radius; empty if nothing has it
     */
    public static BlastRadius of(
            RiskGraph graph, Mapping mapping, Collection<Finding> findings, AssetKey issue, AssetKey source) {
        Issues issues = new Issues(graph);
        Source from = new Source(graph, mapping, source);
        Set<AssetKey> names = issues.namesOf(issue);
        List<Finding> same = findings.stream()
                .filter(finding -> finding.state() == Finding.State.OPEN)
                .filter(from::has)
                .filter(finding -> issues.isAny(finding, names))
                .sorted(Findings.MOST_URGENT_FIRST)
                .toList();
        Set<AssetKey> images = new TreeSet<>();
        Set<AssetKey> workloads = new TreeSet<>();
        same.forEach(finding -> {
            workloads.addAll(finding.workloads());
            images.addAll(images(mapping, finding.asset()));
        });
        return new BlastRadius(issue, source, same, List.copyOf(images), List.copyOf(workloads));
    }

    /** What is wrong in code is in those of its images that run; of the others nobody knows whether they are older. */
    private static List<AssetKey> images(Mapping mapping, AssetKey asset) {
        if (asset.mayBe(AssetKind.CONTAINER_IMAGE) || asset.mayBe(AssetKind.IMAGE_INDEX)) {
            return List.of(asset);
        }
        return mapping.imagesOf(asset).stream()
                .filter(image -> !mapping.workloadsRunning(image).isEmpty())
                .toList();
    }
}
