package dev.throughline.risk.factor;

import static dev.throughline.risk.factor.ExposedApi.API;
import static dev.throughline.risk.factor.ExposedApi.api;
import static dev.throughline.risk.factor.ExposedApi.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.Estate;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RelationType;
import dev.throughline.risk.Verdict;
import dev.throughline.risk.Verdict.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InternetExposedTest {
    @Test
    void isNotExposedWhenNothingLeadsThereAndServicesWereRead() {
        assertThat(verdict(api().deployment("other").exposed("other")).answer()).isEqualTo(Answer.NO);
    }

    @Test
    void cannotBeToldWhenNoServicesWereRead() {
        Verdict verdict = verdict(api());

        assertThat(verdict.answer()).isEqualTo(Answer.UNKNOWN);
        assertThat(verdict.evidence().statement()).isEqualTo("the services of its cluster were not read");
    }

    @Test
    void isNotSureOfANoWhenNotEverythingWasRead() {
        Estate estate = api().service("api", Map.of("type", "ClusterIP"));

        assertThat(verdict(estate).answer()).isEqualTo(Answer.NO);
        assertThat(verdict(estate.readInPart("the dump is cut off")).answer()).isEqualTo(Answer.UNKNOWN);
        assertThat(verdict(estate).evidence().statement()).contains("the dump is cut off");
    }

    @Test
    void isSureOfAYesThoughNotEverythingWasRead() {
        assertThat(verdict(api().exposed("api").readInPart("the dump is cut off"))
                        .isYes())
                .isTrue();
    }

    @Test
    void takesTheMostOpenOfSeveralWays() {
        AssetKey narrow = Estate.inShop(AssetKind.KUBERNETES_SERVICE, "narrow");
        Verdict verdict =
                verdict(api().asset(narrow, Map.of("type", "LoadBalancer", "sourceRanges", List.of("198.51.100.0/24")))
                        .relation(narrow, RelationType.ROUTES_TO, API)
                        .exposed("api"));

        assertThat(verdict.evidence().fields()).containsEntry("width", "wide");
    }
}
