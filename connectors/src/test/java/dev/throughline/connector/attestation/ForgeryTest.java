package dev.throughline.connector.attestation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.mapping.LinkMethod;
import dev.throughline.model.Attestation;
import dev.throughline.model.SignatureState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Forgeries, each of which would make an image seem to be built from where it was not. */
final class ForgeryTest {
    @TempDir
    private Path folder;

    private static Stream<Forgery> forgeries() {
        return Stream.of(SignerForgeries.all(), StatementForgeries.all(), BundleForgeries.all(), KeyForgeries.all())
                .flatMap(forgeries -> forgeries);
    }

    @ParameterizedTest
    @MethodSource("forgeries")
    void isRefusedWithAReason(Forgery forgery) throws IOException {
        Judged judged = Judged.of(folder, forgery.document(), Trusted.policy(folder));

        Attestation attestation = judged.attestation();
        assertThat(attestation.verdict()).isEqualTo(forgery.verdict());
        assertThat(attestation.signature()).isEqualTo(SignatureState.INVALID);
        assertThat(judged.methods()).doesNotContain(LinkMethod.VERIFIED_PROVENANCE, LinkMethod.PROVENANCE);
    }
}
