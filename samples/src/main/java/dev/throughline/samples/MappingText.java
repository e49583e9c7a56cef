package dev.throughline.samples;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which code runs where, for people. */
final class MappingText {
    private static final int SHORT = 12;

    private MappingText() {}

    static void print(Terminal terminal, List<MappingRow> rows) {
        Table table = new Table("IMAGE", "STATUS", "REPOSITORY", "COMMIT", "METHOD", "TRUST", "CONFIDENCE");
        for (MappingRow row : rows) {
            table.row(
                    name(row),
                    row.status(),
                    orDash(value(row.repository())),
                    orDash(commit(row.commit())),
                    orDash(row.method()),
                    orDash(row.trust()),
                    row.repository() == null
                            ? "-"
                            : PathsText.percent(row.confidence()).strip());
        }
        List<String> lines = table.lines();
        terminal.lines("", lines.subList(0, 1));
        for (int i = 0; i < rows.size(); i++) {
            terminal.lines("", lines.subList(i + 1, i + 2));
            details(terminal, rows.get(i));
        }
    }

    private static void details(Terminal terminal, MappingRow row) {
        String indent = "    ";
        if (row.run() != null) {
            terminal.line(indent + "built by " + value(row.run()));
        }
        if (!row.corroboration().isEmpty()) {
            terminal.line(indent + "also says so: " + String.join(", ", row.corroboration()));
        }
        if (!row.workloads().isEmpty()) {
            terminal.line(indent + "runs as "
                    + String.join(
                            ", ",
                            row.workloads().stream().map(MappingText::value).toList()));
        }
        row.rivals().forEach(rival -> terminal.line(indent + "but evidence names " + rival));
        terminal.lines(indent, row.reasons());
    }

    /** Digests are cut to their first digits. */
    private static String name(MappingRow row) {
        String name = row.name() != null ? row.name() : String.valueOf(value(row.image()));
        return name.replaceAll("(sha256:[0-9a-f]{" + SHORT + "})[0-9a-f]*", "$1");
    }

    private static @Nullable String value(@Nullable String key) {
        return key == null ? null : key.substring(key.indexOf(':') + 1);
    }

    private static @Nullable String commit(@Nullable String key) {
        return key == null ? null : key.substring(key.lastIndexOf('@') + 1).substring(0, SHORT);
    }

    private static String orDash(@Nullable String text) {
        return text == null ? "-" : text;
    }
}
