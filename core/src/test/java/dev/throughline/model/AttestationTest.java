package dev.throughline.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttestationTest {
    private static final AssetKey KEY = AssetKey.of(AssetKind.ATTESTATION, "sha256:" + "f".repeat(64));

    private static Attestation attestation(SignatureState signature, String signer, String verdict) {
        return new Attestation(KEY, null, null, null, null, null, null, null, signature, signer, null, verdict);
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
        Attestation judged = attestation(harder, null, null);
        Attestation copy = attestation(other, "mallory", "why not");

        assertThat(judged.or(copy)).isEqualTo(judged);
        assertThat(copy.or(judged)).isEqualTo(judged);
    }

    @Test
    void takesTheRestFromEither() {
        Attestation judged = attestation(SignatureState.VERIFIED, "release", null);
        Attestation named = new Attestation(
                KEY, "https://slsa.dev/provenance/v1", null, null, null, null, null, null, null, null, null, null);

        assertThat(named.or(judged))
                .isEqualTo(new Attestation(
                        KEY,
                        "https://slsa.dev/provenance/v1",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        SignatureState.VERIFIED,
                        "release",
                        null,
                        null));
    }
}
