package dev.throughline.mapping.trust;

import dev.throughline.model.AssetKey;
import dev.throughline.model.Evidence;
import dev.throughline.model.Wildcards;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * That a cloud identity lets code of a build platform act as it.
 *
 * @param identity key of the identity; of the policy where nothing tells whose it is
 * @param repository key of the only repository the condition admits; null if it admits several, or a service connection
 * @param branch key of the only branch; null if it is not limited to one
 * @param environment key of the only deployment environment; null if it is not limited to one
 * @param connection key of the service connection of Azure DevOps; null for other platforms
 * @param pitfalls how the condition admits more than was meant, worst first; empty if it does not
 * @param admitted subjects of the tokens admitted, with wildcards; empty if any is
 * @param evidence the condition, with issuer, subject and audience as they are written
 */
public record FederatedTrust(
        AssetKey identity,
        @Nullable AssetKey repository,
        @Nullable AssetKey branch,
        @Nullable AssetKey environment,
        @Nullable AssetKey connection,
        List<TrustPitfall> pitfalls,
        List<String> admitted,
        Evidence evidence) {
    /** Copies the lists. */
    public FederatedTrust {
        pitfalls = List.copyOf(pitfalls);
        admitted = List.copyOf(admitted);
    }

    /**
     * Whether the condition admits tokens of a subject. The case of letters is ignored, as keys do not keep it.
     *
     * @param subject subject of a token, such as {@code repo:acme/shop:ref:refs/heads/main}
     * @return whether it does
     */
    public boolean admits(String subject) {
        String text = subject.toLowerCase(Locale.ROOT);
        return admitted.isEmpty()
                || admitted.stream().anyMatch(pattern -> Wildcards.fit(pattern.toLowerCase(Locale.ROOT), text));
    }
}
