package dev.throughline.samples.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class FigureTest {
    @Test
    void tellsHowManyTimesAsFastOursIs() {
        assertThat(Figure.faster("publish", Duration.ofSeconds(2), "MERGE", Duration.ofSeconds(5), 2.5)
                        .row())
                .isEqualTo("| publish | MERGE | ≥ 2.5× | 2.000 s | 5.000 s | 2.50× | yes |");
    }

    @Test
    void tellsWhatShareOfTheOtherOursIs() {
        assertThat(Figure.share("again", Duration.ofSeconds(1), "first", Duration.ofSeconds(3), 25)
                        .row())
                .isEqualTo("| again | first | ≤ 25 % | 1.000 s | 3.000 s | 33.3 % | **no** |");
    }

    @Test
    void tellsANumberThatStandsForItself() {
        assertThat(Figure.number("chunks", 0, 0).row()).isEqualTo("| chunks | – | ≤ 0 | 0 | – | – | yes |");
    }
}
