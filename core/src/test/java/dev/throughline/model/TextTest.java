package dev.throughline.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextTest {
    @Test
    void leavesPlainTextAsItIs() {
        assertThat(Text.quote("Größe 中文 😀 'x'")).isEqualTo("Größe 中文 😀 'x'");
    }

    @Test
    void showsWhatATerminalWouldObey() {
        assertThat(Text.quote("a\u001b[31mb\r\nc\u0000")).isEqualTo("a\\u001b[31mb\\u000d\\u000ac\\u0000");
    }

    @Test
    void showsBidirectionalControlsSeparatorsAndLoneSurrogates() {
        assertThat(Text.quote("a\u202eb\u2066c\u2028d\u200be")).isEqualTo("a\\u202eb\\u2066c\\u2028d\\u200be");
        assertThat(Text.quote("\ud800")).isEqualTo("\\ud800");
    }

    @Test
    void cutsLongTextBetweenCharacters() {
        assertThat(Text.quote("x".repeat(200))).hasSize(200).doesNotContain("…");
        assertThat(Text.quote("x".repeat(201))).hasSize(201).endsWith("x…");
        assertThat(Text.quote("😀".repeat(500)).codePointCount(0, 401)).isEqualTo(201);
    }
}
