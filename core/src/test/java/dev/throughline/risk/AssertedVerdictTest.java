package dev.throughline.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.Assessment;
import dev.throughline.Estate;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.risk.Verdict.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AssertedVerdictTest {
    private static final AssetKey API = Estate.workload("api");
    private static final Duration DAY = Duration.ofDays(1);

    private static Estate exposed() {
        return new Estate().deployment("api").exposed("api");
    }

    private static Estate asserting(Estate estate, char rule, String answer, Instant until) {
        Map<String, Object> said = new HashMap<>(Map.of(
                "effect",
                "verdict",
                "pattern",
                API.text(),
                "factor",
                "internet-exposed",
                "answer",
                answer,
                "by",
                "ada"));
        said.put("until", until);
        return estate.asset(
                AssetKey.of(AssetKind.CLASSIFICATION_RULE, String.valueOf(rule).repeat(64)), said);
    }

    private static Verdict verdict(Estate estate) {
        return estate.verdict(API, Factor.INTERNET_EXPOSED);
    }

    private static Instant in(Duration time) {
        return Estate.CLOCK.instant().plus(time);
    }

    @Test
    void aPersonCanSayNoAgainstTheEvidence() {
        Verdict verdict = verdict(asserting(exposed(), 'a', "no", in(DAY)));

        assertThat(verdict.answer()).isEqualTo(Answer.NO);
        assertThat(verdict.evidence().statement()).isEqualTo("ada answers for it");
        assertThat(verdict.evidence().fields()).containsEntry("by", "ada").containsKey("until");
    }

    @Test
    void itCountsNoMoreOnceItsTimeIsOver() {
        assertThat(verdict(asserting(exposed(), 'a', "no", in(DAY.negated()))).isYes())
                .isTrue();
        assertThat(verdict(asserting(exposed(), 'a', "no", in(Duration.ZERO))).isYes())
                .isTrue();
    }

    @Test
    void anAssessmentAfterItsTimeIsAnother() {
        Assessment before = asserting(exposed(), 'a', "no", in(DAY)).assess();
        Assessment same = asserting(exposed(), 'a', "no", in(DAY)).assess();
        Assessment over = asserting(exposed(), 'a', "no", in(DAY.negated())).assess();

        assertThat(before.id()).isEqualTo(same.id()).isNotEqualTo(over.id());
    }

    @Test
    void yesCountsWhereBothAreSaid() {
        Estate estate = asserting(asserting(new Estate().deployment("api"), 'a', "yes", null), 'b', "no", in(DAY));

        assertThat(verdict(estate).isYes()).isTrue();
    }

    @Test
    void anAssertedExposureOpensAttackPathsLikeAnyOther() {
        AssetKey image = Estate.image('a');
        Estate estate = asserting(new Estate().deployment("api").runs("api", image), 'a', "yes", null)
                .vulnerable(
                        image,
                        'a',
                        "CVE-2024-0001",
                        Map.of("cvssVector", "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"));

        assertThat(estate.steps("InternetExploitsWorkload")).hasSize(1);
    }
}
