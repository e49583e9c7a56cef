package dev.throughline.connector.azure;

import dev.throughline.connector.support.ArmAnswer;
import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.InputFile;
import dev.throughline.connector.support.JsonLimits;
import dev.throughline.connector.support.JsonShape;
import dev.throughline.fact.Completeness;
import dev.throughline.fact.FactSink;
import dev.throughline.fact.Partition;

/**
 * One answer, or some pages of one. Its records are read one by one.
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
        return ArmAnswer.read(file, limits, JsonShape.WHOLE, AzureFile::isRecord, sink, AzureFile::record);
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
