package dev.throughline.attack.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class EffortTest {
    @Test
    void isSpentOnceMoreIsNeededThanThereIs() {
        Effort effort = Effort.of(3);

        assertThat(effort.spend(3)).isTrue();
        assertThat(effort.isSpent()).isFalse();
        assertThat(effort.spend(0)).isTrue();
        assertThat(effort.spend(1)).isFalse();
        assertThat(effort.isSpent()).isTrue();
        assertThat(effort.spend(0)).isFalse();
    }

    @Test
    void isNeverSpentWithoutALimit() {
        Effort effort = Effort.unlimited();

        assertThat(effort.spend(Integer.MAX_VALUE)).isTrue();
        assertThat(effort.isSpent()).isFalse();
    }

    @Test
    void isNotNegative() {
        assertThatIllegalArgumentException().isThrownBy(() -> Effort.of(-1));
    }
}
