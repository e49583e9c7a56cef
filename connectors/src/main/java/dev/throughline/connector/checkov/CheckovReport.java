package dev.throughline.connector.checkov;

import dev.throughline.connector.support.CodeResult;
import dev.throughline.connector.support.CodeResults;
import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.InputFile;
import dev.throughline.connector.support.Json;
import dev.throughline.connector.support.JsonLimits;
import dev.throughline.connector.support.WrongShape;
import dev.throughline.fact.Completeness;
import dev.throughline.fact.FactSink;
import dev.throughline.fact.Partition;
import dev.throughline.model.AssetKey;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A report of one framework, or of several.
 *
 * @param file the file
 * @param limits how large it may be
 * @param repository what was scanned; null if nobody said
 */
record CheckovReport(
        InputFile file, JsonLimits limits, @Nullable AssetKey repository) implements Partition {
    @Override
    public String name() {
        return file.name();
    }

    @Override
    public Completeness read(FactSink sink) {
        Fields report = Json.read(file, limits);
        List<CodeResult> checks = new ArrayList<>();
        long unparsed = 0;
        try {
            if (repository == null) {
                throw new WrongShape("", "the repository is unknown; name it with CheckovConnector.repository");
            }
            for (Fields framework : report.node().isArray() ? report.elements() : List.of(report)) {
                unparsed += Framework.read(framework, checks, sink);
            }
        } catch (WrongShape e) {
            throw e.in(file.name());
        }
        CodeResults.emit(repository, checks, sink);
        return unparsed == 0
                ? Completeness.complete()
                : Completeness.partial("Checkov could not parse " + unparsed + " files");
    }
}
