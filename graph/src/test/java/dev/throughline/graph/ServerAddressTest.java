package dev.throughline.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ServerAddressTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "bolt://localhost:7687",
                "bolt://127.0.0.1:7687",
                "bolt://127.8.8.8",
                "bolt://[::1]:7687",
                "neo4j+s://graph.example.com",
                "bolt+s://graph.example.com:7687"
            })
    void acceptsEncryptionAndThisMachine(String uri) {
        assertThat(ServerAddress.check(uri, false)).hasToString(uri);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bolt://graph.example.com",
                "neo4j://10.0.0.1:7687",
                "bolt://localhost.example.com",
                "bolt://127.0.0.1.example.com",
                "neo4j://[2001:db8::1]"
            })
    void refusesPlaintextToAnotherMachine(String uri) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ServerAddress.check(uri, false))
                .withMessageContaining("unencrypted to another machine");
        assertThat(ServerAddress.check(uri, true)).hasToString(uri);
    }

    @ParameterizedTest
    @ValueSource(strings = {"neo4j+ssc://graph.example.com", "bolt+ssc://10.0.0.1", "bolt+ssc://localhost"})
    void refusesToTrustAnybody(String uri) {
        String advice = uri.startsWith("bolt") ? "use bolt+s://" : "use neo4j+s://";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ServerAddress.check(uri, true))
                .withMessageContaining("would trust any certificate")
                .withMessageContaining(advice);
    }

    @Test
    void leavesEncryptionToTheSettingsOnlyIfItWasAskedFor() {
        assertThat(ServerAddress.withoutEncryption(URI.create("neo4j+s://graph.example.com:7687")))
                .hasToString("neo4j://graph.example.com:7687");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ServerAddress.withoutEncryption(URI.create("bolt://localhost")))
                .withMessageContaining("bolt+s://");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:7474", "localhost:7687", "localhost", "bolt:///x", "bolt://", "", "://"})
    void refusesWhatIsNoAddress(String uri) {
        assertThatIllegalArgumentException().isThrownBy(() -> ServerAddress.check(uri, true));
    }

    @Test
    void isNotRoutedAwayFromThisMachine() {
        assertThat(ServerAddress.check("neo4j://localhost:7687", false)).hasToString("bolt://localhost:7687");
        assertThat(ServerAddress.check("neo4j://localhost:7687", true)).hasToString("neo4j://localhost:7687");
        assertThat(ServerAddress.check("neo4j+s://localhost", false)).hasToString("neo4j+s://localhost");
    }

    @Test
    void neverRepeatsAPassword() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ServerAddress.check("bolt://neo4j:hunter2@localhost", false))
                .withMessageNotContaining("hunter2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ServerAddress.check("bolt://neo4j:hunter2 @localhost", false))
                .withMessageNotContaining("hunter2");
    }
}
