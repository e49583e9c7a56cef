package dev.throughline.connector.attestation;

import com.google.common.hash.Hashing;
import com.google.common.hash.HashingInputStream;
import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.InputFile;
import dev.throughline.connector.support.Json;
import dev.throughline.connector.support.JsonLimits;
import dev.throughline.connector.support.Records;
import dev.throughline.fact.Completeness;
import dev.throughline.fact.FactSink;
import dev.throughline.fact.Partition;
import dev.throughline.fact.Rejection;
import dev.throughline.fact.SourceException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * A file of statements.
 *
 * @param file the file
 * @param limits how large it may be
 * @param verifier judges signatures
 */
record AttestationFile(InputFile file, JsonLimits limits, Verifier verifier) implements Partition {
    @Override
    public String name() {
        return file.name();
    }

    /** A file nothing could be read from is a failed source, not one without attestations. */
    @Override
    public Completeness read(FactSink sink) {
        Tally tally = new Tally(sink);
        if (file.name().endsWith(".jsonl")) {
            Json.lines(file, limits, tally, this::document);
        } else {
            Records.one(Json.read(file, limits), tally, this::document);
        }
        return tally.finish();
    }

    private void document(Fields document, FactSink sink) {
        Records.each(Envelope.wrappedIn(document), sink, this::attestation);
    }

    private void attestation(Fields wrapped, FactSink sink) {
        SignedStatement statement = wrapped.has("_type")
                ? new SignedStatement(wrapped, digestOfBare(wrapped), null)
                : Envelope.of(wrapped).open();
        StatementReader.read(statement, verifier, sink);
    }

    /** The bytes of a statement are known if it is the whole file; in a line of many, its JSON text stands for them. */
    private String digestOfBare(Fields statement) {
        if (!statement.pointer().isEmpty()) {
            return Hashing.sha256()
                    .hashString(statement.node().toString(), StandardCharsets.UTF_8)
                    .toString();
        }
        try (var content = new HashingInputStream(Hashing.sha256(), file.open())) {
            content.transferTo(OutputStream.nullOutputStream());
            return content.hash().toString();
        } catch (IOException e) {
            throw new SourceException(new Rejection(file.name(), "", "cannot be read"), e);
        }
    }
}
