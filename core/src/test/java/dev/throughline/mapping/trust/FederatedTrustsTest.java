package dev.throughline.mapping.trust;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.Estate;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RelationType;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FederatedTrustsTest {
    private static final AssetKey ROLE = AssetKey.of(AssetKind.IDENTITY, "arn:aws:iam::111122223333:role/deploy");
    private static final AssetKey POLICY = AssetKey.of(AssetKind.TRUST_POLICY, ROLE.value() + "/trust/0");
    private static final AssetKey SHOP = AssetKey.repository("github.com/acme/shop");
    private static final String GITHUB = "https://token.actions.githubusercontent.com";

    private static FederatedTrusts trusts(Map<String, String> policy) {
        return FederatedTrusts.of(new Estate()
                .asset(AssetKind.TRUST_POLICY, POLICY, policy)
                .relation(ROLE, RelationType.TRUSTS, POLICY)
                .assess()
                .graph());
    }

    private static FederatedTrust trust(String issuer, String subject) {
        return trusts(Map.of("issuer", issuer, "subject", subject, "audience", "sts.amazonaws.com"))
                .of(ROLE)
                .get(0);
    }

    @Test
    void namesTheBranchThatMayActAsTheIdentity() {
        FederatedTrust trust = trust(GITHUB, "repo:Acme/Shop:ref:refs/heads/main");

        assertThat(trust.repository()).isEqualTo(SHOP);
        assertThat(trust.branch()).isEqualTo(AssetKey.branch(SHOP, "main"));
        assertThat(trust.environment()).isNull();
        assertThat(trust.pitfalls()).isEmpty();
        assertThat(trust.evidence().assets()).containsExactly(ROLE, POLICY);
        assertThat(trust.evidence().fields()).containsEntry("subject", "repo:Acme/Shop:ref:refs/heads/main");
    }

    @Test
    void namesTheEnvironmentThatMayActAsTheIdentity() {
        FederatedTrust trust = trust(GITHUB, "repo:acme/shop:environment:production");

        assertThat(trust.environment())
                .isEqualTo(AssetKey.inRepository(AssetKind.DEPLOYMENT_ENVIRONMENT, SHOP, "production"));
        assertThat(trust.branch()).isNull();
        assertThat(trust.pitfalls()).isEmpty();
    }

    @Test
    void readsSubjectsOfGitLab() {
        FederatedTrust trust =
                trust("https://gitlab.example.org", "project_path:acme/pay/api:ref_type:branch:ref:main");

        AssetKey api = AssetKey.repository("gitlab.example.org/acme/pay/api");
        assertThat(trust.repository()).isEqualTo(api);
        assertThat(trust.branch()).isEqualTo(AssetKey.branch(api, "main"));
        assertThat(trust.pitfalls()).isEmpty();
    }

    @Test
    void readsSubjectsOfAzureDevOps() {
        FederatedTrust trust = trust("https://vstoken.dev.azure.com/0f1e", "sc://acme/store/azure-prod");

        assertThat(trust.connection())
                .isEqualTo(AssetKey.of(AssetKind.SERVICE_CONNECTION, "dev.azure.com/acme/store/azure-prod"));
        assertThat(trust.repository()).isNull();
        assertThat(trust.pitfalls()).isEmpty();
    }

    @Test
    void knowsRepositoriesOfAnEnterpriseServer() {
        assertThat(trust("https://git.acme.example/_services/token", "repo:acme/shop:ref:refs/heads/main")
                        .repository())
                .isEqualTo(AssetKey.repository("git.acme.example/acme/shop"));
    }

    @ParameterizedTest
    @CsvSource({
        "*, EVERYBODY",
        "repo:*, EVERYBODY",
        "rep*, EVERYBODY",
        "repo:*/*:ref:refs/heads/main, EVERYBODY",
        "repo:acme*, OPEN_OWNER",
        "repo:acme*/shop:ref:refs/heads/main, OPEN_OWNER",
        "repo:acm?/shop:ref:refs/heads/main, OPEN_OWNER",
        "repo:acme/*, EVERY_REPOSITORY_OF_OWNER",
        "repo:acme/*:ref:refs/heads/main, EVERY_REPOSITORY_OF_OWNER",
        "repo:acme/shop*, OPEN_REPOSITORY",
        "repo:acme/shop*:ref:refs/heads/main, OPEN_REPOSITORY",
        "repo:acme/shop:*, EVERY_REF",
        "repo:acme/shop:ref:*, EVERY_REF",
        "repo:acme/shop:ref:refs/heads/*, EVERY_REF",
        "repo:acme/shop:ref:refs/heads/release*, OPEN_REF",
        "repo:acme/shop:environment:prod*, OPEN_REF",
        "repo:acme/shop:pull_request, PULL_REQUEST",
        "project_path:acme/*:ref_type:branch:ref:main, EVERY_REPOSITORY_OF_OWNER",
        "project_path:acme/pay/*:ref_type:branch:ref:main, EVERY_REPOSITORY_OF_OWNER",
        "project_path:acme/pay/api:ref_type:branch:ref:*, EVERY_REF",
        "project_path:*, EVERYBODY"
    })
    void explainsWhatAdmitsMoreThanWasMeant(String subject, TrustPitfall pitfall) {
        assertThat(trust(GITHUB, subject).pitfalls()).containsExactly(pitfall);
    }

    @Test
    void missesAConditionOnTheSubject() {
        FederatedTrust trust = trusts(Map.of("issuer", GITHUB, "audience", "sts.amazonaws.com"))
                .of(ROLE)
                .get(0);

        assertThat(trust.pitfalls()).containsExactly(TrustPitfall.NO_SUBJECT);
        assertThat(trust.repository()).isNull();
    }

    @Test
    void missesAConditionOnTheAudience() {
        assertThat(trusts(Map.of("issuer", GITHUB, "subject", "repo:acme/shop:ref:refs/heads/main"))
                        .of(ROLE)
                        .get(0)
                        .pitfalls())
                .containsExactly(TrustPitfall.NO_AUDIENCE);
    }

    @Test
    void readsConditionsThatStandAtARelation() {
        FederatedTrusts trusts = FederatedTrusts.of(new Estate()
                .relation(
                        ROLE,
                        RelationType.TRUSTS,
                        SHOP,
                        Map.of("issuer", GITHUB, "subject", "repo:acme/shop:ref:refs/heads/main"))
                .assess()
                .graph());

        assertThat(trusts.from(SHOP)).singleElement().satisfies(trust -> {
            assertThat(trust.identity()).isEqualTo(ROLE);
            assertThat(trust.pitfalls()).isEmpty();
        });
        assertThat(trusts.all()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"system:serviceaccount:shop:api", "principalSet:x", "principal", "anything"})
    void leavesAloneWhatIsOfNoBuildPlatform(String subject) {
        assertThat(trusts(Map.of("issuer", "https://oidc.eks.eu-west-1.amazonaws.com/id/1", "subject", subject))
                        .all())
                .isEmpty();
        assertThat(trusts(new HashMap<>(Map.of("issuer", "https://login.example")))
                        .all())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "repo:",
                "repo:acme",
                "repo:/:",
                "repo:acme/..:ref:refs/heads/x",
                "sc://",
                "principal/workloadIdentityPools/x/attribute.repository"
            })
    void survivesWhateverAConditionHolds(String subject) {
        assertThat(trusts(Map.of("issuer", GITHUB, "subject", subject)).from(SHOP))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void explainsEveryPitfallInOneSentence(TrustPitfall pitfall) {
        assertThat(pitfall.explanation()).isNotBlank().doesNotEndWith(".");
    }
}
