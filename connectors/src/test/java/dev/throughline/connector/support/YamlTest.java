package dev.throughline.connector.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.throughline.fact.SourceException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class YamlTest {
    @TempDir
    private Path folder;

    @Test
    void readsTheTypesOfTheCoreSchema() {
        Fields document = yaml("""
                on: push
                answer: yes
                enabled: true
                count: 0x1F
                ratio: 0.5
                nothing: ~
                quoted: "42"
                text: |
                  two
                  lines
                """);

        assertThat(document.text("on")).isEqualTo("push");
        assertThat(document.text("answer")).isEqualTo("yes");
        assertThat(document.bool("enabled")).isTrue();
        assertThat(document.number("count")).isEqualTo(31);
        assertThat(document.decimal("ratio")).isEqualTo(0.5);
        assertThat(document.text("nothing")).isNull();
        assertThat(document.text("quoted")).isEqualTo("42");
        assertThat(document.text("text")).isEqualTo("two\nlines\n");
    }

    @Test
    void readsAStreamDocumentByDocument() throws IOException {
        Path file = Files.writeString(folder.resolve("all.yaml"), """
                ---
                kind: Pod
                ---
                # nothing
                ---
                kind: Service
                """);
        List<String> seen = new ArrayList<>();

        Yaml.documents(InputFile.of(file), JsonLimits.DEFAULT, d -> seen.add(d.pointer() + " " + d.text("kind")));

        assertThat(seen).containsExactly("/0 Pod", "/2 Service");
    }

    @Test
    void leavesAByteOrderMarkOut() {
        assertThat(yaml("\uFEFFkind: Pod").names()).containsExactly("kind");
    }

    @Test
    void saysThatAFileIsNotText() {
        assertThatThrownBy(() -> Yaml.parse(new byte[] {'a', ':', ' ', (byte) 0xff}, "a.yaml", JsonLimits.DEFAULT))
                .isInstanceOf(SourceException.class)
                .hasMessage("a.yaml: not text in UTF-8 or another form of Unicode");
    }

    @Test
    void followsAliases() {
        Fields document = yaml("""
                base: &base {image: shop}
                other: *base
                """);

        assertThat(document.object("other").text("image")).isEqualTo("shop");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a: 1%na: 2                    | a.yaml 2:1: a mapping names a key twice",
                "a: [hunter2%nb: 1             | a.yaml 2:2: not YAML",
                "a: *b                         | a.yaml 1:4: an alias of nothing that was anchored before",
                "a: &a [*a]                    | a.yaml 1:8: an alias of nothing that was anchored before",
                "? [1, 2]%n: 3                 | a.yaml 1:3: a key that is not a scalar",
                "a: 1%n---%nb: 2               | a.yaml 2:1: a second document where one is expected",
                "# nothing                     | a.yaml: there is nothing in it",
                "[[[[1]]]]                     | a.yaml 1:5: nested deeper than 3",
                "[1, 2, 3, 4, 5, 6, 7, 8, 9, 0]| a.yaml 1:29: more than 10 values",
                "[&a [1,2,3,4,5], *a]          | a.yaml 1:18: more than 10 values",
            })
    void saysWhereADocumentIsWrongWithoutQuotingIt(String document, String message) {
        JsonLimits limits = JsonLimits.DEFAULT.withDepth(3).withTokens(10);
        byte[] content = String.format(document).getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> Yaml.parse(content, "a.yaml", limits))
                .isInstanceOf(SourceException.class)
                .hasNoCause()
                .hasMessage(message);
    }

    @Test
    void refusesABillionLaughs() {
        StringBuilder laughs = new StringBuilder("a: &a0 [lol, lol]\n");
        for (int i = 1; i < 40; i++) {
            laughs.append("b" + i + ": &a" + i + " [*a" + (i - 1) + ", *a" + (i - 1) + "]\n");
        }

        assertThatThrownBy(() -> yaml(laughs.toString()))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("more than 20000000 values");
    }

    private static Fields yaml(String text) {
        return Yaml.parse(text.getBytes(StandardCharsets.UTF_8), "a.yaml", JsonLimits.DEFAULT);
    }
}
