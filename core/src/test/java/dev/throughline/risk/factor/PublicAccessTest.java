package dev.throughline.risk.factor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.Estate;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Visibility;
import dev.throughline.risk.Factor;
import dev.throughline.risk.Verdict;
import dev.throughline.risk.Verdict.Answer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicAccessTest {
    private static final AssetKey STORE = Estate.store("media");
    private static final AssetKey SHOP = AssetKey.repository("github.com/acme/shop");

    private static Verdict verdict(Estate estate, AssetKey asset) {
        return estate.verdict(asset, Factor.PUBLIC_ACCESS);
    }

    @ParameterizedTest
    @CsvSource({"true, YES", "false, NO"})
    void isWhatAStoreSaysOfAnonymousReaders(boolean isPublic, Answer answer) {
        Estate estate = new Estate().asset(AssetKind.DATA_STORE, STORE, Map.of("publicAccess", isPublic));

        assertThat(verdict(estate, STORE).answer()).isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource({"PUBLIC, YES", "INTERNAL, NO", "PRIVATE, NO"})
    void isTheVisibilityOfARepository(Visibility visibility, Answer answer) {
        assertThat(verdict(new Estate().asset(SHOP, Map.of("visibility", visibility)), SHOP)
                        .answer())
                .isEqualTo(answer);
    }

    @Test
    void isNotKnownWhereNothingIsSaid() {
        Estate estate =
                new Estate().asset(SHOP, Map.of()).asset(AssetKind.DATA_STORE, STORE, Map.of("publicNetwork", true));

        assertThat(verdict(estate, SHOP).answer()).isEqualTo(Answer.UNKNOWN);
        assertThat(verdict(estate, STORE).answer()).isEqualTo(Answer.UNKNOWN);
    }
}
