package dev.throughline.attack.edge.azure;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** A table that comes with this package: key, name, words, between tabs; {@code #} begins a comment. */
final class Table {
    private static final int COLUMNS = 3;

    private Table() {}

    /**
     * A row.
     *
     * @param name name for people
     * @param words what the table says
     */
    record Row(String name, List<String> words) {}

    static Map<String, Row> read(String file) {
        Map<String, Row> rows = new TreeMap<>();
        try (InputStream in = Objects.requireNonNull(Table.class.getResourceAsStream(file), file);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                String[] cells = line.split("\t", COLUMNS);
                rows.put(cells[0], new Row(cells[1], List.of(cells[2].split(" "))));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(rows);
    }
}
