package dev.throughline.connector.aws;

import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.PolicyStatement;
import dev.throughline.model.RelationType;
import dev.throughline.model.TrustPolicy;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which tokens of other providers a role trusts: one {@link TrustPolicy} for each subject it names. */
final class Federation {
    private static final String FEDERATED = "federated:";
    private static final String PROVIDER = ":oidc-provider/";

    private Federation() {}

    static void trusts(AssetKey role, List<PolicyStatement> trust, Facts facts) {
        int number = 0;
        for (PolicyStatement statement : trust) {
            for (String principal : statement.allow() ? statement.principals() : List.<String>of()) {
                String issuer = issuer(principal);
                if (issuer != null) {
                    if (principal.contains(PROVIDER)) {
                        facts.relate(
                                role,
                                RelationType.TRUSTS,
                                Place.arn(principal.substring(FEDERATED.length())),
                                Map.of("issuer", "https://" + issuer));
                    }
                    List<String> audiences = values(statement, issuer + ":aud");
                    for (String subject : Subjects.of(statement.conditions(), issuer)) {
                        AssetKey key = AssetKey.of(AssetKind.TRUST_POLICY, role.value() + "#trust/" + number++);
                        facts.add(new TrustPolicy(
                                key,
                                null,
                                "https://" + issuer,
                                subject.isEmpty() ? null : subject,
                                audiences.isEmpty() ? null : String.join(",", audiences),
                                null));
                        facts.relate(role, RelationType.TRUSTS, key);
                    }
                }
            }
        }
    }

    private static @Nullable String issuer(String principal) {
        if (!principal.startsWith(FEDERATED)) {
            return null;
        }
        String who = principal.substring(FEDERATED.length());
        int provider = who.indexOf(PROVIDER);
        if (provider >= 0) {
            return who.substring(provider + PROVIDER.length());
        }
        return who.startsWith("arn:") ? null : who; // SAML providers issue no such tokens
    }

    private static List<String> values(PolicyStatement statement, String key) {
        return statement.conditions().stream()
                .filter(condition -> condition.key().equalsIgnoreCase(key) && Subjects.admits(condition))
                .flatMap(condition -> Subjects.values(condition).stream())
                .distinct()
                .toList();
    }
}
