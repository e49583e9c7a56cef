package dev.throughline.connector.defender;

import dev.throughline.connector.support.ArmAnswer;
import dev.throughline.connector.support.InputFile;
import dev.throughline.connector.support.JsonLimits;
import dev.throughline.fact.Completeness;
import dev.throughline.fact.FactSink;
import dev.throughline.fact.Partition;
import java.util.Locale;

/**
 * One export. Its records are read one by one.
 *
 * @param file the file
 * @param limits how large it may be
 */
record DefenderFile(InputFile file, JsonLimits limits) implements Partition {
    @Override
    public String name() {
        return file.name();
    }

    @Override
    public Completeness read(FactSink sink) {
        if (file.name().toLowerCase(Locale.ROOT).matches(".*\\.csv(\\.gz)?")) {
            CsvExport.read(file, limits, sink);
            return Completeness.complete();
        }
        return ArmAnswer.read(file, limits, document -> document.has("id"), sink, Assessment::read);
    }
}
