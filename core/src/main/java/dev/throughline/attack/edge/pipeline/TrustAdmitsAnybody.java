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
import java.util.List;
import java.util.function.Consumer;

/** A cloud identity trusts tokens of a public build platform by a condition that any account there can meet. */
final class TrustAdmitsAnybody implements AttackEdge {
    private static final List<TrustPitfall> OPEN =
            List.of(TrustPitfall.EVERYBODY, TrustPitfall.NO_SUBJECT, TrustPitfall.OPEN_OWNER);

    @Override
    public List<String> techniques() {
        return List.of("T1078.004", "T1199");
    }

    @Override
    public void derive(AttackSituation situation, Consumer<AttackStep> steps) {
        for (FederatedTrust trust :
                situation.prepared(FederatedTrusts.class, FederatedTrusts::of).all()) {
            boolean onGitHub = trust.evidence()
                    .fields()
                    .getOrDefault("issuer", "")
                    .replaceFirst("^https://", "")
                    .startsWith("token.actions.githubusercontent.com");
            if (onGitHub) {
                trust.pitfalls().stream()
                        .filter(OPEN::contains)
                        .findFirst()
                        .ifPresent(pitfall -> steps.accept(step(trust, pitfall)));
            }
        }
    }

    /** That no condition was read may be a gap in the export. */
    private AttackStep step(FederatedTrust trust, TrustPitfall pitfall) {
        AssetKey identity = trust.identity();
        Evidence proof = trust.evidence();
        return new AttackStep(
                AssetKey.ANY_GITHUB_USER,
                name(),
                identity,
                techniques(),
                (pitfall == TrustPitfall.NO_SUBJECT ? Likelihood.MODERATE : Likelihood.EASY).probability(),
                new Evidence(pitfall.explanation(), proof.assets(), proof.fields())
                        .with("weakness", "trust in everybody of " + identity.value()),
                List.of("let the trust of " + identity.value() + " name one repository, and a branch or environment"),
                List.of());
    }
}
