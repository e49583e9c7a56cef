package dev.throughline.finding;

import dev.throughline.attack.Fix;
import dev.throughline.mapping.Candidate;
import dev.throughline.mapping.Link;
import dev.throughline.mapping.Mapping;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Branch;
import dev.throughline.model.PipelineRun;
import dev.throughline.model.RiskGraph;
import dev.throughline.model.Severity;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What runs was built from a branch that no rule protects: whoever may write to the repository may change it unreviewed.
 * A branch of which nobody said whether it is protected is not reported.
 */
final class BuiltFromUnprotectedBranch implements OriginRule {
    private static final String HEADS = "refs/heads/";

    @Override
    public void find(RiskGraph graph, Mapping mapping, Consumer<UnexpectedOrigin> found) {
        for (AssetKey image : mapping.runningImages()) {
            mapping.origin(image)
                    .ifPresent(origin -> branch(graph, origin)
                            .flatMap(name -> graph.find(AssetKey.branch(origin.repository(), name), Branch.class))
                            .filter(branch -> Boolean.FALSE.equals(branch.isProtected()))
                            .ifPresent(branch -> found.accept(new UnexpectedOrigin(
                                    "unprotected-branch",
                                    image,
                                    image,
                                    origin.repository(),
                                    Severity.MEDIUM,
                                    new Fix.Protect(branch.key()).finding()))));
        }
    }

    /** The branch that the platform says the run was for, or else that the provenance names. */
    private static Optional<String> branch(RiskGraph graph, Candidate origin) {
        return origin.run()
                .flatMap(run -> graph.find(run, PipelineRun.class))
                .map(PipelineRun::branch)
                .or(() -> origin.links().stream()
                        .map(Link::evidence)
                        .map(evidence -> evidence.fields().get("sourceRef"))
                        .filter(Objects::nonNull)
                        .filter(ref -> ref.startsWith(HEADS))
                        .map(ref -> ref.substring(HEADS.length()))
                        .findFirst())
                .filter(name -> !name.isEmpty());
    }
}
