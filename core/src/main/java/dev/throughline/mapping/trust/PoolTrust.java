package dev.throughline.mapping.trust;

import dev.throughline.model.AssetKey;
import dev.throughline.model.Evidence;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * That an account trusts members of a workload identity pool: tokens of its providers that meet the condition of the
 * provider, and that the member names. A provider that was not read may ask for anything.
 *
 * @param member relation from the account to the pool, with the member as its subject
 * @param provider relation from the pool to a provider; null if none was read
 */
record PoolTrust(Relation member, @Nullable Relation provider) {
    private static final String POOL = "/workloadIdentityPools/";

    static boolean isMember(String subject) {
        return subject.startsWith("principal") && subject.contains(POOL);
    }

    /** One for each alternative of each provider. */
    static List<FederatedTrust> of(RiskGraph graph, Relation member) {
        List<Relation> providers = graph.outgoing(member.to(), RelationType.TRUSTS).stream()
                .filter(relation -> relation.to().value().contains("/providers/"))
                .toList();
        List<FederatedTrust> found = new ArrayList<>();
        if (providers.isEmpty()) {
            new PoolTrust(member, null).addTo(found);
        }
        providers.forEach(provider -> new PoolTrust(member, provider).addTo(found));
        return found;
    }

    private void addTo(List<FederatedTrust> found) {
        AttributeCondition condition = new AttributeCondition(mapping());
        TokenClaims named = named(condition);
        List<TokenClaims> alternatives =
                issuer() == null ? List.of(TokenClaims.UNKNOWN) : condition.read(property("condition"));
        for (TokenClaims alternative : alternatives) {
            TokenClaims claims = named.and(alternative);
            List<String> subjects = claims == null ? List.of() : claims.subjects();
            FederatedTrust trust = subjects.isEmpty() ? null : trust(subjects, claims != null && claims.isWhole());
            if (trust != null) {
                found.add(trust);
            }
        }
    }

    private @Nullable FederatedTrust trust(List<String> subjects, boolean isWhole) {
        TrustCondition admitted = new TrustCondition(issuer(), subjects.get(0), null, false);
        FederatedTrust trust = admitted.trust(member.from(), List.of(member.from(), member.to()));
        if (trust == null) {
            return null;
        }
        boolean isKnown = isWhole && (!subjects.get(0).startsWith("*") || admitted.isPublic());
        return new FederatedTrust(
                trust.identity(),
                trust.repository(),
                trust.branch(),
                trust.environment(),
                trust.connection(),
                isKnown || trust.pitfalls().isEmpty() ? trust.pitfalls() : List.of(TrustPitfall.UNKNOWN_CONDITION),
                subjects,
                evidence(trust.evidence()));
    }

    private Evidence evidence(Evidence admitted) {
        Map<String, String> fields = new TreeMap<>(admitted.fields());
        fields.put("admitted", String.valueOf(fields.get("subject")));
        fields.put("subject", String.valueOf(member.properties().get("subject")));
        String condition = property("condition");
        if (condition != null) {
            fields.put("condition", condition);
        }
        List<AssetKey> proof = new ArrayList<>(admitted.assets());
        if (provider != null) {
            proof.add(provider.to());
        }
        return new Evidence(admitted.statement(), proof, fields);
    }

    /** What the member asks for; it begins with {@code principal:} for one subject, else with {@code principalSet:}. */
    private TokenClaims named(AttributeCondition condition) {
        String text = String.valueOf(member.properties().get("subject"));
        String rest = text.substring(text.indexOf(POOL) + POOL.length());
        String[] parts = rest.split("/", 3);
        if (parts.length == 2 && parts[1].equals("*")) {
            return TokenClaims.ANY;
        }
        if (parts.length < 3 || TokenSubject.isWild(parts[2])) {
            return TokenClaims.UNKNOWN;
        }
        return condition.claim(parts[1].equals("subject") ? "google.subject" : parts[1], parts[2]);
    }

    private @Nullable String issuer() {
        return property("issuer");
    }

    private @Nullable Map<String, String> mapping() {
        String text = property("mapping");
        if (text == null) {
            return null;
        }
        Map<String, String> mapping = new TreeMap<>();
        for (String line : text.split("\n", -1)) {
            int equal = line.indexOf('=');
            if (equal > 0) {
                mapping.put(line.substring(0, equal), line.substring(equal + 1));
            }
        }
        return mapping;
    }

    private @Nullable String property(String name) {
        return provider == null ? null : provider.properties().get(name);
    }
}
