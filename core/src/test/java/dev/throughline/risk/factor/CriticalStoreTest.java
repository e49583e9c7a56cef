package dev.throughline.risk.factor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.Estate;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RelationType;
import dev.throughline.risk.Factor;
import dev.throughline.risk.Verdict;
import dev.throughline.risk.Verdict.Answer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CriticalStoreTest {
    private static final AssetKey DATABASE = Estate.store("payments");
    private static final AssetKey BUCKET = AssetKey.of(AssetKind.DATA_STORE, "arn:aws:s3:::rds-exports");
    private static final AssetKey VAULT =
            AssetKey.of(AssetKind.SECRET_STORE, "arn:aws:secretsmanager:eu-west-1:1:secret:a");

    private static Verdict verdict(Estate estate, AssetKey asset) {
        return estate.verdict(asset, Factor.CRITICAL_RESOURCE);
    }

    @Test
    void holdsForADatabaseWithSensitiveData() {
        Estate estate = new Estate()
                .asset(AssetKind.DATA_STORE, DATABASE, Map.of())
                .classified('a', "sensitive", DATABASE.text(), Map.of("reason", "card tokens"));

        assertThat(verdict(estate, DATABASE).isYes()).isTrue();
        assertThat(verdict(estate, DATABASE).evidence().fields()).containsEntry("level", "high");
        assertThat(verdict(estate, DATABASE).evidence().statement())
                .isEqualTo("classified as sensitive: card tokens, and it is a database");
    }

    @ParameterizedTest
    @CsvSource({"rds postgres, YES", "rds, YES", "dynamodb, YES", "s3, UNKNOWN"})
    void knowsDatabasesOfAwsByTheirService(String type, Answer answer) {
        Estate estate = new Estate()
                .asset(AssetKind.DATA_STORE, DATABASE, Map.of("type", type))
                .classified('a', "sensitive", DATABASE.text(), Map.of());

        assertThat(verdict(estate, DATABASE).answer()).isEqualTo(answer);
    }

    @Test
    void isNotKnownOfOtherStoresAndOfDatabasesNobodyClassified() {
        Estate estate = new Estate()
                .asset(AssetKind.DATA_STORE, DATABASE, Map.of())
                .asset(AssetKind.DATA_STORE, BUCKET, Map.of())
                .classified('a', "sensitive", BUCKET.text(), Map.of());

        assertThat(verdict(estate, DATABASE).answer()).isEqualTo(Answer.UNKNOWN);
        assertThat(verdict(estate, BUCKET).answer()).isEqualTo(Answer.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({"10, YES", "9, UNKNOWN"})
    void holdsForAStoreOfSecretsThatManyDependOn(int consumers, Answer answer) {
        Estate estate = new Estate().asset(AssetKind.SECRET_STORE, VAULT, Map.of());
        for (int i = 0; i < consumers; i++) {
            AssetKey function = AssetKey.of(AssetKind.SERVERLESS_FUNCTION, "arn:aws:lambda:eu-west-1:1:function:f" + i);
            estate.asset(AssetKind.SERVERLESS_FUNCTION, function, Map.of())
                    .relation(function, RelationType.MOUNTS, VAULT);
        }

        assertThat(verdict(estate, VAULT).answer()).isEqualTo(answer);
    }
}
