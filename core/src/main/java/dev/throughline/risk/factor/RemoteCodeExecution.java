package dev.throughline.risk.factor;

import dev.throughline.model.AssetKey;
import dev.throughline.model.Evidence;
import dev.throughline.model.Vulnerability;
import dev.throughline.risk.CvssMetrics;
import dev.throughline.risk.Factor;
import dev.throughline.risk.RiskFactor;
import dev.throughline.risk.Situation;
import dev.throughline.risk.Verdict;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The vulnerability lets a remote attacker run code: attacked over the network, by its CVSS vector, and of a weakness type
 * that means execution. Where the type is not known, a total loss of confidentiality, integrity and availability counts.
 * Words of a description never do.
 */
final class RemoteCodeExecution implements RiskFactor {
    @Override
    public Factor factor() {
        return Factor.REMOTE_CODE_EXECUTION;
    }

    @Override
    public void judge(Situation situation, Consumer<Verdict> verdicts) {
        ReportedVulnerabilities.visit(situation.graph(), (key, vulnerability) -> {
            CvssMetrics cvss = CvssMetrics.of(vulnerability);
            if (cvss.isKnown()) {
                verdicts.accept(verdict(key, vulnerability, cvss));
            }
        });
    }

    private Verdict verdict(AssetKey key, Vulnerability vulnerability, CvssMetrics cvss) {
        List<String> cwes = vulnerability.cwes() == null ? List.of() : vulnerability.cwes();
        String vector = String.valueOf(vulnerability.cvssVector());
        if (!cvss.isRemote()) {
            return no(key, "it is not attacked over the network", vector);
        }
        if (cvss.changesNothing()) {
            return no(key, "an attack changes nothing", vector);
        }
        String reason = reason(cwes, cvss);
        return reason == null
                ? Verdict.unknown(key, factor(), "neither its CVSS vector nor its weakness types tell")
                : Verdict.yes(
                        key,
                        factor(),
                        Evidence.of(reason, key).with("cvss", vector).with("cwes", String.join(", ", cwes)));
    }

    private static @Nullable String reason(List<String> cwes, CvssMetrics cvss) {
        boolean total = cvss.readsAll() && cvss.changesAll() && cvss.stopsAll();
        if (CodeExecution.isInjection(cwes) && cvss.changesAll()) {
            return "its weakness type hands what a remote attacker sends to something that runs it";
        }
        if (CodeExecution.isCorruption(cwes) && total) {
            return "a remote attacker breaks its memory or objects and gains everything";
        }
        return CodeExecution.isUnknown(cwes) && total ? "a remote attacker gains everything" : null;
    }

    private Verdict no(AssetKey key, String statement, String vector) {
        return Verdict.no(key, factor(), Evidence.of(statement, key).with("cvss", vector));
    }
}
