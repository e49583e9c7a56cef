package dev.throughline.connector.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.AssetKey;
import org.junit.jupiter.api.Test;

final class FingerprintTest {
    @Test
    void isTheSameInEveryVersion() {
        assertThat(Fingerprint.of("codeql", "java/sql-injection"))
                .isEqualTo(new AssetKey("finding:24c3e94b88094c06e34376bf89e2d8d691c29501395c8ebd8c148512d5ccf0e0"));
    }

    @Test
    void partsDoNotRunTogether() {
        assertThat(Fingerprint.of("ab", "c")).isNotEqualTo(Fingerprint.of("a", "bc"));
        assertThat(Fingerprint.of("a", "")).isNotEqualTo(Fingerprint.of("a"));
    }

    @Test
    void aRuleHasOneKeyHoweverItsToolIsWritten() {
        assertThat(Fingerprint.rule("Semgrep OSS", "x.y")).isEqualTo(new AssetKey("rule:semgrep-oss/x.y"));
    }
}
