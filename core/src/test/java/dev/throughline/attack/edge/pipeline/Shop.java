package dev.throughline.attack.edge.pipeline;

import dev.throughline.Estate;
import dev.throughline.attack.AttackStep;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RelationType;
import dev.throughline.model.Visibility;
import java.util.List;
import java.util.Map;

/** A public repository with a branch and a pipeline, for tests of this family. */
final class Shop {
    static final AssetKey ACME = AssetKey.organization("github.com", "acme");
    static final AssetKey SHOP = AssetKey.repository("github.com/acme/shop");
    static final AssetKey MAIN = AssetKey.branch(SHOP, "main");
    static final AssetKey RELEASE = AssetKey.inRepository(AssetKind.PIPELINE, SHOP, ".github/workflows/release.yml");
    static final AssetKey PRODUCTION = AssetKey.inRepository(AssetKind.DEPLOYMENT_ENVIRONMENT, SHOP, "production");
    static final AssetKey ALICE = AssetKey.of(AssetKind.DEVELOPER, "github.com/alice");
    static final AssetKey STORE = AssetKey.of(AssetKind.PROJECT, "dev.azure.com/acme/store");
    static final AssetKey AZURE = AssetKey.of(AssetKind.SERVICE_CONNECTION, "dev.azure.com/acme/store/azure-prod");
    static final AssetKey ROLE = AssetKey.of(AssetKind.IDENTITY, "arn:aws:iam::111122223333:role/deploy");

    private final Estate estate = new Estate();

    Shop() {
        estate.asset(SHOP, Map.of("name", "shop", "defaultBranch", "main", "visibility", Visibility.PUBLIC));
        estate.relation(ACME, RelationType.CONTAINS, SHOP);
        estate.relation(SHOP, RelationType.CONTAINS, MAIN);
        estate.relation(SHOP, RelationType.DEFINES, RELEASE);
    }

    Shop repository(Map<String, ?> values) {
        estate.asset(SHOP, values);
        return this;
    }

    Shop branch(Map<String, ?> values) {
        estate.asset(MAIN, Map.of("name", "main"));
        estate.asset(MAIN, values);
        return this;
    }

    Shop pipeline(List<String> triggers, String... jobs) {
        estate.asset(
                RELEASE, Map.of("path", ".github/workflows/release.yml", "triggers", triggers, "jobs", List.of(jobs)));
        return this;
    }

    Shop member(String role) {
        return relation(ALICE, RelationType.HAS_ROLE, SHOP, Map.of("role", role));
    }

    Shop trust(String subject) {
        AssetKey policy = AssetKey.of(AssetKind.TRUST_POLICY, ROLE.value() + "/trust/" + subject.hashCode());
        estate.asset(
                AssetKind.TRUST_POLICY,
                policy,
                Map.of("issuer", "token.actions.githubusercontent.com", "subject", subject, "audience", "sts"));
        estate.asset(AssetKind.IDENTITY, ROLE, Map.of("name", "deploy"));
        return relation(ROLE, RelationType.CONTAINS, policy);
    }

    Shop asset(AssetKey key, Map<String, ?> values) {
        estate.asset(key, values);
        return this;
    }

    Shop relation(AssetKey from, RelationType type, AssetKey to) {
        estate.relation(from, type, to);
        return this;
    }

    Shop relation(AssetKey from, RelationType type, AssetKey to, Map<String, String> properties) {
        estate.relation(from, type, to, properties);
        return this;
    }

    List<AttackStep> steps(String edge) {
        return estate.steps(edge);
    }

    /** The steps of an edge as {@code from > to}. */
    List<String> ways(String edge) {
        return steps(edge).stream().map(step -> step.from() + " > " + step.to()).toList();
    }

    double probability(String edge) {
        return steps(edge).get(0).probability();
    }
}
