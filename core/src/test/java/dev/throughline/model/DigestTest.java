package dev.throughline.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DigestTest {
    @Test
    void readsTheRegisteredAlgorithms() {
        assertThat(Digest.parse("sha256:" + "0a".repeat(32))).hasToString("sha256:" + "0a".repeat(32));
        assertThat(Digest.parse("sha512:" + "0a".repeat(64)).algorithm()).isEqualTo("sha512");
    }

    @Test
    void ignoresTheCaseOfHexDigits() {
        assertThat(Digest.parse("sha256:" + "AB".repeat(32))).isEqualTo(Digest.parse("sha256:" + "ab".repeat(32)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sha256", "sha256:", "sha256:abc", "md5:d41d8cd98f00b204e9800998ecf8427e", "sha1:aa"})
    void refusesWhatIsNoDigest(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Digest.parse(text));
    }

    @Test
    void refusesDigitsThatAreNotHexadecimal() {
        assertThatIllegalArgumentException().isThrownBy(() -> Digest.parse("sha256:" + "g".repeat(64)));
    }
}
