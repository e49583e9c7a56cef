package dev.throughline.attack.edge.pipeline;

import dev.throughline.attack.AttackEdge;
import dev.throughline.attack.AttackSituation;
import dev.throughline.attack.AttackStep;
import dev.throughline.attack.Likelihood;
import dev.throughline.mapping.trust.FederatedTrust;
import dev.throughline.mapping.trust.FederatedTrusts;
import dev.throughline.mapping.trust.TrustPitfall;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Evidence;
import dev.throughline.model.Pipeline;
import dev.throughline.model.RelationType;
import dev.throughline.model.Repository;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * A job may ask for an OpenID Connect token, and a cloud identity trusts its subject. The step starts where the subject is
 * decided: at the environment or the branch that the condition names, or at the pipeline where any branch will do.
 */
final class PipelineAssumesIdentity implements AttackEdge {
    @Override
    public List<String> techniques() {
        return List.of("T1078.004", "T1550.001");
    }

    @Override
    public void derive(AttackSituation situation, Consumer<AttackStep> steps) {
        FederatedTrusts trusts = situation.prepared(FederatedTrusts.class, FederatedTrusts::of);
        List<FederatedTrust> several = trusts.all().stream()
                .filter(trust -> trust.repository() == null && trust.connection() == null)
                .toList();
        situation.graph().assets(Repository.class).forEach(repository -> {
            List<FederatedTrust> candidates = new ArrayList<>(trusts.from(repository.key()));
            candidates.addAll(several);
            if (!candidates.isEmpty() && !Boolean.TRUE.equals(repository.archived())) {
                derive(situation, repository, candidates, steps);
            }
        });
    }

    private void derive(
            AttackSituation situation,
            Repository repository,
            List<FederatedTrust> candidates,
            Consumer<AttackStep> steps) {
        Set<String> told = new HashSet<>();
        for (Pipeline pipeline : situation.graph().targets(repository.key(), RelationType.DEFINES, Pipeline.class)) {
            for (TokenRequest request : TokenRequest.of(situation.graph(), repository, pipeline)) {
                for (FederatedTrust trust : candidates) {
                    if (trust.admits(request.subject()) && told.add(request.from() + " " + trust.identity())) {
                        steps.accept(step(request, pipeline.key(), trust));
                    }
                }
            }
        }
    }

    private static String statement(TokenRequest request, boolean isCertain) {
        if (!request.isKnown()) {
            return "the identity trusts the subject; whether a job may ask for a token was not read";
        }
        return isCertain
                ? "a job may ask for a token whose subject the identity trusts"
                : "a job may ask for a token; whether the identity trusts it is not known";
    }

    private AttackStep step(TokenRequest request, AssetKey pipeline, FederatedTrust trust) {
        AssetKey identity = trust.identity();
        boolean isCertain = request.isKnown() && !trust.pitfalls().contains(TrustPitfall.UNKNOWN_CONDITION);
        Map<String, String> fields = new TreeMap<>(trust.evidence().fields());
        fields.put("token", request.subject());
        Set<AssetKey> proof = new LinkedHashSet<>(List.of(request.from(), pipeline));
        proof.addAll(trust.evidence().assets());
        return new AttackStep(
                request.from(),
                name(),
                identity,
                techniques(),
                (isCertain ? Likelihood.TRIVIAL : Likelihood.MODERATE).probability(),
                new Evidence(statement(request, isCertain), List.copyOf(proof), fields),
                List.of("take the trust in " + request.subject() + " from " + identity.value()),
                List.of("let " + identity.value() + " trust an environment with required reviewers, nothing wider"));
    }
}
