package dev.throughline.connector.facts;

import dev.throughline.connector.support.InputFile;
import dev.throughline.connector.support.JsonLimits;
import dev.throughline.connector.support.JsonLines;
import dev.throughline.connector.support.Records;
import dev.throughline.fact.Completeness;
import dev.throughline.fact.FactSink;
import dev.throughline.fact.Partition;
import dev.throughline.fact.Rejection;
import dev.throughline.fact.SourceException;
import dev.throughline.model.Scope;

/**
 * A file of facts.
 *
 * @param name the partition it makes up
 * @param file the file
 * @param limits how large it may be
 * @param scope whose facts are read
 */
record FactsFile(String name, InputFile file, JsonLimits limits, Scope scope) implements Partition {
    @Override
    public Completeness read(FactSink sink) {
        try (JsonLines lines = JsonLines.open(file, limits)) {
            FactsHeader header = FactsHeader.first(lines);
            if (header.scope() != null && !header.scope().equals(scope)) {
                throw new SourceException(
                        new Rejection(
                                file.name(),
                                "line 1/scope",
                                "these are facts of " + header.scope() + ", not of " + scope
                                        + "; FactsConnector.scopes() reads each as its own"),
                        null);
            }
            while (lines.advance()) {
                String line = FactsHeader.line(lines);
                Records.one(lines.place(line), sink, (place, facts) -> FactLine.read(lines.document(line), facts));
            }
            return header.incomplete() == null ? Completeness.complete() : Completeness.partial(header.incomplete());
        }
    }
}
