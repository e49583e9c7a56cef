package dev.throughline.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.Estate;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RelationType;
import dev.throughline.model.SignatureState;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RivalBuildsTest {
    private static final AssetKey IMAGE = Estate.image('a');
    private static final AssetKey SHOP = AssetKey.repository("github.com/acme/shop");
    private static final AssetKey OTHER = AssetKey.repository("github.com/mallory/shop");

    private static Estate reported(
            Estate estate, AssetKey repository, String id, @Nullable String from, @Nullable String to) {
        AssetKey pipeline = AssetKey.inRepository(AssetKind.PIPELINE, repository, "ci.yml");
        AssetKey run = AssetKey.run(repository, id);
        Map<String, Object> times = new HashMap<>();
        if (from != null) {
            times.put("startedAt", Instant.parse("2026-05-01T" + from + ":00Z"));
        }
        if (to != null) {
            times.put("endedAt", Instant.parse("2026-05-01T" + to + ":00Z"));
        }
        return estate.relation(repository, RelationType.DEFINES, pipeline)
                .relation(pipeline, RelationType.RAN, run)
                .asset(run, times)
                .relation(run, RelationType.PUSHED, IMAGE);
    }

    private static Trust trust(Estate estate, AssetKey repository) {
        return estate.assess().mapping().candidates(IMAGE).stream()
                .filter(candidate -> candidate.repository().equals(repository))
                .map(Candidate::trust)
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "10:00, 10:07, 12:00, 12:05, PLATFORM, CLAIMED",
        "10:00, 10:07, 10:07, 12:05, CLAIMED, CLAIMED",
        "10:00, 12:07, 12:00, 12:05, CLAIMED, CLAIMED",
        "10:00, 10:07, 09:00, 12:05, CLAIMED, CLAIMED",
        "10:00, 10:07, , 12:05, CLAIMED, CLAIMED",
        "10:00, , 12:00, 12:05, CLAIMED, CLAIMED",
        ", 10:07, 12:00, , PLATFORM, CLAIMED"
    })
    void believesTheRunThatEndedBeforeTheOtherBegan(
            @Nullable String from,
            @Nullable String to,
            @Nullable String otherFrom,
            @Nullable String otherTo,
            Trust trust,
            Trust otherTrust) {
        Estate estate = reported(new Estate(), SHOP, "1", from, to);
        reported(estate, OTHER, "2", otherFrom, otherTo);

        assertThat(trust(estate, SHOP)).isEqualTo(trust);
        assertThat(trust(estate, OTHER)).isEqualTo(otherTrust);
    }

    @Test
    void tellsWhichRunSpeaksAgainstAReport() {
        Estate estate = reported(new Estate(), SHOP, "1", "10:00", "10:07");
        reported(estate, OTHER, "2", "12:00", "12:05");

        Link claim = estate.assess().mapping().candidates(IMAGE).get(1).strongest();

        assertThat(claim.evidence().statement()).contains("but a run of another repository");
        assertThat(claim.evidence().fields())
                .containsEntry("rivalRun", AssetKey.run(SHOP, "1").text());
        assertThat(claim.confidence()).isLessThan(LinkMethod.IMAGE_LABEL.confidence());
    }

    @Test
    void findsNoRivalInAnotherRunOfTheRepository() {
        Estate estate = reported(new Estate(), SHOP, "1", "10:00", "12:07");
        reported(estate, SHOP, "2", "10:01", "12:05");

        assertThat(trust(estate, SHOP)).isEqualTo(Trust.PLATFORM);
        assertThat(estate.assess().mapping().candidates(IMAGE).get(0).links())
                .extracting(Link::trust)
                .containsOnly(Trust.PLATFORM);
    }

    @Test
    void believesASignatureAgainstAReport() {
        AssetKey attestation = AssetKey.of(AssetKind.ATTESTATION, "sha256:" + "f".repeat(64));
        Estate estate = reported(new Estate(), OTHER, "2", "10:00", "10:07");
        reported(estate, SHOP, "1", "12:00", "12:05");
        estate.asset(attestation, Map.of("sourceRepository", SHOP.value(), "signature", SignatureState.VERIFIED))
                .relation(IMAGE, RelationType.DESCRIBED_BY, attestation);

        List<Candidate> candidates = estate.assess().mapping().candidates(IMAGE);

        assertThat(candidates).extracting(Candidate::repository).containsExactly(SHOP, OTHER);
        assertThat(candidates.get(0).links()).extracting(Link::trust).containsExactly(Trust.SIGNED, Trust.PLATFORM);
        assertThat(candidates.get(1).trust()).isEqualTo(Trust.CLAIMED);
        assertThat(candidates.get(1).strongest().evidence().fields()).containsEntry("verifiedRepository", SHOP.value());
    }

    @Test
    void knowsARivalByAnotherNameOfTheImage() {
        AssetKey index = AssetKey.of(AssetKind.IMAGE_INDEX, Estate.digest('9').toString());
        AssetKey pipeline = AssetKey.inRepository(AssetKind.PIPELINE, OTHER, "ci.yml");
        AssetKey run = AssetKey.run(OTHER, "2");
        Estate estate = reported(new Estate(), SHOP, "1", "10:00", "10:07")
                .relation(OTHER, RelationType.DEFINES, pipeline)
                .relation(pipeline, RelationType.RAN, run)
                .asset(run, Map.of("startedAt", Instant.parse("2026-05-01T12:00:00Z")))
                .relation(run, RelationType.PUSHED, index)
                .relation(IMAGE, RelationType.VARIANT_OF, index);

        assertThat(trust(estate, SHOP)).isEqualTo(Trust.PLATFORM);
        assertThat(trust(estate, OTHER)).isEqualTo(Trust.CLAIMED);
    }
}
