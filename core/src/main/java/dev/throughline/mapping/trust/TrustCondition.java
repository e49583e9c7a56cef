package dev.throughline.mapping.trust;

import dev.throughline.mapping.trust.TokenSubject.Platform;
import dev.throughline.mapping.trust.TokenSubject.Reference;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A condition on tokens as a cloud keeps it.
 *
 * @param issuer who must have issued the token; null if unknown
 * @param subject what its subject must be, with wildcards; null if no condition was read
 * @param audience for whom it must be made out; null if no condition was read
 * @param tellsAudience whether a condition on the audience would have been read
 */
record TrustCondition(
        @Nullable String issuer,
        @Nullable String subject,
        @Nullable String audience,
        boolean tellsAudience) {
    /** Platforms where anybody can sign up. */
    private static final List<String> PUBLIC =
            List.of("token.actions.githubusercontent.com", "gitlab.com", "vstoken.dev.azure.com");
    /** Where GitHub Enterprise Server issues its tokens, behind its host. */
    private static final String ENTERPRISE = "/_services/token";

    /** What it lets happen; null if it is not about a build platform. */
    @Nullable
    FederatedTrust trust(AssetKey identity, List<AssetKey> proof) {
        if (subject == null) {
            return isPublic() ? trust(identity, null, null, pitfalls(List.of(TrustPitfall.NO_SUBJECT)), proof) : null;
        }
        TokenSubject admitted = TokenSubject.parse(subject);
        return admitted == null
                ? null
                : trust(identity, admitted, path(admitted), pitfalls(admitted.pitfalls()), proof);
    }

    /** Whether its issuer is a platform where anybody can sign up. */
    boolean isPublic() {
        return PUBLIC.stream().anyMatch(platform -> issuerWithoutScheme().startsWith(platform));
    }

    private FederatedTrust trust(
            AssetKey identity,
            @Nullable TokenSubject admitted,
            @Nullable AssetKey path,
            List<TrustPitfall> pitfalls,
            List<AssetKey> proof) {
        boolean connects = path != null && path.mayBe(AssetKind.SERVICE_CONNECTION);
        return new FederatedTrust(
                identity,
                connects ? null : path,
                reference(path, admitted, Reference.BRANCH),
                reference(path, admitted, Reference.ENVIRONMENT),
                connects ? path : null,
                pitfalls,
                subject == null ? List.of() : List.of(subject),
                evidence(proof));
    }

    private List<TrustPitfall> pitfalls(List<TrustPitfall> ofSubject) {
        List<TrustPitfall> pitfalls = new ArrayList<>(ofSubject);
        if (tellsAudience && audience == null) {
            pitfalls.add(TrustPitfall.NO_AUDIENCE);
        }
        return pitfalls;
    }

    private @Nullable AssetKey path(TokenSubject admitted) {
        if (!admitted.isExact() || admitted.platform() == null) {
            return null;
        }
        try {
            return admitted.platform() == Platform.AZURE_DEVOPS
                    ? AssetKey.of(AssetKind.SERVICE_CONNECTION, "dev.azure.com/" + admitted.path())
                    : AssetKey.repository("https://" + host(admitted.platform()) + "/" + admitted.path());
        } catch (IllegalArgumentException e) {
            return null; // a condition may hold anything
        }
    }

    private static @Nullable AssetKey reference(
            @Nullable AssetKey repository, @Nullable TokenSubject admitted, Reference reference) {
        String name = admitted == null || admitted.reference() != reference ? null : admitted.name();
        if (repository == null || name == null || name.isEmpty() || TokenSubject.isWild(name)) {
            return null;
        }
        try {
            return reference == Reference.BRANCH
                    ? AssetKey.branch(repository, name)
                    : AssetKey.inRepository(AssetKind.DEPLOYMENT_ENVIRONMENT, repository, name);
        } catch (IllegalArgumentException e) {
            return null; // a condition may hold anything
        }
    }

    private String host(Platform platform) {
        String text = issuerWithoutScheme();
        String host = text.contains("/") ? text.substring(0, text.indexOf('/')) : text;
        if (platform == Platform.GITHUB) {
            return text.endsWith(ENTERPRISE) ? host : "github.com";
        }
        return host.isEmpty() || host.contains("googleapis.com") ? "gitlab.com" : host;
    }

    private String issuerWithoutScheme() {
        return issuer == null ? "" : issuer.replaceFirst("^https://", "");
    }

    private Evidence evidence(List<AssetKey> proof) {
        Map<String, String> fields = new TreeMap<>();
        put(fields, "issuer", issuer);
        put(fields, "subject", subject);
        put(fields, "audience", audience);
        return new Evidence("tokens that fit this condition let their holder act as the identity", proof, fields);
    }

    private static void put(Map<String, String> fields, String name, @Nullable String value) {
        if (value != null) {
            fields.put(name, value);
        }
    }
}
