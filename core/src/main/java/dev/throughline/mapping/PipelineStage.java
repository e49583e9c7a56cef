package dev.throughline.mapping;

import dev.throughline.mapping.ChainStage.Stage;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraph;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The second stage: pipelines and runs. */
final class PipelineStage {
    private final RiskGraph graph;
    private final Readings readings;
    private final SourceStage source;

    PipelineStage(RiskGraph graph, Readings readings, SourceStage source) {
        this.graph = graph;
        this.readings = readings;
        this.source = source;
    }

    ChainStage tell(List<Candidate> origins, Set<AssetKey> repositories) {
        Set<AssetKey> assets = new TreeSet<>();
        origins.stream()
                .filter(origin -> repositories.contains(origin.repository()))
                .forEach(origin -> add(origin, assets));
        return assets.isEmpty()
                ? ChainStage.missing(Stage.PIPELINE, gap(repositories))
                : ChainStage.mapped(Stage.PIPELINE, assets);
    }

    private void add(Candidate origin, Set<AssetKey> assets) {
        origin.pipeline().ifPresent(assets::add);
        origin.run().ifPresent(run -> {
            assets.add(run);
            graph.incoming(run, RelationType.RAN).stream().map(Relation::from).forEach(assets::add);
        });
    }

    private StageGap gap(Set<AssetKey> repositories) {
        if (repositories.isEmpty()) {
            return new StageGap(
                    Cause.STAGE_BEFORE,
                    null,
                    "the source is not known, so nothing can be said of what built the image",
                    "resolve the stage source first");
        }
        return source.notRead(repositories)
                .or(() -> readings.gap(repositories))
                .orElseGet(() -> silent(repositories.iterator().next()));
    }

    private StageGap silent(AssetKey repository) {
        return graph.outgoing(repository, RelationType.DEFINES).isEmpty()
                ? new StageGap(
                        Cause.NO_PIPELINE,
                        repository.text(),
                        "no pipeline is known that could have built the image: " + repository.value() + " defines none",
                        "read the pipelines of " + repository.value() + ", or attest the builds where they are made")
                : new StageGap(
                        Cause.NO_PUSH_REPORTED,
                        repository.text(),
                        "no run of a pipeline of " + repository.value() + " reported that it pushed the image",
                        "let the pipelines of " + repository.value()
                                + " report their pushes (container mapping) or attest their builds");
    }
}
