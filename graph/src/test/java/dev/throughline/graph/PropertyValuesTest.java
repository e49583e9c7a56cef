package dev.throughline.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.throughline.model.AssetKind;
import dev.throughline.model.RelationType;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class PropertyValuesTest {
    @Test
    void theOrderOfNamesAndLabelsDoesNotChangeTheFingerprint() {
        Map<String, Object> reversed = new LinkedHashMap<>();
        reversed.put("b", 2L);
        reversed.put("a", 1L);

        assertThat(PropertyValues.fingerprint(List.of("Asset", "Pod"), Map.of("a", 1L, "b", 2L)))
                .isEqualTo(PropertyValues.fingerprint(List.of("Pod", "Asset"), reversed));
    }

    @Test
    void everythingElseDoes() {
        assertThat(Stream.<Map<String, Object>>of(
                                Map.of(),
                                Map.of("a", "1"),
                                Map.of("b", "1"),
                                Map.of("a", 1L),
                                Map.of("a", 1.0),
                                Map.of("a", true),
                                Map.of("a", Instant.ofEpochSecond(1)),
                                Map.of("a", Instant.ofEpochSecond(1, 1)),
                                Map.of("a", List.of()),
                                Map.of("a", List.of("1")),
                                Map.of("a", List.of("1", "")),
                                Map.of("a", List.of("", "1")),
                                Map.of("a", "1", "b", ""))
                        .map(properties -> PropertyValues.fingerprint(List.of("Pod"), properties)))
                .doesNotHaveDuplicates()
                .doesNotContain(PropertyValues.fingerprint(List.of("Node"), Map.of()));
    }

    @Test
    void refusesWhatIsNoProperty() {
        for (Object value : List.of(1, 1.0f, Map.of(), List.of(1L), AssetKind.POD)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> PropertyValues.fingerprint(List.of(), Map.of("a", value)))
                    .withMessageStartingWith("a property can");
        }
    }

    @Test
    void theNamesOfTheModelAreAllowed() {
        for (AssetKind kind : AssetKind.values()) {
            ProjectionNames.checkLabels(List.of("Asset", kind.label()));
            ProjectionNames.checkProperties(Set.copyOf(kind.attributes()));
        }
        for (RelationType type : RelationType.values()) {
            ProjectionNames.checkType(type.name());
            ProjectionNames.checkProperties(type.properties());
        }
    }
}
