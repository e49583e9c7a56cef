package dev.throughline.finding;

import dev.throughline.mapping.trust.FederatedTrust;
import dev.throughline.mapping.trust.FederatedTrusts;
import dev.throughline.mapping.trust.TrustPitfall;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RiskGraph;
import dev.throughline.model.Severity;
import dev.throughline.model.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A cloud identity that lets code of a build platform act as it by a condition that admits more than was meant.
 *
 * @param key key of its finding: the same pitfall of the same identity for the same repository or connection is the same
 *     finding, however the condition is written
 * @param identity the identity
 * @param repository the only repository it lets in; null if it lets in several, or a service connection
 * @param severity how much it matters in itself
 * @param title what is wrong, with the condition, in one sentence
 */
record WeakTrust(AssetKey key, AssetKey identity, @Nullable AssetKey repository, Severity severity, String title) {
    /** All there are, each once; takes time linear in the graph. */
    static List<WeakTrust> in(RiskGraph graph) {
        Map<AssetKey, WeakTrust> found = new LinkedHashMap<>();
        for (FederatedTrust trust : FederatedTrusts.of(graph).all()) {
            for (TrustPitfall pitfall : trust.pitfalls()) {
                WeakTrust weak = of(trust, pitfall);
                found.putIfAbsent(weak.key(), weak);
            }
        }
        return List.copyOf(found.values());
    }

    private static WeakTrust of(FederatedTrust trust, TrustPitfall pitfall) {
        String name = pitfall.name().toLowerCase(Locale.ROOT).replace('_', '-');
        AssetKey key =
                Keys.derived(AssetKey.of(AssetKind.RULE, "throughline/federated-trust/" + name), trust.identity());
        AssetKey admitted = trust.repository() == null ? trust.connection() : trust.repository();
        Map<String, String> written = trust.evidence().fields();
        String subject = pitfall == TrustPitfall.UNKNOWN_CONDITION && written.containsKey("condition")
                ? written.get("condition")
                : written.get("subject");
        return new WeakTrust(
                admitted == null ? key : Keys.derived(key, admitted),
                trust.identity(),
                trust.repository(),
                severity(pitfall),
                pitfall.explanation() + (subject == null ? "" : ": " + Text.quote(subject)));
    }

    /** By who can get in: strangers, then members unreviewed, then those who need something else besides. */
    private static Severity severity(TrustPitfall pitfall) {
        return switch (pitfall) {
            case EVERYBODY, OPEN_OWNER -> Severity.CRITICAL;
            case NO_SUBJECT, EVERY_REPOSITORY_OF_OWNER, OPEN_REPOSITORY, EVERY_REF, PULL_REQUEST -> Severity.HIGH;
            case OPEN_REF, UNKNOWN_CONDITION, NO_AUDIENCE -> Severity.MEDIUM;
        };
    }
}
