package dev.throughline.connector.gitlabreport;

import com.google.common.base.CharMatcher;
import dev.throughline.connector.support.CodeResult;
import dev.throughline.connector.support.CodeResults;
import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.Fingerprint;
import dev.throughline.connector.support.OneLine;
import dev.throughline.connector.support.SecretHash;
import dev.throughline.connector.support.SourcePath;
import dev.throughline.fact.FactSink;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Rule;
import dev.throughline.model.WeaknessType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Findings in files of the repository: of {@code sast} and {@code secret_detection}. */
final class CodeFindings {
    /** How GitLab itself tracks a finding when lines move, best first. */
    private static final List<String> TRACKERS = List.of("scope_offset_compressed", "scope_offset", "location", "hash");

    private static final CharMatcher ZEROS = CharMatcher.is('0');

    private final Scan scan;
    private final SecretHash secrets;
    private final CodeResults results;

    CodeFindings(Scan scan, AssetKey repository, SecretHash secrets) {
        this.scan = scan;
        this.secrets = secrets;
        this.results = new CodeResults(repository);
    }

    /** Hands over what was read. */
    void emit(FactSink sink) {
        results.emit(sink);
    }

    /** Descriptions, which may quote a credential, are never asked for, nor are extracts of code but to hash a credential. */
    void read(Fields finding, FactSink sink) {
        Identifiers identifiers = new Identifiers(finding);
        String id = identifiers.rule();
        Rule rule = new Rule(
                Fingerprint.rule(scan.tool(), id),
                id,
                scan.tool(),
                null,
                Ratings.severity(finding),
                null,
                identifiers.cwes());
        Fields location = finding.object("location");
        CodeResult result = new CodeResult(
                scan.tool(),
                id,
                commit(location),
                tracker(finding),
                SourcePath.of(location.text("file")),
                location.number("start_line"),
                scan.weaknessType(),
                title(finding, id),
                rule.severity(),
                Scan.state(finding),
                null,
                rule.key());
        sink.accept(rule);
        boolean isSecret = scan.weaknessType() == WeaknessType.SECRET;
        results.add(isSecret ? result.ofSecret(secrets.of(finding, "raw_source_code_extract")) : result, sink);
    }

    /** A credential in the history is there once for each commit that brought it. Of what lies open now the commit is zeros. */
    private String commit(Fields location) {
        String sha = scan.weaknessType() == WeaknessType.SECRET
                ? location.object("commit").text("sha")
                : null;
        return sha == null || ZEROS.matchesAllOf(sha) ? "" : sha;
    }

    private static @Nullable String tracker(Fields finding) {
        String best = null;
        int rank = TRACKERS.size();
        for (Fields item : finding.object("tracking").list("items")) {
            for (Fields signature : item.list("signatures")) {
                String algorithm = signature.text("algorithm");
                int at = algorithm == null ? -1 : TRACKERS.indexOf(algorithm);
                if (at >= 0 && at < rank) {
                    best = signature.text("value");
                    rank = at;
                }
            }
        }
        return best;
    }

    private String title(Fields finding, String rule) {
        String name = finding.text("name");
        if (name != null && !name.isBlank()) {
            return OneLine.of(name);
        }
        return scan.weaknessType() == WeaknessType.SECRET ? "Secret found by rule " + rule : rule;
    }
}
