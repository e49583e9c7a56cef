package dev.throughline.samples.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.Assessment;
import dev.throughline.Throughline;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CloudFactsTest {
    static Stream<CloudFacts> clouds() {
        return CloudFacts.all().stream();
    }

    private static Assessment assessed(CloudFacts cloud, CloudSize size) {
        try (Throughline throughline = Throughline.inMemory()) {
            throughline.ingest(cloud.source(size));
            return throughline.assess();
        }
    }

    @ParameterizedTest
    @MethodSource("clouds")
    void leadFromTheInternetToPersonalData(CloudFacts cloud) {
        assertThat(assessed(cloud, new CloudSize(2, 1)).attackPaths().list()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("clouds")
    void haveStepsInTheMeasureOfTheirSize(CloudFacts cloud) {
        CloudSize size = new CloudSize(2, 4);
        int steps = assessed(cloud, size).attackGraph().steps().size();

        assertThat(assessed(cloud, size.twiceTheAccounts())
                        .attackGraph()
                        .steps()
                        .size())
                .isBetween(steps * 3 / 2, steps * 23 / 10);
        assertThat(assessed(cloud, size.accountsTwiceAsLarge())
                        .attackGraph()
                        .steps()
                        .size())
                .isBetween(steps * 3 / 2, steps * 23 / 10);
    }
}
