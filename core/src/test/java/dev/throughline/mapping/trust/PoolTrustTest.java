package dev.throughline.mapping.trust;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.Estate;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RelationType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PoolTrustTest {
    private static final String GITHUB = "https://token.actions.githubusercontent.com";
    private static final String NAME = "//iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/ci";
    private static final AssetKey ACCOUNT = AssetKey.of(AssetKind.IDENTITY, "serviceAccount:deploy@shop.example");
    private static final AssetKey POOL = AssetKey.of(AssetKind.CLOUD_RESOURCE, NAME);
    private static final AssetKey PROVIDER = AssetKey.of(AssetKind.CLOUD_RESOURCE, NAME + "/providers/github");
    private static final AssetKey SHOP = AssetKey.repository("github.com/acme/shop");
    private static final String ALL = "principalSet:" + NAME + "/*";
    private static final String MAPPING =
            "attribute.actor=assertion.actor\nattribute.repository=assertion.repository\ngoogle.subject=assertion.sub";

    private static Estate estate(String member) {
        return new Estate().relation(ACCOUNT, RelationType.TRUSTS, POOL, Map.of("subject", member));
    }

    private static List<FederatedTrust> trusts(String member, @Nullable String condition) {
        Map<String, String> terms = new TreeMap<>(Map.of("issuer", GITHUB, "mapping", MAPPING));
        if (condition != null) {
            terms.put("condition", condition);
        }
        return trusts(estate(member).relation(POOL, RelationType.TRUSTS, PROVIDER, terms));
    }

    private static List<FederatedTrust> trusts(Estate estate) {
        return FederatedTrusts.of(estate.assess().graph()).of(ACCOUNT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "assertion.repository_owner == 'acme' ; repo:acme/*",
                "assertion.repository==\"acme/shop\" ; repo:acme/shop:*",
                "attribute.repository == 'acme/shop' ; repo:acme/shop:*",
                "google.subject == 'repo:acme/shop:pull_request' ; repo:acme/shop:pull_request",
                "assertion.repository.startsWith('acme/') ; repo:acme/*",
                "assertion.repository in ['acme/shop', 'acme/pay'] ; repo:acme/pay:*,repo:acme/shop:*",
                "assertion.repository == 'acme/shop' || assertion.repository == 'acme/pay' ;"
                        + " repo:acme/pay:*,repo:acme/shop:*",
                "assertion.repository_owner == 'acme' && assertion.repository == 'acme/shop' ; repo:acme/shop:*",
                "(assertion.repository == 'acme/shop') && (assertion.ref == 'refs/heads/main') ;"
                        + " repo:acme/shop:ref:refs/heads/main",
                "assertion.repository_owner == 'acme' && assertion.ref == 'refs/heads/main' ;"
                        + " repo:acme/*:ref:refs/heads/main",
                "assertion.repository == 'acme/shop' && assertion.environment == 'prod' ;"
                        + " repo:acme/shop:environment:prod",
                "assertion.repository == 'a && b' || assertion.repository == 'acme/shop' ; repo:a &&"
                        + " b:*,repo:acme/shop:*"
            })
    void aConditionNarrowsWhoOfThePoolIsLetIn(String condition, String admitted) {
        List<FederatedTrust> trusts = trusts(ALL, condition);

        assertThat(trusts)
                .extracting(trust -> trust.evidence().fields().get("admitted"))
                .containsExactlyInAnyOrderElementsOf(Arrays.asList(admitted.split(",", -1)));
        assertThat(trusts)
                .allSatisfy(trust -> assertThat(trust.pitfalls())
                        .doesNotContain(TrustPitfall.EVERYBODY, TrustPitfall.UNKNOWN_CONDITION));
    }

    @Test
    void aConditionOnRepositoryAndBranchNamesBothAndHasNoPitfall() {
        FederatedTrust trust = trusts(ALL, "assertion.repository == 'acme/shop' && assertion.ref == 'refs/heads/main'")
                .get(0);

        assertThat(trust.repository()).isEqualTo(SHOP);
        assertThat(trust.branch()).isEqualTo(AssetKey.branch(SHOP, "main"));
        assertThat(trust.pitfalls()).isEmpty();
        assertThat(trust.admits("repo:acme/shop:ref:refs/heads/main")).isTrue();
        assertThat(trust.admits("repo:acme/shop:environment:production")).isTrue(); // may run from the branch
        assertThat(trust.admits("repo:acme/shop:pull_request")).isFalse();
        assertThat(trust.admits("repo:acme/pay:ref:refs/heads/main")).isFalse();
        assertThat(trust.evidence().assets()).contains(ACCOUNT, POOL, PROVIDER);
    }

    @Test
    void theMemberAndTheConditionHoldAtOnce() {
        String member = "principalSet:" + NAME + "/attribute.repository/acme/shop";

        assertThat(trusts(member, "assertion.ref == 'refs/heads/main'"))
                .singleElement()
                .satisfies(trust -> assertThat(trust.branch()).isEqualTo(AssetKey.branch(SHOP, "main")));
        assertThat(trusts(member, "assertion.repository_owner == 'evil'")).isEmpty();
        assertThat(trusts(member, null).get(0).pitfalls()).containsExactly(TrustPitfall.EVERY_REF);
    }

    @Test
    void aProviderWithoutAConditionLetsEverybodyIn() {
        assertThat(trusts(ALL, null).get(0).pitfalls()).containsExactly(TrustPitfall.EVERYBODY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "assertion.repository_owner_id == '42'",
                "assertion.repository_owner != 'evil'",
                "!(assertion.repository == 'acme/shop')",
                "assertion.repository.matches('acme/.*')",
                "assertion.repository == 'acme/*'",
                "assertion.repository == 'acme/\\x73hop'",
                "true ? true : assertion.repository == 'acme/shop'",
                "assertion.repository == 'acme/shop' || assertion.actor == 'jo'",
                "assertion.repository == 'acme/shop' // || true",
                "assertion.repository in ['acme/shop', other]",
                "assertion.repository == 'acme/shop",
                "((((",
                ")",
                "&&",
                "'",
                "in []"
            })
    void aConditionThatIsNotUnderstoodIsNeitherOpenNorSafe(String condition) {
        List<FederatedTrust> trusts = trusts(ALL, condition);

        assertThat(trusts).anySatisfy(trust -> {
            assertThat(trust.pitfalls()).containsExactly(TrustPitfall.UNKNOWN_CONDITION);
            assertThat(trust.evidence().fields()).containsEntry("condition", condition);
        });
        assertThat(trusts).allSatisfy(trust -> assertThat(trust.pitfalls()).doesNotContain(TrustPitfall.EVERYBODY));
    }

    @Test
    void aPartThatIsUnderstoodNarrowsStill() {
        FederatedTrust trust = trusts(ALL, "assertion.repository == 'acme/shop' && assertion.actor == 'jo'")
                .get(0);

        assertThat(trust.repository()).isEqualTo(SHOP);
        assertThat(trust.pitfalls()).containsExactly(TrustPitfall.UNKNOWN_CONDITION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/*", "/attribute.repository/acme/shop", "/attribute.actor/jo"})
    void aPoolWhoseProviderWasNotReadIsUnknown(String member) {
        Estate unread = estate("principalSet:" + NAME + member);
        assertThat(trusts(unread).get(0).pitfalls()).containsExactly(TrustPitfall.UNKNOWN_CONDITION);

        Estate named = unread.relation(POOL, RelationType.TRUSTS, PROVIDER);
        assertThat(trusts(named).get(0).pitfalls()).containsExactly(TrustPitfall.UNKNOWN_CONDITION);
    }

    @Test
    void anAttributeMeansWhatItIsMadeOf() {
        Map<String, String> terms = Map.of("issuer", GITHUB, "mapping", "attribute.repository=assertion.actor");

        assertThat(trusts(estate("principalSet:" + NAME + "/attribute.repository/acme/shop")
                        .relation(POOL, RelationType.TRUSTS, PROVIDER, terms)))
                .singleElement()
                .satisfies(trust -> {
                    assertThat(trust.repository()).isNull();
                    assertThat(trust.pitfalls()).containsExactly(TrustPitfall.UNKNOWN_CONDITION);
                });
    }

    @Test
    void oneSubjectIsItselfWhateverTheConditionAsks() {
        String member = "principal:" + NAME + "/subject/repo:acme/shop:ref:refs/heads/main";

        assertThat(trusts(member, "assertion.repository_owner_id == '42'")
                        .get(0)
                        .pitfalls())
                .isEmpty();
        assertThat(trusts(estate(member)).get(0).branch()).isEqualTo(AssetKey.branch(SHOP, "main"));
    }
}
