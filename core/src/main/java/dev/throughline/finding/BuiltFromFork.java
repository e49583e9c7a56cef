package dev.throughline.finding;

import dev.throughline.mapping.Candidate;
import dev.throughline.mapping.Mapping;
import dev.throughline.model.AssetKey;
import dev.throughline.model.PipelineRun;
import dev.throughline.model.RiskGraph;
import dev.throughline.model.Severity;
import java.util.function.Consumer;

/** What runs was built by a run for a fork: from code that nobody had accepted into the repository. */
final class BuiltFromFork implements OriginRule {
    @Override
    public void find(RiskGraph graph, Mapping mapping, Consumer<UnexpectedOrigin> found) {
        for (AssetKey image : mapping.runningImages()) {
            mapping.origin(image)
                    .ifPresent(origin -> origin.run()
                            .flatMap(run -> graph.find(run, PipelineRun.class))
                            .filter(run -> isOfFork(run, origin))
                            .ifPresent(run -> found.accept(new UnexpectedOrigin(
                                    "fork",
                                    image,
                                    image,
                                    origin.repository(),
                                    Severity.HIGH,
                                    "what runs was built from a fork: run " + run.nativeId() + " of "
                                            + origin.repository().value() + " built a commit of "
                                            + run.headRepository()))));
        }
    }

    static boolean isOfFork(PipelineRun run, Candidate origin) {
        return run.headRepository() != null
                && !run.headRepository().equals(origin.repository().text());
    }
}
