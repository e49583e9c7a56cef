package dev.throughline.risk.factor;

import static dev.throughline.risk.factor.ExposedApi.api;
import static dev.throughline.risk.factor.ExposedApi.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.risk.Verdict;
import dev.throughline.risk.Verdict.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InternetExposedByExternalAddressTest {
    @Test
    void isExposedWhenItIsPublic() {
        Verdict verdict =
                verdict(api().service("api", Map.of("type", "ClusterIP", "externalAddresses", List.of("203.0.113.9"))));

        assertThat(verdict.isYes()).isTrue();
        assertThat(verdict.evidence().fields()).containsEntry("externalIPs", "203.0.113.9");
    }

    @Test
    void isNotExposedWhenItIsPrivate() {
        assertThat(verdict(api().service("api", Map.of("type", "ClusterIP", "externalAddresses", List.of("10.0.0.9"))))
                        .answer())
                .isEqualTo(Answer.NO);
    }
}
