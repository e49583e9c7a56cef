package dev.throughline.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.Scope;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TerminalTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void showsControlCharactersInsteadOfObeyingThem() {
        terminal(false, false).line("a\u001b[2Jb\u202ec\r\n" + "d".repeat(300));
        assertThat(printed())
                .isEqualTo("a\\u001b[2Jb\\u202ec\\u000d\\u000a" + "d".repeat(300) + System.lineSeparator());
    }

    @Test
    void alignsColumnsAndCountsCharacters() {
        Table table = new Table("NAME", "LEVEL");
        table.row("grün\u0007", "high");
        table.row("x", 3);
        assertThat(table.lines()).containsExactly("NAME        LEVEL", "grün\\u0007  high", "x           3");
    }

    @Test
    void writesJsonThatEveryEncodingCarries() {
        terminal(false, false).json(Map.of("title", "\u202egrün\u001b"));
        assertThat(printed()).isEqualTo("{\n  \"title\" : \"\\u202Egr\\u00FCn\\u001B\"\n}\n");
    }

    @Test
    void drawsABarOnlyForAPerson() {
        Scope scope = new Scope("trivy", "scans");
        new ProgressBar(terminal(true, false)).advanced(scope, 2, 2, 7);
        assertThat(printed())
                .contains("[########################] 2/2 trivy:scans, 7 facts")
                .startsWith("\r");
        out.reset();
        ProgressBar plain = new ProgressBar(terminal(false, false));
        plain.advanced(scope, 1, 2, 3);
        plain.advanced(scope, 2, 2, 7);
        assertThat(printed()).isEqualTo("read trivy:scans: 2 parts, 7 facts" + System.lineSeparator());
    }

    @Test
    void usesBoldOnlyWhereItMay() {
        terminal(true, false).heading("Sources");
        assertThat(printed()).doesNotContain("\u001b");
        terminal(true, true).heading("Sources");
        assertThat(printed()).contains("\u001b[1mSources\u001b[0m");
    }

    private Terminal terminal(boolean interactive, boolean styled) {
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        return new Terminal(stream, stream, StandardCharsets.UTF_8, interactive, styled);
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
