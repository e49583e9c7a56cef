package dev.throughline.samples;

import com.google.common.collect.Iterables;
import dev.throughline.Throughline;
import dev.throughline.fact.Connector;
import dev.throughline.fact.SourceException;
import dev.throughline.model.Scope;
import dev.throughline.store.ConflictException;
import dev.throughline.store.IngestReport;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What came of reading one source of an estate.
 *
 * @param source the source
 * @param report what was read; null if it could not be read at all
 * @param error why it could not be read at all; null if it could
 */
record Reading(
        Estate.Source source,
        @Nullable IngestReport report,
        @Nullable String error) {
    /**
     * Reads all sources of an estate, one after the other. One that fails keeps what it had, and the rest goes on.
     *
     * @return one for each source, in their order; one for each scope of facts
     */
    static List<Reading> all(Estate estate, Throughline throughline) {
        return all(estate, throughline, (number, source) -> {});
    }

    /**
     * Reads all sources of an estate, as {@link #all(Estate, Throughline)} does.
     *
     * @param begun is told before each source, with its number from 1
     */
    static List<Reading> all(Estate estate, Throughline throughline, BiConsumer<Integer, Estate.Source> begun) {
        Map<Scope, Integer> lines = new HashMap<>();
        List<Reading> readings = new ArrayList<>();
        int number = 0;
        for (Estate.Source source : estate.sources()) {
            begun.accept(++number, source);
            try {
                for (Connector connector : SourceConnectors.of(source, estate)) {
                    Integer other = lines.putIfAbsent(connector.scope(), source.line());
                    readings.add(
                            other == null
                                    ? of(source, connector, throughline)
                                    : new Reading(source, null, replacing(source, estate, connector.scope(), other)));
                }
            } catch (SourceException e) {
                readings.add(new Reading(source, null, e.getMessage()));
            }
        }
        return readings;
    }

    private static Reading of(Estate.Source source, Connector connector, Throughline throughline) {
        try {
            return new Reading(source, Iterables.getOnlyElement(throughline.ingest(connector)), null);
        } catch (SourceException | ConflictException e) {
            return new Reading(source, null, e.getMessage());
        }
    }

    private static @Nullable String replacing(Estate.Source source, Estate estate, Scope scope, int other) {
        return SourceConnectors.refused(
                        source,
                        estate.file(),
                        "reads " + scope + " as the source on line " + other
                                + " does, and would replace it: give one a name, or list the files of both in one")
                .getMessage();
    }

    /** Whether anything of the source could not be read. Records that were refused one by one are not counted. */
    boolean failed() {
        return report == null || !report.problems().isEmpty();
    }
}
