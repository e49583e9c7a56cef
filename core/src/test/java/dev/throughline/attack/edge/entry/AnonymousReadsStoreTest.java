package dev.throughline.attack.edge.entry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.Estate;
import dev.throughline.attack.AttackStep;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnonymousReadsStoreTest {
    private static List<AttackStep> steps(Map<String, ?> store) {
        return new Estate()
                .asset(AssetKind.DATA_STORE, Estate.store("pay"), store)
                .steps("AnonymousReadsStore");
    }

    @Test
    void leadsFromAnybodyToAPublicStore() {
        assertThat(steps(Map.of("publicAccess", true))).singleElement().satisfies(step -> {
            assertThat(step.from()).isEqualTo(AssetKey.ANONYMOUS);
            assertThat(step.to()).isEqualTo(Estate.store("pay"));
        });
    }

    @Test
    void leadsNowhereWhereNothingSaysThatItIsPublic() {
        assertThat(steps(Map.of("publicAccess", false))).isEmpty();
        assertThat(steps(Map.of("publicNetwork", true))).isEmpty();
    }
}
