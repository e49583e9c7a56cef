package dev.throughline.mapping.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.Estate;
import dev.throughline.mapping.Candidate;
import dev.throughline.mapping.LinkMethod;
import dev.throughline.mapping.Trust;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RelationType;
import dev.throughline.model.SignatureState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlsaProvenanceTest {
    private static final AssetKey IMAGE = Estate.image('a');
    private static final AssetKey SHOP = AssetKey.repository("github.com/acme/shop");
    private static final String SHA = "0123456789abcdef0123456789abcdef01234567";
    private static final AssetKey ATTESTATION = AssetKey.of(AssetKind.ATTESTATION, "sha256:" + "f".repeat(64));

    private static List<Candidate> candidates(Map<String, ?> attestation) {
        return new Estate()
                .asset(ATTESTATION, attestation)
                .relation(IMAGE, RelationType.DESCRIBED_BY, ATTESTATION)
                .assess()
                .mapping()
                .candidates(IMAGE);
    }

    private static Map<String, Object> attestation(SignatureState signature) {
        return new HashMap<>(Map.of(
                "sourceRepository",
                "git+https://github.com/Acme/Shop@refs/heads/main",
                "sourceRevision",
                SHA,
                "pipelinePath",
                ".github/workflows/release.yml",
                "invocation",
                "https://github.com/acme/shop/actions/runs/123/attempts/1",
                "builderId",
                "https://github.com/actions/runner/github-hosted",
                "signature",
                signature));
    }

    @Test
    void namesRepositoryCommitPipelineAndRun() {
        Candidate origin = candidates(attestation(SignatureState.VERIFIED)).get(0);

        assertThat(origin.repository()).isEqualTo(SHOP);
        assertThat(origin.commit()).contains(AssetKey.commit(SHOP, SHA));
        assertThat(origin.pipeline())
                .contains(AssetKey.inRepository(AssetKind.PIPELINE, SHOP, ".github/workflows/release.yml"));
        assertThat(origin.run()).contains(AssetKey.run(SHOP, "123"));
        assertThat(origin.strongest().evidence().assets()).containsExactly(IMAGE, ATTESTATION);
        assertThat(origin.strongest().evidence().fields())
                .containsEntry("builder.id", "https://github.com/actions/runner/github-hosted");
    }

    @ParameterizedTest
    @CsvSource({
        "VERIFIED, VERIFIED_PROVENANCE, verified provenance",
        "UNCHECKED, PROVENANCE, not checked",
        "ABSENT, PROVENANCE, absent"
    })
    void countsByWhatIsKnownOfItsSignature(SignatureState signature, LinkMethod method, String says) {
        Candidate origin = candidates(attestation(signature)).get(0);

        assertThat(origin.strongest().method()).isEqualTo(method);
        assertThat(origin.strongest().evidence().statement()).contains(says);
    }

    @Test
    void takesASignatureOfWhichNothingIsKnownForUnchecked() {
        Map<String, Object> attestation = attestation(SignatureState.ABSENT);
        attestation.remove("signature");

        assertThat(candidates(attestation).get(0).strongest().method()).isEqualTo(LinkMethod.PROVENANCE);
    }

    @Test
    void keepsAsAClaimWhatWasRefused() {
        Map<String, Object> attestation = attestation(SignatureState.INVALID);
        attestation.put("verdict", "the certificate names another workflow");
        attestation.put("signer", "https://github.com/mallory/x/.github/workflows/x.yml@refs/heads/main");
        Candidate origin = candidates(attestation).get(0);

        assertThat(origin.strongest().evidence().fields())
                .containsEntry("verdict", "the certificate names another workflow")
                .containsKey("signer");
        assertThat(origin.strongest().method()).isEqualTo(LinkMethod.REFUSED_PROVENANCE);
        assertThat(origin.trust()).isEqualTo(Trust.CLAIMED);
        assertThat(origin.strongest().evidence().statement()).contains("refused");
    }

    @ParameterizedTest
    @CsvSource({
        "github.com/acme/shop, UNCHECKED, ASSERTED",
        "github.com/acme/shop, ABSENT, ASSERTED",
        "github.com/acme/shop, INVALID, CLAIMED",
        "github.com/acme/shop, VERIFIED, SIGNED",
        "github.com/mallory/shop, UNCHECKED, CLAIMED"
    })
    void takesTheRepositoryThatTheCodeHostKeepsItUnderForASecondSide(
            String keeper, SignatureState signature, Trust trust) {
        Candidate origin = new Estate()
                .asset(ATTESTATION, attestation(signature))
                .relation(AssetKey.repository(keeper), RelationType.CONTAINS, ATTESTATION)
                .relation(IMAGE, RelationType.DESCRIBED_BY, ATTESTATION)
                .assess()
                .mapping()
                .origin(IMAGE)
                .orElseThrow();

        assertThat(origin.repository()).isEqualTo(SHOP);
        assertThat(origin.trust()).isEqualTo(trust);
    }

    @Test
    void isNoMoreThanAClaimForNamingARunThatIsKnown() {
        AssetKey run = AssetKey.run(SHOP, "123");
        Candidate origin = new Estate()
                .asset(run, Map.of("nativeId", "123"))
                .relation(run, RelationType.ON_COMMIT, AssetKey.commit(SHOP, SHA))
                .asset(ATTESTATION, attestation(SignatureState.ABSENT))
                .relation(IMAGE, RelationType.DESCRIBED_BY, ATTESTATION)
                .assess()
                .mapping()
                .origin(IMAGE)
                .orElseThrow();

        assertThat(origin.run()).contains(run);
        assertThat(origin.trust()).isEqualTo(Trust.CLAIMED);
    }

    @Test
    void doesNotTakeTheRunOfAnotherRepository() {
        Map<String, Object> attestation = attestation(SignatureState.VERIFIED);
        attestation.put("invocation", "https://github.com/acme/other/actions/runs/123");

        assertThat(candidates(attestation).get(0).run()).isEmpty();
    }

    @Test
    void saysNothingWithoutARepository() {
        assertThat(candidates(Map.of("sourceRevision", SHA))).isEmpty();
        assertThat(candidates(Map.of("sourceRepository", "not a repository"))).isEmpty();
    }

    @Test
    void doesNotGuessWhatTheDocumentLeavesOpen() {
        Candidate origin = candidates(Map.of(
                        "sourceRepository", "https://github.com/acme/shop",
                        "sourceRevision", "0123456",
                        "invocation", "build 7"))
                .get(0);

        assertThat(origin.commit()).isEmpty();
        assertThat(origin.pipeline()).isEmpty();
        assertThat(origin.run()).isEmpty();
    }
}
