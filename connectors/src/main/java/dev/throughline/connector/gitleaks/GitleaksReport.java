package dev.throughline.connector.gitleaks;

import dev.throughline.connector.support.CodeResults;
import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.InputFile;
import dev.throughline.connector.support.Json;
import dev.throughline.connector.support.JsonLimits;
import dev.throughline.connector.support.Records;
import dev.throughline.connector.support.SecretHash;
import dev.throughline.connector.support.WrongShape;
import dev.throughline.fact.Completeness;
import dev.throughline.fact.FactSink;
import dev.throughline.fact.Partition;
import dev.throughline.model.AssetKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A report: an array of findings.
 *
 * @param file the file
 * @param limits how large it may be
 * @param repository what was scanned; null if nobody said
 * @param secrets what is kept of a credential
 */
record GitleaksReport(
        InputFile file, JsonLimits limits, @Nullable AssetKey repository, SecretHash secrets) implements Partition {
    @Override
    public String name() {
        return file.name();
    }

    @Override
    public Completeness read(FactSink sink) {
        try {
            if (repository == null) {
                throw new WrongShape("", "the repository is unknown; name it with GitleaksConnector.repository");
            }
            CodeResults leaks = new CodeResults(repository);
            Json.elements(file, List.of(), limits, finding -> {
                checkVersion(finding);
                Records.one(
                        finding,
                        sink,
                        (one, facts) -> leaks.add(Leak.read(one, facts).ofSecret(secrets.of(one, "Secret")), facts));
            });
            leaks.emit(sink);
        } catch (WrongShape e) {
            throw e.in(file.name());
        }
        return Completeness.complete();
    }

    private static void checkVersion(Fields finding) {
        if (finding.node().isObject() && finding.has("offender")) {
            throw new WrongShape(
                    finding.pointer(), "a report of gitleaks 7 or older, which names no rule by its id; scan with 8");
        }
    }
}
