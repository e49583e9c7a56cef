package dev.throughline.attack.edge.pipeline;

import dev.throughline.attack.AttackEdge;
import dev.throughline.attack.AttackSituation;
import dev.throughline.attack.AttackStep;
import dev.throughline.attack.Likelihood;
import dev.throughline.mapping.Candidate;
import dev.throughline.mapping.Mapping;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Evidence;
import dev.throughline.model.Pipeline;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * A pipeline that built an image builds the next one of its name. The pipeline is the one the evidence names; where it names
 * only the repository, all pipelines of the repository may be it, and each is that much less likely.
 */
final class PipelinePushesImage implements AttackEdge {
    @Override
    public List<String> techniques() {
        return List.of("T1525", "T1195.002");
    }

    @Override
    public void derive(AttackSituation situation, Consumer<AttackStep> steps) {
        Mapping mapping = situation.mapping();
        for (AssetKey image : mapping.mappedImages()) {
            mapping.origin(image).ifPresent(origin -> {
                Set<AssetKey> pipelines = pipelines(situation.graph(), origin);
                for (AssetKey pipeline : pipelines) {
                    for (AssetKey name : mapping.namesOf(image)) {
                        steps.accept(step(pipeline, name, origin, pipelines.size()));
                    }
                }
            });
        }
    }

    private static Set<AssetKey> pipelines(RiskGraph graph, Candidate origin) {
        Set<AssetKey> pipelines = new TreeSet<>();
        origin.pipeline().ifPresent(pipelines::add);
        origin.run()
                .ifPresent(run -> graph.incoming(run, RelationType.RAN).stream()
                        .map(Relation::from)
                        .forEach(pipelines::add));
        if (pipelines.isEmpty()) {
            graph.targets(origin.repository(), RelationType.DEFINES, Pipeline.class)
                    .forEach(pipeline -> pipelines.add(pipeline.key()));
        }
        return pipelines;
    }

    private AttackStep step(AssetKey pipeline, AssetKey image, Candidate origin, int choices) {
        List<AssetKey> chain = new ArrayList<>(List.of(pipeline));
        origin.run().ifPresent(chain::add);
        chain.add(image);
        return new AttackStep(
                pipeline,
                name(),
                image,
                techniques(),
                Likelihood.TRIVIAL.probability() * origin.confidence() / choices,
                new Evidence(
                        origin.strongest().evidence().statement(),
                        chain,
                        Map.of("method", origin.strongest().method().name())),
                List.of(),
                List.of("admit only images whose provenance is verified (admission control)"));
    }
}
