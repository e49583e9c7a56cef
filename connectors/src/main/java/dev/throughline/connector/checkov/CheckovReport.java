package dev.throughline.connector.checkov;

import dev.throughline.connector.support.CodeResults;
import dev.throughline.connector.support.InputFile;
import dev.throughline.connector.support.Json;
import dev.throughline.connector.support.JsonLimits;
import dev.throughline.connector.support.JsonStream;
import dev.throughline.connector.support.WrongShape;
import dev.throughline.fact.Completeness;
import dev.throughline.fact.FactSink;
import dev.throughline.fact.Partition;
import dev.throughline.model.AssetKey;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
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

    /** What was checked may stand behind the checks, so the file is read twice rather than held in memory. */
    @Override
    public Completeness read(FactSink sink) {
        if (repository == null) {
            throw new WrongShape("", "the repository is unknown; name it with CheckovConnector.repository")
                    .in(file.name());
        }
        List<Framework> frameworks = new ArrayList<>();
        frameworks(framework -> frameworks.add(Framework.head(framework)));
        CodeResults checks = new CodeResults(repository);
        Iterator<Framework> heads = frameworks.iterator();
        frameworks(framework -> heads.next().checks(framework, checks, sink));
        checks.emit(sink);
        long unparsed = frameworks.stream().mapToLong(Framework::unparsed).sum();
        return unparsed == 0
                ? Completeness.complete()
                : Completeness.partial("Checkov could not parse " + unparsed + " files");
    }

    private void frameworks(Consumer<JsonStream> consumer) {
        Json.stream(file, limits, root -> {
            if (root.isArray()) {
                root.elements(consumer);
            } else {
                consumer.accept(root);
            }
        });
    }
}
