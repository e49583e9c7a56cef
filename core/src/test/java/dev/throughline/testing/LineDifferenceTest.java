package dev.throughline.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LineDifferenceTest {
    @Test
    void showsALineThatChangedUnderThreeBefore() {
        assertThat(LineDifference.between("a\nb\nc\nd\ne\nf", "a\nb\nc\nd\nE\nf"))
                .isEqualTo("  …\n  b\n  c\n  d\n- e\n+ E");
    }

    @Test
    void showsWhatCameAndWhatWent() {
        assertThat(LineDifference.between("a\nb\nc", "b\nc\nd")).isEqualTo("- a\n  b\n  c\n+ d");
        assertThat(LineDifference.between("", "a")).isEqualTo("- \n+ a");
    }

    @Test
    void showsNothingWhenNothingDiffers() {
        assertThat(LineDifference.between("a\nb", "a\nb")).isEmpty();
    }

    @Test
    void showsEveryLineWhenTooManyDiffer() {
        String old = "a\n".repeat(2_001) + "x";
        String now = "b\n".repeat(2_001) + "y";

        assertThat(LineDifference.between(old, now).lines())
                .hasSize(2 * 2_002)
                .startsWith("- a")
                .endsWith("+ b", "+ y");
    }
}
