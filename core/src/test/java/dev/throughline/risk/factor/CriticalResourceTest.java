package dev.throughline.risk.factor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.Estate;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.risk.Factor;
import dev.throughline.risk.Verdict;
import dev.throughline.risk.Verdict.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CriticalResourceTest {
    private static final AssetKey VAULT = Estate.workload("vault");

    private static Verdict verdict(Estate estate, AssetKey asset) {
        return estate.verdict(asset, Factor.CRITICAL_RESOURCE);
    }

    private static Estate vault() {
        return new Estate().deployment("vault");
    }

    @Test
    void holdsForWhatAPersonNames() {
        Verdict verdict = verdict(
                vault().classified(
                                'a',
                                "critical",
                                VAULT.text(),
                                Map.of("level", "very-high", "reason", "holds root keys")),
                VAULT);

        assertThat(verdict.isYes()).isTrue();
        assertThat(verdict.evidence().statement()).isEqualTo("classified as critical: holds root keys");
        assertThat(verdict.evidence().fields())
                .containsEntry("level", "very-high")
                .containsEntry("pattern", VAULT.text());
    }

    @Test
    void isHighWhereThePersonGivesNoLevel() {
        assertThat(verdict(vault().classified('a', "critical", VAULT.text(), Map.of()), VAULT)
                        .evidence()
                        .fields())
                .containsEntry("level", "high");
    }

    @ParameterizedTest
    @CsvSource({
        "workload:prod/*, true",
        "workload:*/vault, true",
        "*, true",
        "workload:*/shop/*/va*lt, true",
        "workload:*vault*vault, false",
        "workload:prod, false",
        "workload:prod/*/vaul, false",
        "workload:test/*, false"
    })
    void holdsForWhatAPatternFits(String pattern, boolean fits) {
        assertThat(verdict(vault().classified('a', "critical", pattern, Map.of()), VAULT)
                        .isYes())
                .isEqualTo(fits);
    }

    @Test
    void readsARepositoryAsPeopleWriteIt() {
        AssetKey shop = AssetKey.repository("github.com/acme/shop");
        Estate estate = new Estate()
                .asset(shop, Map.of())
                .classified('a', "critical", "repository:https://github.com/Acme/Shop.git", Map.of());

        assertThat(verdict(estate, shop).isYes()).isTrue();
    }

    @Test
    void takesTheGravestOfSeveralWords() {
        Estate estate = vault().classified('a', "critical", "workload:*", Map.of("level", "low"))
                .classified('b', "critical", VAULT.text(), Map.of("level", "very-high"))
                .classified('c', "critical", "workload:prod/*", Map.of("level", "medium"));

        assertThat(verdict(estate, VAULT).evidence().fields()).containsEntry("level", "very-high");
    }

    @ParameterizedTest
    @CsvSource({
        "ofKind, Workload, true",
        "ofKind, Pod, false",
        "named, va*, true",
        "named, api, false",
        "tagged, tier=root, true",
        "tagged, tier=web, false",
        "inNamespace, shop, true",
        "inNamespace, prod, false"
    })
    void holdsForWhatIsKnownOfAnAsset(String condition, String value, boolean fits) {
        Estate estate = new Estate().deployment("vault", Map.of("labels", List.of("tier=root")));
        AssetKey rule = AssetKey.of(AssetKind.CLASSIFICATION_RULE, "a".repeat(64));

        assertThat(verdict(estate.asset(rule, Map.of("effect", "critical", condition, value)), VAULT)
                        .isYes())
                .isEqualTo(fits);
    }

    @ParameterizedTest
    @CsvSource({
        "arn:aws:rds:eu-west-1:1111:db:a, 1111, true",
        "/subscriptions/AB-1/resourceGroups/x, ab-1, true",
        "//storage.googleapis.com/projects/shop/buckets/b, shop, true",
        "arn:aws:rds:eu-west-1:1111:db:a, 111, false"
    })
    void holdsForWhatLiesInAnAccount(String id, String account, boolean fits) {
        AssetKey store = AssetKey.of(AssetKind.DATA_STORE, id);
        AssetKey rule = AssetKey.of(AssetKind.CLASSIFICATION_RULE, "a".repeat(64));
        Estate estate = new Estate()
                .asset(AssetKind.DATA_STORE, store, Map.of())
                .asset(rule, Map.of("effect", "critical", "inAccount", account));

        assertThat(verdict(estate, store).isYes()).isEqualTo(fits);
    }

    @Test
    void doesNotHoldForARuleWithoutAnyCondition() {
        AssetKey rule = AssetKey.of(AssetKind.CLASSIFICATION_RULE, "a".repeat(64));

        assertThat(verdict(vault().asset(rule, Map.of("effect", "critical")), VAULT)
                        .isYes())
                .isFalse();
    }

    @Test
    void isNotKnownOfWhatNobodyNamed() {
        assertThat(verdict(vault(), VAULT).answer()).isEqualTo(Answer.UNKNOWN);
    }
}
