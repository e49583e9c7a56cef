package dev.throughline.samples;

import java.util.ArrayList;
import java.util.List;

/** Rows of text in aligned columns. For one thread. */
final class Table {
    private final List<List<String>> rows = new ArrayList<>();

    Table(String... headings) {
        row((Object[]) headings);
    }

    /** Adds a row with as many cells as there are headings. What is not a text is shown as one. */
    void row(Object... cells) {
        List<String> row = new ArrayList<>();
        for (Object cell : cells) {
            row.add(Terminal.safe(String.valueOf(cell)));
        }
        rows.add(List.copyOf(row));
    }

    /** The headings and the rows, each as one line. */
    List<String> lines() {
        int[] widths = new int[rows.get(0).size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], length(row.get(i)));
            }
        }
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String cell = row.get(i);
            line.append(cell).append(" ".repeat(widths[i] - length(cell) + 2));
        }
        return line.toString().stripTrailing();
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
