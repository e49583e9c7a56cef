package dev.throughline.connector.support.codeowners;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * GitLab's rules (<em>Code Owners</em>, syntax and advanced configuration): sections {@code [Name][2] @default}, optional
 * ones with {@code ^} in front, of which all apply and those of one name are one; in each the last rule that fits counts.
 * A rule without owners has those of its section's heading. What {@code !} excludes stays excluded in its section,
 * wherever the line stands. Words behind the pattern that name nobody are passed over, as the platform does.
 */
public final class GitLabCodeOwners {
    /** Where the file may lie, in the order in which the platform looks. */
    public static final List<String> PLACES = List.of("CODEOWNERS", "docs/CODEOWNERS", ".gitlab/CODEOWNERS");

    private static final Pattern HEADING = Pattern.compile("\\^?\\[([^\\]]*)\\](?:\\[[0-9]*\\])?(?:\\s+(.*))?");
    private static final Pattern OWNER = Pattern.compile(
            "@[A-Za-z0-9_.][A-Za-z0-9_./-]*" + "|@@(?:developers?|maintainers?|owners?)|" + Words.EMAIL);

    private final IntConsumer invalid;
    private final List<CodeRule> rules = new ArrayList<>();
    private final List<CodeRule> exclusions = new ArrayList<>();
    private String section = "";
    private List<String> defaults = List.of();

    private GitLabCodeOwners(IntConsumer invalid) {
        this.invalid = invalid;
    }

    /**
     * Reads a file.
     *
     * @param text its content
     * @param invalid takes the numbers, from 1, of lines that cannot be used: headings without a name, character ranges
     * @return the rules in their order, exclusions behind all others, because nothing includes again what they exclude
     */
    public static List<CodeRule> parse(String text, IntConsumer invalid) {
        GitLabCodeOwners file = new GitLabCodeOwners(invalid);
        List<String> lines = text.lines().map(String::strip).toList();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isEmpty() && !lines.get(i).startsWith("#")) {
                file.line(i + 1, lines.get(i));
            }
        }
        file.rules.addAll(file.exclusions);
        return file.rules;
    }

    private void line(int number, String line) {
        Matcher heading = HEADING.matcher(line);
        if (heading.matches() && !heading.group(1).isBlank()) {
            section = heading.group(1).strip().toLowerCase(Locale.ROOT);
            defaults = owners(Words.of(heading.group(2) == null ? "" : heading.group(2)));
        } else if (line.startsWith("[") || line.startsWith("^[")) {
            invalid.accept(number);
        } else {
            rule(number, Words.of(line));
        }
    }

    private void rule(int number, List<String> words) {
        boolean excludes = words.get(0).startsWith("!");
        String pattern =
                Words.withBlanks(words.get(0).substring(excludes ? 1 : 0)).replaceFirst("^\\\\#", "#");
        if (pattern.isEmpty()
                || pattern.length() > CodeRule.LONGEST_PATTERN
                || pattern.contains("[")
                || pattern.contains("\\")) {
            invalid.accept(number);
        } else if (excludes) {
            exclusions.add(new CodeRule(number, section, "!" + pattern, glob(pattern), List.of()));
        } else {
            List<String> owners = words.size() == 1 ? defaults : owners(words.subList(1, words.size()));
            rules.add(new CodeRule(number, section, pattern, glob(pattern), owners));
        }
    }

    private static List<String> owners(List<String> words) {
        return words.stream().filter(word -> OWNER.matcher(word).matches()).toList();
    }

    /** Ruby's {@code File.fnmatch}: two stars are more than one only as the whole name of a directory. */
    private static String glob(String pattern) {
        String rooted = pattern.startsWith("/") ? pattern : "/**/" + pattern;
        String whole = rooted.endsWith("/") ? rooted + "**/*" : rooted;
        List<String> steps = List.of(whole.substring(1).split("/", -1));
        StringBuilder glob = new StringBuilder();
        for (int i = 0; i < steps.size(); i++) {
            boolean directories = steps.get(i).equals("**") && i < steps.size() - 1;
            glob.append('/').append(directories ? "**" : steps.get(i).replaceAll("\\*+", "*"));
        }
        return glob.toString().matches("(?:/\\*\\*)+/\\*") ? CodeRule.EVERYTHING : glob.toString();
    }
}
