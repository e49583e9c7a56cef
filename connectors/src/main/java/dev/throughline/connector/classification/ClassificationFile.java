package dev.throughline.connector.classification;

import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.ForwardingSink;
import dev.throughline.connector.support.InputFile;
import dev.throughline.connector.support.JsonLimits;
import dev.throughline.connector.support.Records;
import dev.throughline.connector.support.WrongShape;
import dev.throughline.connector.support.Yaml;
import dev.throughline.fact.Completeness;
import dev.throughline.fact.FactSink;
import dev.throughline.fact.Partition;
import dev.throughline.fact.Rejection;
import dev.throughline.fact.SourceException;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * The only partition: the whole file.
 *
 * @param file the file
 */
record ClassificationFile(InputFile file) implements Partition {
    private static final JsonLimits LIMITS = JsonLimits.DEFAULT.withBytes(16L << 20);

    private static final Map<String, BiConsumer<Fields, FactSink>> SECTIONS = Map.of(
            "critical", Rules::critical,
            "sensitive", Rules::sensitive,
            "opens", Openings::read,
            "trustedRanges", TrustedRanges::read,
            "verdicts", Verdicts::read);

    @Override
    public String name() {
        return file.name();
    }

    @Override
    public Completeness read(FactSink sink) {
        Counting counting = new Counting(sink);
        try {
            Fields root = Yaml.read(file, LIMITS);
            for (String section : root.names()) {
                BiConsumer<Fields, FactSink> reader = SECTIONS.get(section);
                if (reader == null) {
                    throw new WrongShape(
                            root.get(section).pointer(),
                            "not a section; there are critical, sensitive, opens, trustedRanges and verdicts");
                }
                Records.each(root.list(section), counting, reader);
            }
        } catch (WrongShape e) {
            throw new SourceException(new Rejection(file.name(), e.pointer(), String.valueOf(e.getMessage())), e);
        }
        if (counting.rejected == 0) {
            return Completeness.complete();
        }
        String entries = counting.rejected == 1 ? "1 entry" : counting.rejected + " entries";
        return Completeness.partial(file.name() + ": " + entries + " could not be used");
    }

    /** Counts what was rejected. */
    private static final class Counting extends ForwardingSink {
        private int rejected;

        Counting(FactSink sink) {
            super(sink);
        }

        @Override
        public void reject(Rejection rejection) {
            rejected++;
            super.reject(rejection);
        }
    }
}
