package dev.throughline.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Holds {@code docs/testing.md} to the tests it quotes. */
class TestingDocTest {
    private static final Path PAGE = Path.of("../docs/testing.md");
    private static final List<Path> TESTS = List.of(
            Path.of("src/test/java/dev/throughline/testing/MappingGuideTest.java"),
            Path.of("../graph/src/test/java/dev/throughline/graph/ThroughlineExtensionTest.java"));

    @Test
    void quotesTestsThatRun() throws IOException {
        StringBuilder tests = new StringBuilder();
        for (Path test : TESTS) {
            tests.append(withoutSpace(Files.readString(test)));
        }
        List<String> examples = blocks("java");

        assertThat(examples)
                .hasSizeGreaterThan(4)
                .allSatisfy(example -> assertThat(tests).contains(withoutSpace(example)));
    }

    @Test
    void showsTheGoldenFileAsItIs() throws IOException {
        assertThat(blocks("text")).contains(Files.readString(Path.of("src/test/resources/testing/shop.txt")));
    }

    private static List<String> blocks(String language) throws IOException {
        return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(PAGE))
                .results()
                .map((MatchResult block) -> block.group(1))
                .toList();
    }

    private static String withoutSpace(String code) {
        return code.replaceAll("\\s+", "");
    }
}
