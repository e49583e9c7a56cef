package dev.throughline.finding;

import dev.throughline.mapping.Candidate;
import dev.throughline.mapping.Mapping;
import dev.throughline.mapping.Trust;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.ContainerImage;
import dev.throughline.model.PipelineRun;
import dev.throughline.model.RegistryRepository;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraph;
import dev.throughline.model.Severity;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * A digest runs of which no build is known, though a known pipeline builds what else is under its path in the registry:
 * somebody may have pushed past the pipeline. What is older than the first build known there is not reported, for records
 * of builds are kept for a while only.
 */
final class UnknownBuild implements OriginRule {
    @Override
    public void find(RiskGraph graph, Mapping mapping, Consumer<UnexpectedOrigin> found) {
        Set<AssetKey> running = mapping.runningImages();
        Set<AssetKey> reported = new HashSet<>();
        graph.assets(RegistryRepository.class).forEach(holder -> {
            Set<AssetKey> images = images(graph, mapping, holder.key());
            Optional<Candidate> known = images.stream()
                    .flatMap(image -> mapping.origin(image).stream())
                    .filter(origin -> origin.trust().compareTo(Trust.PLATFORM) <= 0)
                    .findFirst();
            if (known.isPresent()) {
                Optional<Instant> first = firstBuild(graph, mapping, images);
                images.stream()
                        .filter(running::contains)
                        .filter(image -> !isBuilt(graph, mapping, image) && !isOlder(graph, image, first))
                        .filter(reported::add)
                        .forEach(image -> found.accept(unexpected(mapping, image, holder.key(), known.get())));
            }
        });
    }

    private static UnexpectedOrigin unexpected(Mapping mapping, AssetKey image, AssetKey holder, Candidate known) {
        String claimed = mapping.origin(image)
                .filter(origin -> origin.trust() == Trust.CLAIMED)
                .map(origin -> "of which only a claim tells the build ("
                        + origin.repository().value() + ")")
                .orElse("of which no build is known");
        return new UnexpectedOrigin(
                "unknown-build",
                image,
                image,
                known.repository(),
                Severity.HIGH,
                "a digest runs " + claimed + ", though "
                        + known.pipeline().orElse(known.repository()).value() + " builds what is in "
                        + holder.value());
    }

    /** The images in a repository of a registry, each by the first of its names. */
    private static Set<AssetKey> images(RiskGraph graph, Mapping mapping, AssetKey holder) {
        Set<AssetKey> images = new TreeSet<>();
        Consumer<AssetKey> add = image -> images.add(mapping.namesOf(image).get(0));
        int number = graph.number(holder);
        graph.visitTargets(number, RelationType.HOLDS, image -> add.accept(graph.key(image)));
        graph.visitTargets(number, RelationType.CONTAINS, tag -> {
            if (graph.key(tag).mayBe(AssetKind.IMAGE_TAG)) {
                graph.visitTargets(tag, RelationType.TAGGED, image -> add.accept(graph.key(image)));
            }
        });
        return images;
    }

    /**
     * What one side alone says makes no build known, be it a report that something contradicts or a document that nobody
     * verified: whoever pushes past the pipeline can push that too. The report of a build of a fork does, and is reported as
     * what it is.
     */
    private static boolean isBuilt(RiskGraph graph, Mapping mapping, AssetKey image) {
        return mapping.origin(image)
                .filter(origin -> origin.trust().compareTo(Trust.ASSERTED) <= 0
                        || origin.run()
                                .flatMap(run -> graph.find(run, PipelineRun.class))
                                .filter(run -> BuiltFromFork.isOfFork(run, origin))
                                .isPresent())
                .isPresent();
    }

    private static Optional<Instant> firstBuild(RiskGraph graph, Mapping mapping, Set<AssetKey> images) {
        return images.stream()
                .flatMap(image -> mapping.origin(image).stream())
                .flatMap(origin -> origin.run().stream())
                .flatMap(run -> graph.find(run, PipelineRun.class).map(PipelineRun::startedAt).stream())
                .min(Instant::compareTo);
    }

    private static boolean isOlder(RiskGraph graph, AssetKey image, Optional<Instant> first) {
        Optional<Instant> createdAt = graph.find(image, ContainerImage.class).map(ContainerImage::createdAt);
        return createdAt.isPresent() && first.isPresent() && createdAt.get().isBefore(first.get());
    }
}
