package dev.throughline.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VexStatementTest {
    private static VexStatement statement(Map<String, ?> values) {
        return (VexStatement)
                AssetKind.VEX_STATEMENT.create(AssetKey.of(AssetKind.VEX_STATEMENT, "e".repeat(64)), values);
    }

    @Test
    void tellsWhatIsSaidByWhom() {
        assertThat(statement(Map.of(
                                "status", VexStatus.NOT_AFFECTED,
                                "justification", "component_not_present",
                                "author", "Acme"))
                        .text())
                .isEqualTo("not affected (component_not_present), says Acme, unsigned");
        assertThat(statement(Map.of()).text()).isEqualTo("status unknown, unsigned");
    }

    @ParameterizedTest
    @CsvSource({
        "VERIFIED, signed by release@acme",
        "INVALID, with a signature that does not hold",
        "UNCHECKED, with a signature nobody checked",
        "ABSENT, unsigned"
    })
    void aSignerCountsOnlyIfTheSignatureWasVerified(SignatureState signature, String text) {
        assertThat(statement(Map.of("status", VexStatus.FIXED, "signature", signature, "signer", "release@acme"))
                        .text())
                .isEqualTo("fixed, " + text);
    }

    @Test
    void theCopyThatWasLookedAtHardestTellsOfTheSignature() {
        VexStatement verified = statement(Map.of("signature", SignatureState.VERIFIED, "signer", "release@acme"));
        VexStatement absent = statement(Map.of("signature", SignatureState.ABSENT, "author", "Acme"));

        VexStatement sum = (VexStatement) absent.or(verified);

        assertThat(sum.signature()).isEqualTo(SignatureState.VERIFIED);
        assertThat(sum.signer()).isEqualTo("release@acme");
        assertThat(sum.author()).isEqualTo("Acme");
    }
}
