package dev.throughline.connector.aws;

import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.InputFile;
import dev.throughline.connector.support.Json;
import dev.throughline.connector.support.JsonLimits;
import dev.throughline.fact.Completeness;
import dev.throughline.fact.FactSink;
import dev.throughline.fact.Partition;
import org.jspecify.annotations.Nullable;

/**
 * A file with an answer.
 *
 * @param file the file
 * @param limits how large it may be
 * @param account account whose answers these are; null to look for it
 * @param region region; null to look for it
 */
record AnswerFile(
        InputFile file,
        JsonLimits limits,
        @Nullable String account,
        @Nullable String region) implements Partition {
    @Override
    public String name() {
        return file.name();
    }

    @Override
    public Completeness read(FactSink sink) {
        Place place = Place.of(file, limits, account, region);
        Fields[] around = {Fields.NONE};
        Json.stream(file, limits, document -> around[0] = Answers.read(document, place, sink));
        return goesOn(around[0])
                ? Completeness.partial(file.name() + ": the answer goes on, and what follows was not saved")
                : Completeness.complete();
    }

    /** A page that is not the last names the next, or says that it was cut. */
    private static boolean goesOn(Fields document) {
        if (!document.node().isObject()) {
            return false;
        }
        Item answer = new Item(document);
        return answer.has("NextToken") || answer.has("NextMarker") || Boolean.TRUE.equals(answer.bool("IsTruncated"));
    }
}
