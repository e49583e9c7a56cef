package dev.throughline.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WildcardsTest {
    @ParameterizedTest(name = "{0} fits {1}: {2}")
    @CsvSource({
        "*, anything, true",
        "*, '', true",
        "'', '', true",
        "'', a, false",
        "a?c, abc, true",
        "a?c, ac, false",
        "repo:acme/*:ref:*, repo:acme/shop:ref:refs/heads/main, true",
        "repo:acme/*, repo:acme, false",
        "*ab, aab, true",
        "a.c, abc, false",
        "A, a, false",
        "'a*', 'a*b', true",
        "'ab', 'a*', false"
    })
    void fitsAsPoliciesSay(String pattern, String text, boolean fits) {
        assertThat(Wildcards.fit(pattern, text)).isEqualTo(fits);
    }

    @Test
    void agreesWithRegularExpressions() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            String pattern = text(random, "ab*?");
            String text = text(random, "ab*?");
            String expression = pattern.chars()
                    .mapToObj(c -> c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(Character.toString(c)))
                    .collect(Collectors.joining());

            assertThat(Wildcards.fit(pattern, text)).as("%s: %s", pattern, text).isEqualTo(text.matches(expression));
        }
    }

    private static String text(Random random, String alphabet) {
        return random.ints(random.nextInt(8), 0, alphabet.length())
                .mapToObj(i -> alphabet.substring(i, i + 1))
                .collect(Collectors.joining());
    }
}
