package dev.throughline.connector.github;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A pattern of CODEOWNERS: those of gitignore without negation and character ranges (GitHub, <em>About code
 * owners</em>). Matching takes time in proportion to pattern and path, whatever they are.
 */
final class PathPattern {
    private static final Pattern EVERYTHING = Pattern.compile("/?(?:\\*\\*?/)*\\*\\*?|/");

    private final String text;
    private final List<String> steps;
    private final boolean anchored;

    PathPattern(String text) {
        this.text = text;
        String trimmed = text.replaceAll("^/|/$", "");
        this.anchored = text.startsWith("/") || trimmed.contains("/");
        this.steps = new ArrayList<>();
        if (!anchored) {
            steps.add("**");
        }
        for (String step : trimmed.split("/", -1)) {
            if (!step.equals("**")
                    || steps.isEmpty()
                    || !steps.get(steps.size() - 1).equals("**")) {
                steps.add(step);
            }
        }
        // What is below a directory belongs to it, but the stars in docs/* stand for direct children only.
        if (!trimmed.endsWith("/*") && !steps.get(steps.size() - 1).equals("**")) {
            steps.add("**");
        }
    }

    /** The pattern as it was written. */
    @Override
    public String toString() {
        return text;
    }

    /** Whether every file matches. */
    boolean isCatchAll() {
        return EVERYTHING.matcher(text).matches();
    }

    /** Whether it names one file or directory. */
    boolean isConcrete() {
        return anchored && !isCatchAll() && text.chars().noneMatch(c -> c == '*' || c == '?');
    }

    /** The file or directory that a concrete pattern names. */
    String path() {
        return text.replaceAll("^/|/$", "");
    }

    boolean matches(String path) {
        String[] parts = path.split("/", -1);
        boolean[] reached = new boolean[parts.length + 1]; // reached[i]: the steps so far match the first i parts
        reached[0] = true;
        for (String step : steps) {
            boolean[] next = new boolean[parts.length + 1];
            if (step.equals("**")) {
                boolean any = false;
                for (int i = 0; i <= parts.length; i++) {
                    any |= reached[i];
                    next[i] = any;
                }
            } else {
                for (int i = 0; i < parts.length; i++) {
                    next[i + 1] = reached[i] && matches(step, parts[i]);
                }
            }
            reached = next;
        }
        return reached[parts.length];
    }

    /** Matches one step; on a mismatch only the last star is tried again, which is enough. */
    private static boolean matches(String step, String part) {
        int s = 0;
        int p = 0;
        int star = -1;
        int resume = 0;
        while (p < part.length()) {
            if (s < step.length() && step.charAt(s) == '*') {
                star = s++;
                resume = p;
            } else if (s < step.length() && (step.charAt(s) == '?' || step.charAt(s) == part.charAt(p))) {
                s++;
                p++;
            } else if (star >= 0) {
                s = star + 1;
                p = ++resume;
            } else {
                return false;
            }
        }
        while (s < step.length() && step.charAt(s) == '*') {
            s++;
        }
        return s == step.length();
    }
}
