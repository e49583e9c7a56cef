package dev.throughline.connector.support;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import com.google.common.primitives.Ints;
import dev.throughline.model.AssetKey;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class FingerprintTest {
    @Test
    void isTheSameInEveryVersion() {
        assertThat(Fingerprint.of("codeql", "java/sql-injection").key())
                .isEqualTo(new AssetKey("finding:24c3e94b88094c06e34376bf89e2d8d691c29501395c8ebd8c148512d5ccf0e0"));
    }

    @Test
    void partsDoNotRunTogether() {
        assertThat(Fingerprint.of("ab", "c")).isNotEqualTo(Fingerprint.of("a", "bc"));
        assertThat(Fingerprint.of("a", "")).isNotEqualTo(Fingerprint.of("a"));
    }

    @Test
    void manyMadeInARowAreTheSameAsOnesMadeAlone() {
        Random random = new Random(1);
        Fingerprints fingerprints = new Fingerprints();
        for (int i = 0; i < 1_000; i++) {
            String[] parts = random.ints(1 + random.nextInt(7), 0, 5)
                    .mapToObj(length -> "é…x".repeat(length * length * length))
                    .toArray(String[]::new);
            Fingerprint fingerprint = fingerprints.of(parts);
            assertThat(fingerprint).isEqualTo(Fingerprint.of(parts)).hasSameHashCodeAs(Fingerprint.of(parts));
            assertThat(fingerprint.key()).isEqualTo(hashed(parts));
        }
    }

    private static AssetKey hashed(String... parts) {
        Hasher hasher = Hashing.sha256().newHasher();
        for (String part : parts) {
            byte[] bytes = part.getBytes(UTF_8);
            hasher.putBytes(Ints.toByteArray(bytes.length)).putBytes(bytes);
        }
        return new AssetKey("finding:" + hasher.hash());
    }

    @Test
    void aRuleHasOneKeyHoweverItsToolIsWritten() {
        assertThat(Fingerprint.rule("Semgrep OSS", "x.y")).isEqualTo(new AssetKey("rule:semgrep-oss/x.y"));
    }
}
