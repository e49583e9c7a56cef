package dev.throughline.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TemplatesTest {
    private static final Path PAGE = Path.of("..", "docs", "explorer.md");
    private static final String GENERATED =
            "<!-- Made from Templates by TemplatesTest; not to be changed by hand. -->\n";

    /** {@code -Dthroughline.write=true} writes the page anew. */
    @Test
    void standOnThePage() throws IOException {
        String page = Files.readString(PAGE);
        String written = page.substring(0, page.indexOf(GENERATED)) + GENERATED + table();
        if (Boolean.getBoolean("throughline.write")) {
            Files.writeString(PAGE, written);
        }

        assertThat(Files.readString(PAGE)).isEqualTo(written);
    }

    private static String table() {
        StringBuilder table = new StringBuilder("\n| name | finds | sentence |\n| --- | --- | --- |\n");
        Templates.all()
                .forEach(template -> table.append("| `")
                        .append(template.name())
                        .append("` | ")
                        .append(template.title())
                        .append(" | ")
                        .append(template.sentence())
                        .append(" |\n"));
        return table.toString();
    }

    @Test
    void haveNamesOfTheirOwn() {
        assertThat(Templates.all())
                .extracting(Template::name)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z]+(-[a-z]+)*"));
        assertThat(Templates.named("repositories-with-secrets").title())
                .isEqualTo("Code repositories that contain secrets");
    }

    @Test
    void aWrongNameTellsTheRightOnes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Templates.named("secrets"))
                .withMessageContaining("'secrets'")
                .withMessageContaining("repositories-with-secrets");
    }
}
