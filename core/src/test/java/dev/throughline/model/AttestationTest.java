package dev.throughline.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttestationTest {
    private static Asset attestation(Map<String, ?> values) {
        return AssetKind.ATTESTATION.create(AssetKey.of(AssetKind.ATTESTATION, "sha256:" + "f".repeat(64)), values);
    }

    @ParameterizedTest
    @CsvSource({
        "VERIFIED, INVALID",
        "VERIFIED, UNCHECKED",
        "VERIFIED, ABSENT",
        "INVALID, UNCHECKED",
        "INVALID, ABSENT",
        "UNCHECKED, ABSENT"
    })
    void ofTwoCopiesTheOneThatWasLookedAtHardestCounts(SignatureState harder, SignatureState other) {
        Asset judged = attestation(Map.of("signature", harder));
        Asset copy = attestation(Map.of("signature", other, "signer", "mallory", "issuer", "x", "verdict", "why not"));

        assertThat(judged.or(copy)).isEqualTo(judged);
        assertThat(copy.or(judged)).isEqualTo(judged);
    }

    @Test
    void takesTheRestFromEither() {
        Asset judged = attestation(Map.of("signature", SignatureState.VERIFIED, "signer", "release"));
        Asset named = attestation(Map.of("predicateType", "https://slsa.dev/provenance/v1"));

        assertThat(named.or(judged))
                .isEqualTo(attestation(Map.of(
                        "signature",
                        SignatureState.VERIFIED,
                        "signer",
                        "release",
                        "predicateType",
                        "https://slsa.dev/provenance/v1")));
    }
}
