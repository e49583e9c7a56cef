package dev.throughline.connector.github;

import com.google.common.base.Splitter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a CODEOWNERS file in their order (GitHub, <em>About code owners</em>, "CODEOWNERS syntax"). Of the rules
 * that match a file the last one counts, also if it names nobody.
 */
final class CodeOwners {
    private static final Pattern OWNER =
            Pattern.compile("@[A-Za-z0-9][A-Za-z0-9_-]*(?:/[A-Za-z0-9_.-]+)?|[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
    private static final int DEEPEST = 64;
    private static final Pattern BLANK = Pattern.compile("(?<!\\\\)\\s+");

    private final List<Rule> rules = new ArrayList<>();

    /**
     * Reads a file.
     *
     * @param text its content
     * @param invalid takes the numbers, from 1, of lines that break the syntax; the platform skips them
     */
    CodeOwners(String text, IntConsumer invalid) {
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            List<String> words = words(lines.get(i));
            if (!words.isEmpty()) {
                List<String> owners = words.subList(1, words.size());
                if (isPattern(words.get(0))
                        && owners.stream().allMatch(o -> OWNER.matcher(o).matches())) {
                    rules.add(new Rule(i + 1, new PathPattern(words.get(0).replace("\\ ", " ")), owners));
                } else {
                    invalid.accept(i + 1);
                }
            }
        }
    }

    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        for (String word : Splitter.on(BLANK).omitEmptyStrings().split(line.strip())) {
            if (word.startsWith("#")) {
                break;
            }
            words.add(word);
        }
        return words;
    }

    private static boolean isPattern(String word) {
        boolean unknownSyntax = word.startsWith("!") || word.contains("[") || word.startsWith("\\#");
        return !unknownSyntax
                && !word.contains("//")
                && word.chars().filter(c -> c == '/').count() < DEEPEST;
    }

    int size() {
        return rules.size();
    }

    /** The last rule for all files, and the rules for one file or directory that no later rule overrules there. */
    List<Rule> effective() {
        List<Rule> effective = new ArrayList<>();
        for (Rule rule : rules) {
            PathPattern pattern = rule.pattern();
            boolean last = pattern.isCatchAll()
                    ? rule.equals(last(PathPattern::isCatchAll))
                    : pattern.isConcrete() && rule.equals(last(later -> later.matches(pattern.path())));
            if (last) {
                effective.add(rule);
            }
        }
        return effective;
    }

    private @Nullable Rule last(Predicate<PathPattern> test) {
        for (int i = rules.size() - 1; i >= 0; i--) {
            if (test.test(rules.get(i).pattern())) {
                return rules.get(i);
            }
        }
        return null;
    }

    /**
     * A rule.
     *
     * @param line line it stands in, from 1
     * @param pattern files it is about
     * @param owners {@code @user}, {@code @organization/team} or an e-mail address; may be empty
     */
    record Rule(int line, PathPattern pattern, List<String> owners) {
        Rule {
            owners = List.copyOf(owners);
        }
    }
}
