package dev.throughline.connector.github;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PathPatternTest {
    @ParameterizedTest
    @CsvSource({
        "*,                 src/main/App.java, true",
        "*.js,              web/app.js,        true",
        "*.js,              web/app.jsx,       false",
        "/build/logs/,      build/logs/a.txt,  true",
        "/build/logs/,      x/build/logs/a,    false",
        "docs/*,            docs/a.md,         true",
        "docs/*,            docs/sub/a.md,     false",
        "apps/,             x/apps/deep/a.md,  true",
        "/docs/,            docs/deep/a.md,    true",
        "**/logs,           deep/er/logs/x,    true",
        "/apps/github,      apps/github,       true",
        "/apps/github,      apps/github/a,     true",
        "/apps/github,      apps/githubber,    false",
        "src/**/Test.java,  src/a/b/Test.java, true",
        "src/**/Test.java,  src/Test.java,     true",
        "a?c,               abc,               true",
        "a*b*c,             aXbYbZc,           true",
        "a*b*c,             aXbYbZ,            false",
    })
    void matchesLikeTheDocumentationOfThePlatformSays(String pattern, String path, boolean expected) {
        assertThat(new PathPattern(pattern).matches(path)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"*, true", "**, true", "/**, true", "/, true", "**/*, true", "*.md, false", "/docs/*, false"})
    void knowsWhatMatchesEveryFile(String pattern, boolean expected) {
        assertThat(new PathPattern(pattern).isCatchAll()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "/README.md, true",
        "docs/README.md, true",
        "/.github/, true",
        "README.md, false",
        "docs/, false",
        "/docs/*.md, false",
        "/, false"
    })
    void knowsWhatNamesOneFileOrDirectory(String pattern, boolean expected) {
        assertThat(new PathPattern(pattern).isConcrete()).isEqualTo(expected);
    }

    @Test
    void aHostilePatternTakesNoTime() {
        PathPattern pattern = new PathPattern("**/a*a*a*a*a*b/".repeat(200) + "x");
        String path = "aaaaaaaaaaaaaaaaaaaaaaaa/".repeat(150) + "y";

        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(5), () -> assertThat(pattern.matches(path)).isFalse());
    }
}
