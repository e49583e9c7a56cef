package dev.throughline.connector.support.sbom;

import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.WrongShape;
import dev.throughline.fact.FactSink;
import dev.throughline.fact.Rejection;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Digest;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.Sbom;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The document itself, named by the digest of its content. */
public final class SbomDocument {
    private SbomDocument() {}

    /**
     * Says that there is the document, and what it describes.
     *
     * @param digest digest of its file
     * @param format its format and version
     * @param created when it was made; null if unknown
     * @param subject what it describes
     * @param sink takes the facts
     */
    public static void describe(
            Digest digest, String format, @Nullable Instant created, Subject subject, FactSink sink) {
        AssetKey key = AssetKey.of(AssetKind.SBOM, digest.toString());
        sink.accept(new Sbom(key, format, created));
        subject.assets().forEach(asset -> sink.accept(new Relation(asset, RelationType.DESCRIBED_BY, key)));
    }

    /**
     * A time, which is rejected with its place if it is none.
     *
     * @param fields what holds it
     * @param name name of the field
     * @param sink takes the rejection
     * @return the time; null if it is unknown
     */
    public static @Nullable Instant time(Fields fields, String name, FactSink sink) {
        try {
            return fields.instant(name);
        } catch (WrongShape e) {
            sink.reject(new Rejection(fields.file(), e.pointer(), String.valueOf(e.getMessage())));
            return null;
        }
    }
}
