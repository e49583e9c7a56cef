package dev.throughline.testing;

import com.google.common.base.Splitter;
import java.util.ArrayList;
import java.util.List;

/**
 * The lines in which two texts differ, each stretch under the lines that lead to it. What the texts have in common is the
 * longest sequence of common lines; where they differ over too many lines for that, all of them are shown as replaced.
 */
final class LineDifference {
    private static final int LINES_BEFORE = 3;
    private static final long MOST_PAIRS = 4_000_000;

    private final List<String> old;
    private final List<String> now;
    private final List<String> lines = new ArrayList<>();

    /** Common lines since the last that differs. */
    private final List<String> common = new ArrayList<>();

    private LineDifference(List<String> old, List<String> now) {
        this.old = old;
        this.now = now;
    }

    /** Lines that are missing begin with a minus, lines that are new with a plus, common ones with a blank. */
    static String between(String old, String now) {
        return new LineDifference(
                        Splitter.on('\n').splitToList(old), Splitter.on('\n').splitToList(now))
                .text();
    }

    private String text() {
        int start = 0;
        while (start < Math.min(old.size(), now.size()) && old.get(start).equals(now.get(start))) {
            common.add(old.get(start++));
        }
        int same = 0;
        while (same < Math.min(old.size(), now.size()) - start
                && old.get(old.size() - 1 - same).equals(now.get(now.size() - 1 - same))) {
            same++;
        }
        walk(old.subList(start, old.size() - same), now.subList(start, now.size() - same));
        return String.join("\n", lines);
    }

    private void walk(List<String> before, List<String> after) {
        if ((long) before.size() * after.size() > MOST_PAIRS) {
            before.forEach(line -> changed("- ", line));
            after.forEach(line -> changed("+ ", line));
            return;
        }
        int[][] longest = longestCommon(before, after);
        int i = 0;
        int j = 0;
        while (i < before.size() || j < after.size()) {
            if (i < before.size() && j < after.size() && before.get(i).equals(after.get(j))) {
                common.add(before.get(i++));
                j++;
            } else if (j == after.size() || (i < before.size() && longest[i + 1][j] >= longest[i][j + 1])) {
                changed("- ", before.get(i++));
            } else {
                changed("+ ", after.get(j++));
            }
        }
    }

    /** How many lines the rests from here on have in common, by how much of each is gone. */
    private static int[][] longestCommon(List<String> before, List<String> after) {
        int[][] longest = new int[before.size() + 1][after.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = after.size() - 1; j >= 0; j--) {
                longest[i][j] = before.get(i).equals(after.get(j))
                        ? longest[i + 1][j + 1] + 1
                        : Math.max(longest[i + 1][j], longest[i][j + 1]);
            }
        }
        return longest;
    }

    private void changed(String sign, String line) {
        int from = Math.max(0, common.size() - LINES_BEFORE);
        if (from > 0) {
            lines.add("  …");
        }
        common.subList(from, common.size()).forEach(shown -> lines.add("  " + shown));
        common.clear();
        lines.add(sign + line);
    }
}
