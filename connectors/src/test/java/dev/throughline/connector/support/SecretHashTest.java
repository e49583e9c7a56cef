package dev.throughline.connector.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SecretHashTest {
    private static final SecretHash HASH = SecretHash.withKey(key(7));

    private static byte[] key(int of) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) of);
        return key;
    }

    private static Fields record(String value) {
        return Fields.of("a.json", JsonNodeFactory.instance.objectNode().put("Secret", value));
    }

    /** The value is that of {@code openssl dgst -sha256 -mac HMAC}, cut in half. */
    @Test
    void isTheFirstHalfOfAnHmacOfTheValue() {
        byte[] key = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8);

        assertThat(SecretHash.withKey(key).of(record("EXAMPLE-not-a-real-secret"), "Secret"))
                .isEqualTo("da3fba7d8fb0f82af672096266ce71b5");
    }

    @Test
    void isTheSameForTheSameValueOnly() {
        assertThat(HASH.of(record("one-secret"), "Secret"))
                .isEqualTo(HASH.of(record(" one-secret\n"), "Secret"))
                .isNotEqualTo(HASH.of(record("another-secret"), "Secret"))
                .isNotEqualTo(SecretHash.withKey(key(8)).of(record("one-secret"), "Secret"));
    }

    @Test
    void withoutAKeyThereIsNone() {
        assertThat(SecretHash.NONE.of(record("one-secret"), "Secret")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "REDACTED", "AKIA****************", "AKIAIO..."})
    void aMaskHasNone(String value) {
        assertThat(HASH.of(record(value), "Secret")).isNull();
    }

    @Test
    void whatIsNoTextHasNone() {
        Fields record =
                Fields.of("a.json", JsonNodeFactory.instance.objectNode().put("Secret", 123_456_789));

        assertThat(HASH.of(record, "Secret")).isNull();
        assertThat(HASH.of(record, "other")).isNull();
    }

    @Test
    void aShortKeyIsRefused() {
        assertThatThrownBy(() -> SecretHash.withKey(new byte[31]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the key that hashes secrets has fewer than 32 bytes");
    }

    @Test
    void neitherKeyNorValueIsInItsText() {
        assertThat(HASH).asString().doesNotContain("7, 7", "0707");
    }
}
