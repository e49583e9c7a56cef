package dev.throughline.attack.edge.aws;

import dev.throughline.attack.Likelihood;
import dev.throughline.attack.edge.aws.Abuse.Category;
import dev.throughline.attack.edge.aws.Abuse.Need;
import dev.throughline.attack.edge.aws.Abuse.Scope;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** The rows of {@code abuses.tsv}, whose head explains its columns. */
final class AbuseTable {
    private static final String FILE = "abuses.tsv";
    private static final int COLUMNS = 6;
    private static final List<Abuse> ROWS = read();

    private AbuseTable() {}

    static List<Abuse> of(Category category) {
        return ROWS.stream().filter(row -> row.category() == category).toList();
    }

    static List<Abuse> all() {
        return ROWS;
    }

    /** The techniques of all rows of a category, each once. */
    static List<String> techniques(Category category) {
        return of(category).stream()
                .flatMap(row -> row.techniques().stream())
                .distinct()
                .sorted()
                .toList();
    }

    private static List<Abuse> read() {
        try (InputStream in = Objects.requireNonNull(AbuseTable.class.getResourceAsStream(FILE));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            List<Abuse> rows = new ArrayList<>();
            lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> rows.add(row(rows.size(), line)));
            return List.copyOf(rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Abuse row(int number, String line) {
        String[] columns = line.split("\t", -1);
        if (columns.length != COLUMNS) {
            throw new IllegalStateException(FILE + ": '" + line + "' has not " + COLUMNS + " columns");
        }
        String gain = columns[5];
        return new Abuse(
                number,
                columns[0],
                Category.valueOf(columns[1].toUpperCase(Locale.ROOT)),
                Likelihood.valueOf(columns[2].toUpperCase(Locale.ROOT)),
                List.of(columns[3].split(" ")),
                List.of(columns[4].split(" ")).stream().map(AbuseTable::need).toList(),
                gain.contains(".") ? gain : null,
                gain.equals("account"));
    }

    private static Need need(String text) {
        String[] parts = text.split("@", -1);
        String on = parts[1];
        return switch (on) {
            case "any" -> new Need(parts[0], Scope.ANY, null);
            case "self-user" -> new Need(parts[0], Scope.SELF, ResourceType.USER);
            case "self-role" -> new Need(parts[0], Scope.SELF, ResourceType.ROLE);
            case "own-group" -> new Need(parts[0], Scope.OWN_GROUP, null);
            case "own-policy" -> new Need(parts[0], Scope.OWN_POLICY, null);
            case "its-policy" -> new Need(parts[0], Scope.ITS_POLICY, null);
            case "database-users" -> new Need(parts[0], Scope.DATABASE_USERS, ResourceType.DATABASE);
            case "tasks" -> new Need(parts[0], Scope.TASKS, ResourceType.SERVICE);
            case "objects" -> new Need(parts[0], Scope.CONTENTS, ResourceType.BUCKET);
            default -> new Need(parts[0], Scope.TARGET, ResourceType.named(on));
        };
    }
}
