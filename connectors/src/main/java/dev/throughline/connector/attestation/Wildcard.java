package dev.throughline.connector.attestation;

/**
 * A pattern that a whole text must match, case included: {@code **} stands for any characters, {@code *} for any but
 * {@code /} and {@code @}, everything else for itself. Unlike in a regular expression, a dot is a dot and nothing is
 * left open at either end. Matching takes time linear in the length of the text.
 *
 * @param pattern the pattern
 */
record Wildcard(String pattern) {
    /** No identity or address is longer; what is does not match. */
    private static final int LONGEST = 2048;

    Wildcard {
        if (pattern.isBlank()) {
            throw new IllegalArgumentException("a pattern must not be blank");
        }
    }

    boolean matches(String text) {
        if (text.length() > LONGEST) {
            return false;
        }
        boolean[] reached = new boolean[text.length() + 1]; // by the pattern so far: text up to an index
        reached[0] = true;
        for (int i = 0; i < pattern.length(); i++) {
            if (pattern.charAt(i) != '*') {
                step(reached, text, pattern.charAt(i));
            } else if (pattern.startsWith("**", i)) {
                spread(reached, text, true);
                i++;
            } else {
                spread(reached, text, false);
            }
        }
        return reached[text.length()];
    }

    private static void step(boolean[] reached, String text, char literal) {
        for (int end = text.length(); end > 0; end--) {
            reached[end] = reached[end - 1] && text.charAt(end - 1) == literal;
        }
        reached[0] = false;
    }

    private static void spread(boolean[] reached, String text, boolean anything) {
        for (int end = 1; end <= text.length(); end++) {
            char last = text.charAt(end - 1);
            reached[end] |= reached[end - 1] && (anything || (last != '/' && last != '@'));
        }
    }

    /** {@return the pattern} */
    @Override
    public String toString() {
        return pattern;
    }
}
