package dev.throughline.graph;

import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Objects;
import java.util.stream.Collectors;

/** The statements, one file each. */
final class Cypher {
    private Cypher() {}

    /** The text of a statement. */
    static String statement(String name) {
        URL file = Objects.requireNonNull(Cypher.class.getResource("cypher/" + name + ".cypher"), name);
        try {
            return Resources.toString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Labels as they stand behind a variable; {@code labels} must have been checked. */
    static String labels(Collection<String> labels) {
        return labels.stream().sorted().map(label -> ":" + label).collect(Collectors.joining());
    }
}
