package dev.throughline.connector.gitlabreport;

import dev.throughline.connector.support.CodeResults;
import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.InputFile;
import dev.throughline.connector.support.Json;
import dev.throughline.connector.support.JsonLimits;
import dev.throughline.connector.support.Records;
import dev.throughline.connector.support.WrongShape;
import dev.throughline.fact.Completeness;
import dev.throughline.fact.FactSink;
import dev.throughline.fact.Partition;
import dev.throughline.model.AssetKey;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A report of one scan.
 *
 * @param file the file
 * @param limits how large it may be
 * @param repository what was scanned; null if nobody said
 */
record SecurityReport(
        InputFile file, JsonLimits limits, @Nullable AssetKey repository) implements Partition {
    private static final List<String> VULNERABILITIES = List.of("vulnerabilities");

    @Override
    public String name() {
        return file.name();
    }

    /** What kind of scan it was may stand behind its findings, so the file is read twice rather than held in memory. */
    @Override
    public Completeness read(FactSink sink) {
        try {
            Fields around = Json.elements(file, VULNERABILITIES, limits, finding -> {});
            if (!around.has("vulnerabilities")) {
                throw new WrongShape("/vulnerabilities", "this list is not there, so this is no security report");
            }
            Scan scan = Scan.read(around.object("scan"));
            List<String> gaps = new ArrayList<>(scan.gaps());
            findings(scan, gaps, sink);
            return gaps.isEmpty() ? Completeness.complete() : Completeness.partial(String.join("; ", gaps));
        } catch (WrongShape e) {
            throw e.in(file.name());
        }
    }

    private void findings(Scan scan, List<String> gaps, FactSink sink) {
        if (scan.type().isOfImages()) {
            ImageFindings findings = new ImageFindings(scan, repository);
            each(findings::read, sink);
            gaps.addAll(findings.gaps());
            return;
        }
        if (repository == null) {
            throw new WrongShape("", "the repository is unknown; name it with GitLabReportConnector.repository");
        }
        if (scan.type() == ScanType.DEPENDENCY_SCANNING) {
            each((finding, facts) -> new VulnerablePackage(finding, scan).readDependency(repository, facts), sink);
        } else {
            CodeFindings findings = new CodeFindings(scan);
            each(findings::read, sink);
            CodeResults.emit(repository, findings.results(), sink);
        }
    }

    private void each(BiConsumer<Fields, FactSink> reader, FactSink sink) {
        Json.elements(file, VULNERABILITIES, limits, finding -> Records.one(finding, sink, reader));
    }
}
