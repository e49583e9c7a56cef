package dev.throughline.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.Iterators;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class StretchesTest {
    @Test
    void eachThreadIsGivenItsOwnStretchAndThenThoseOfTheOthers() {
        Stretches<Integer> stretches = new Stretches<>(List.of(
                List.of(List.of(1), List.of(2)).iterator(), List.of(List.of(3)).iterator()));

        assertThat(Stream.generate(() -> stretches.next(1)).limit(4))
                .containsExactly(List.of(3), List.of(1), List.of(2), List.of());
    }

    @Test
    void onlyOneThreadIsToldThatABatchCouldNotBeMade() {
        Stretches<Integer> stretches = new Stretches<>(List.of(new AlikeBatches<>(
                Iterators.transform(List.of(1, 2).iterator(), number -> {
                    throw new IllegalStateException("power failure");
                }),
                number -> true,
                1)));

        assertThatThrownBy(() -> stretches.next(0)).hasMessage("power failure");
        assertThat(stretches.next(1)).isEmpty();
    }
}
