package dev.throughline.risk.factor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.Estate;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RelationType;
import dev.throughline.risk.Factor;
import dev.throughline.risk.Verdict;
import dev.throughline.risk.Verdict.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SensitiveDataTest {
    private static final AssetKey API = Estate.workload("api");
    private static final AssetKey STORE = Estate.store("payments");
    private static final AssetKey SECRET = Estate.inShop(AssetKind.SECRET_OBJECT, "db");

    private static Verdict verdict(Estate estate, AssetKey asset) {
        return estate.verdict(asset, Factor.SENSITIVE_DATA);
    }

    private static Estate estate() {
        return new Estate().deployment("api").asset(AssetKind.DATA_STORE, STORE, Map.of("name", "payments"));
    }

    private static Estate classified() {
        return estate().classified(
                        'a',
                        "sensitive",
                        STORE.text(),
                        Map.of("classes", List.of("cardholder-data"), "reason", "card tokens"));
    }

    @Test
    void holdsForAStoreThatAPersonClassified() {
        Verdict verdict = verdict(classified(), STORE);

        assertThat(verdict.isYes()).isTrue();
        assertThat(verdict.evidence().statement()).isEqualTo("classified as sensitive: card tokens");
        assertThat(verdict.evidence().fields()).containsEntry("classes", "cardholder-data");
    }

    @Test
    void holdsForAStoreThatAScannerClassified() {
        AssetKey personal = AssetKey.parse("classification:personal-data");

        assertThat(verdict(estate().relation(STORE, RelationType.CLASSIFIED_AS, personal), STORE)
                        .evidence()
                        .assets())
                .containsExactly(STORE, personal);
    }

    @Test
    void holdsForEverythingThatAPatternFits() {
        Estate estate = estate().classified('a', "sensitive", "cloud:*:db:pay*", Map.of())
                .asset(AssetKind.DATA_STORE, Estate.store("payroll"), Map.of())
                .asset(AssetKind.DATA_STORE, Estate.store("logs"), Map.of());

        assertThat(estate.assess().factors().with(Factor.SENSITIVE_DATA))
                .containsExactly(STORE, Estate.store("payroll"));
    }

    @Test
    void holdsForAWorkloadThatKeepsDataThere() {
        assertThat(verdict(classified().relation(API, RelationType.STORES, STORE), API)
                        .evidence()
                        .assets())
                .containsExactly(API, STORE);
    }

    @Test
    void holdsForAWorkloadThatMountsACredentialOfTheStore() {
        Estate estate = classified()
                .relation(API, RelationType.MOUNTS, SECRET)
                .relation(SECRET, RelationType.CAN_AUTHENTICATE_TO, STORE);

        assertThat(verdict(estate, API).isYes()).isTrue();
        assertThat(verdict(estate, API).evidence().assets()).containsExactly(API, SECRET, STORE);
    }

    @Test
    void holdsForAWorkloadThatIsClassifiedItself() {
        assertThat(verdict(estate().classified('a', "sensitive", API.text(), Map.of()), API)
                        .isYes())
                .isTrue();
    }

    @Test
    void isNotKnownOfWhatNobodyClassified() {
        assertThat(verdict(estate().relation(API, RelationType.STORES, STORE), API)
                        .answer())
                .isEqualTo(Answer.UNKNOWN);
        assertThat(verdict(estate(), STORE).answer()).isEqualTo(Answer.UNKNOWN);
    }

    @Test
    void isNotWhatIsCritical() {
        assertThat(verdict(estate().classified('a', "critical", STORE.text(), Map.of()), STORE)
                        .isYes())
                .isFalse();
    }
}
