package dev.throughline.connector.support.codeowners;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.regex.Pattern;

/**
 * GitHub's rules (<em>About code owners</em>): the patterns of gitignore without negation, character ranges and escaped
 * number signs; of the rules that fit a file the last one counts, also if it names nobody. A line that breaks the syntax
 * is skipped.
 */
public final class GitHubCodeOwners {
    /** Where the file may lie, in the order in which the platform looks. */
    public static final List<String> PLACES = List.of(".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS");

    private static final Pattern OWNER =
            Pattern.compile("@[A-Za-z0-9][A-Za-z0-9_-]*(?:/[A-Za-z0-9_.-]+)?|" + Words.EMAIL);
    private static final Pattern EVERYTHING = Pattern.compile("/?(?:\\*\\*?/)*\\*\\*?|/");
    private static final int DEEPEST = 64;

    private GitHubCodeOwners() {}

    /**
     * Reads a file.
     *
     * @param text its content
     * @param invalid takes the numbers, from 1, of lines that break the syntax
     * @return the rules in their order
     */
    public static List<CodeRule> parse(String text, IntConsumer invalid) {
        List<CodeRule> rules = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            List<String> words = words(lines.get(i));
            if (words.isEmpty()) {
                continue;
            }
            List<String> owners = words.subList(1, words.size());
            if (isPattern(words.get(0))
                    && owners.stream().allMatch(owner -> OWNER.matcher(owner).matches())) {
                String pattern = Words.withBlanks(words.get(0));
                rules.add(new CodeRule(i + 1, "", pattern, glob(pattern), owners));
            } else {
                invalid.accept(i + 1);
            }
        }
        return rules;
    }

    /** A comment may also stand behind a rule. */
    private static List<String> words(String line) {
        return Words.of(line).stream().takeWhile(word -> !word.startsWith("#")).toList();
    }

    private static boolean isPattern(String word) {
        boolean unknownSyntax = word.startsWith("!") || word.contains("[") || word.startsWith("\\#");
        return !unknownSyntax
                && word.length() <= CodeRule.LONGEST_PATTERN
                && !word.contains("//")
                && word.chars().filter(c -> c == '/').count() < DEEPEST;
    }

    private static String glob(String pattern) {
        if (EVERYTHING.matcher(pattern).matches()) {
            return CodeRule.EVERYTHING;
        }
        String trimmed = pattern.replaceAll("^/|/$", "");
        boolean anchored = pattern.startsWith("/") || trimmed.contains("/");
        StringBuilder glob = new StringBuilder(anchored ? "" : CodeRule.EVERYTHING);
        for (String step : trimmed.split("/", -1)) {
            glob.append('/').append(step.equals("**") ? step : step.replaceAll("\\*+", "*"));
        }
        // What is below a directory belongs to it, but the star in docs/* stands for direct children only.
        return trimmed.endsWith("/*") || trimmed.endsWith("/**") ? glob.toString() : glob + CodeRule.EVERYTHING;
    }
}
