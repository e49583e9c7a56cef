package dev.throughline.samples.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.Asset;
import dev.throughline.model.RiskGraph;
import org.junit.jupiter.api.Test;

/** What is compared with is the same work: both ways end with the same graph. */
class RowReaderTest {
    @Test
    void readsTheGraphThatTheBaselineWrote() {
        HeldEstate estate = HeldEstate.of(300, 1_500);
        RiskGraph expected = estate.graph();

        try (MergedDatabase merged = MergedDatabase.of(new MergeBaseline(ObservedEstate.of(estate)), new Times())) {
            RiskGraph read = RowReader.read(merged.driver());

            assertThat(read.assets())
                    .containsExactlyElementsOf(expected.assets().stream()
                            .filter(RowReaderTest::isTold)
                            .toList());
            assertThat(read.relations())
                    .containsExactlyElementsOf(expected.relations().toList());
        }
    }

    /** Where attacks start is in every graph. */
    private static boolean isTold(Asset asset) {
        return !asset.key().text().startsWith("outside:");
    }
}
