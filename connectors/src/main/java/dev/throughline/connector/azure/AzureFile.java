package dev.throughline.connector.azure;

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

/**
 * One answer, or some pages of one.
 *
 * @param file the file
 * @param limits how large it may be
 */
record AzureFile(InputFile file, JsonLimits limits) implements Partition {
    @Override
    public String name() {
        return file.name();
    }

    @Override
    public Completeness read(FactSink sink) {
        Fields document = Json.read(file, limits);
        try {
            ArmAnswer answer = ArmAnswer.of(document, AzureFile::isRecord);
            Records.each(answer.records(), sink, AzureFile::record);
            return answer.missing() == null ? Completeness.complete() : Completeness.partial(answer.missing());
        } catch (WrongShape e) {
            throw e.in(file.name());
        }
    }

    private static boolean isRecord(Fields document) {
        return document.has("id") || DirectoryReader.isObject(document);
    }

    /** A resource has an id that is a path; an object of the directory has another, or none. */
    static void record(Fields record, FactSink sink) {
        String id = record.text("id");
        if (id != null && id.startsWith("/")) {
            Resource resource = Resource.of(record, id);
            CommonFacts.read(resource, sink);
            ResourceReaders.of(resource.type()).read(resource, sink);
        } else {
            DirectoryReader.read(record, sink);
        }
    }
}
