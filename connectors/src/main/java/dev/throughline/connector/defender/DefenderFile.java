package dev.throughline.connector.defender;

import dev.throughline.connector.support.ArmAnswer;
import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.InputFile;
import dev.throughline.connector.support.Json;
import dev.throughline.connector.support.JsonLimits;
import dev.throughline.connector.support.Records;
import dev.throughline.connector.support.WrongShape;
import dev.throughline.fact.Completeness;
import dev.throughline.fact.FactSink;
import dev.throughline.fact.Partition;
import java.util.Locale;

/**
 * One export.
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
        Fields document = Json.read(file, limits);
        try {
            ArmAnswer answer = ArmAnswer.of(document, record -> record.has("id"));
            Records.each(answer.records(), sink, Assessment::read);
            return answer.missing() == null ? Completeness.complete() : Completeness.partial(answer.missing());
        } catch (WrongShape e) {
            throw e.in(file.name());
        }
    }
}
