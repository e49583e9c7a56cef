package dev.throughline.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class Neo4jSettingsTest {
    private static final Neo4jSettings DEFAULTS = Neo4jSettings.defaults();

    @Test
    void eachChangesOneThing() {
        Neo4jSettings all = DEFAULTS.withDatabase("risk")
                .withTenant("acme")
                .withMaxConnections(1)
                .withConnectTimeout(Duration.ofSeconds(1))
                .withRetryTime(Duration.ofSeconds(2))
                .withTransactionTimeout(Duration.ofSeconds(3))
                .withTrustedCertificate(Path.of("server.pem"))
                .withPlaintextAllowed();

        assertThat(all)
                .isEqualTo(new Neo4jSettings(
                        "risk",
                        "acme",
                        1,
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(3),
                        Path.of("server.pem"),
                        true));
    }

    @Test
    void refusesWhatCannotWork() {
        assertThatIllegalArgumentException().isThrownBy(() -> DEFAULTS.withTenant(" "));
        assertThatIllegalArgumentException().isThrownBy(() -> DEFAULTS.withTenant("x".repeat(101)));
        assertThatIllegalArgumentException().isThrownBy(() -> DEFAULTS.withMaxConnections(0));
        assertThatIllegalArgumentException().isThrownBy(() -> DEFAULTS.withConnectTimeout(Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> DEFAULTS.withTransactionTimeout(Duration.ofNanos(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> DEFAULTS.withRetryTime(Duration.ofMillis(-1)));
    }
}
