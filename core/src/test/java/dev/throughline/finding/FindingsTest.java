package dev.throughline.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.throughline.Estate;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Severity;
import dev.throughline.model.WeaknessType;
import dev.throughline.risk.Factor;
import dev.throughline.risk.Level;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FindingsTest {
    private static final AssetKey RUNNING = Estate.image('a');
    private static final AssetKey SHELVED = Estate.image('b');

    private static Findings findings() {
        return new Estate()
                .deployment("api")
                .exposed("api")
                .runs("api", RUNNING)
                .classified('a', "sensitive", Estate.workload("api").text(), Map.of())
                .vulnerable(RUNNING, 'c', "CVE-2024-0001", Map.of("severity", Severity.HIGH))
                .vulnerable(RUNNING, 'b', "CVE-2024-0002", Map.of("severity", Severity.LOW))
                .vulnerable(SHELVED, 'a', "CVE-2024-0003", Map.of("severity", Severity.CRITICAL))
                .asset(Estate.weakness('a'), Map.of("type", WeaknessType.CONTAINER_IMAGE))
                .assess()
                .findings();
    }

    private static List<String> titles(Findings findings) {
        return findings.stream().map(Finding::title).toList();
    }

    @Test
    void areOrderedByKeyUnlessPrioritized() {
        assertThat(titles(findings())).containsExactly("CVE-2024-0003", "CVE-2024-0002", "CVE-2024-0001");
        assertThat(titles(findings().prioritized())).first().isEqualTo("CVE-2024-0001");
        assertThat(findings().prioritized().list()).extracting(Finding::level).isSorted();
    }

    @Test
    void areSelectedByWhatIsKnownOfThem() {
        assertThat(titles(findings().inProduction())).containsExactly("CVE-2024-0002", "CVE-2024-0001");
        assertThat(titles(findings().with(Factor.INTERNET_EXPOSED, Factor.SENSITIVE_DATA)))
                .containsExactly("CVE-2024-0002", "CVE-2024-0001");
        assertThat(titles(findings().with(Factor.CRITICAL_RESOURCE))).isEmpty();
        assertThat(titles(findings().atLeast(Level.CRITICAL))).containsExactly("CVE-2024-0001");
        assertThat(titles(findings().ofType(WeaknessType.CONTAINER_IMAGE))).containsExactly("CVE-2024-0003");
        assertThat(titles(findings().at(SHELVED))).containsExactly("CVE-2024-0003");
        assertThat(titles(findings().at(Estate.workload("api")))).hasSize(2);
        assertThat(titles(findings().where(f -> f.severity() == Severity.LOW))).containsExactly("CVE-2024-0002");
        assertThat(titles(findings().limit(1))).containsExactly("CVE-2024-0003");
    }

    @Test
    void failOnAnAssetThatIsNotThere() {
        AssetKey typo = AssetKey.repository("github.com/acme/shpo");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> findings().at(typo))
                .withMessageContaining("the graph holds no repository:github.com/acme/shpo");
        assertThat(findings().allowingNone().at(typo).list()).isEmpty();
    }

    @Test
    void leaveTheSelectionTheyComeFromAsItWas() {
        Findings all = findings();

        assertThat(all.limit(0).list()).isEmpty();
        assertThat(all.list()).hasSize(3).isUnmodifiable();
    }

    @Test
    void failABuildWhenThereAreAny() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> findings().at(SHELVED).verify())
                .withMessageStartingWith("there are 1 findings:")
                .withMessageContaining("CVE-2024-0003 at " + SHELVED);
        assertThatCode(() -> findings().with(Factor.CRITICAL_RESOURCE).verify()).doesNotThrowAnyException();
    }
}
