package dev.throughline.connector.facts;

import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.InputFile;
import dev.throughline.connector.support.JsonLimits;
import dev.throughline.connector.support.JsonLines;
import dev.throughline.connector.support.WrongShape;
import dev.throughline.fact.SourceException;
import dev.throughline.model.Scope;
import org.jspecify.annotations.Nullable;

/**
 * The first line of a file of facts.
 *
 * @param scope whose facts they are; null if the reader is to say
 * @param partition the part of the scope they make up; null if it goes by the name of the file
 * @param incomplete why they are not all of the partition, or not those of its last reading; null if they are
 * @param scopeIncomplete why the scope may have more partitions than those that were written; null if it has not
 */
record FactsHeader(
        @Nullable Scope scope,
        @Nullable String partition,
        @Nullable String incomplete,
        @Nullable String scopeIncomplete) {
    static final String FORMAT = "throughline-facts";
    static final long VERSION = 1;
    static final FactsHeader PLAIN = new FactsHeader(null, null, null, null);

    /**
     * Reads the first line of a file.
     *
     * @throws SourceException if the file is not one of facts, or of a version that is not known
     */
    static FactsHeader of(InputFile file, JsonLimits limits) {
        try (JsonLines lines = JsonLines.open(file, limits)) {
            return first(lines);
        }
    }

    /** Goes on to the first line and reads it. */
    static FactsHeader first(JsonLines lines) {
        boolean any = lines.advance();
        String line = line(lines);
        try {
            if (!any) {
                throw new WrongShape("", "there is nothing in it");
            }
            return read(lines.document(line));
        } catch (WrongShape e) {
            throw e.in(lines.place(line).file());
        }
    }

    /** Facts are pointed at by the number of their line, for that is how an editor finds them. */
    static String line(JsonLines lines) {
        return "line " + lines.number();
    }

    private static FactsHeader read(Fields line) {
        if (!FORMAT.equals(line.text("format"))) {
            throw new WrongShape(line.pointer(), "a file of facts begins with a line that names the format " + FORMAT);
        }
        Fields version = line.get("version");
        Long number = line.number("version");
        if (number == null || number < 1) {
            throw new WrongShape(version.pointer(), "the version of the format is a number from 1");
        }
        if (number > VERSION) {
            throw new WrongShape(
                    version.pointer(),
                    "version " + number + " of the format is newer than " + VERSION
                            + ", the newest this program can read");
        }
        return new FactsHeader(
                scope(line),
                line.has("partition") ? line.requiredText("partition") : null,
                line.text("incomplete"),
                line.text("scopeIncomplete"));
    }

    private static @Nullable Scope scope(Fields line) {
        String text = line.text("scope");
        try {
            return text == null ? null : Scope.parse(text);
        } catch (IllegalArgumentException e) {
            throw new WrongShape(line.get("scope").pointer(), String.valueOf(e.getMessage()));
        }
    }
}
