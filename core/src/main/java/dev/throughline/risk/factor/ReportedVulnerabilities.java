package dev.throughline.risk.factor;

import dev.throughline.model.AssetKey;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraph;
import dev.throughline.model.Vulnerability;
import dev.throughline.risk.Vulnerabilities;
import java.util.function.BiConsumer;

/** The vulnerabilities that anything of the estate has. Feeds tell of hundreds of thousands more. */
final class ReportedVulnerabilities {
    private ReportedVulnerabilities() {}

    /** Visits each with what is known of it under all its ids. */
    static void visit(RiskGraph graph, BiConsumer<AssetKey, Vulnerability> visitor) {
        Vulnerabilities all = Vulnerabilities.of(graph);
        for (int number = 0; number < graph.size(); number++) {
            if (graph.asset(number) instanceof Vulnerability one && isReported(graph, number)) {
                all.find(one.key()).ifPresent(known -> visitor.accept(one.key(), known));
            }
        }
    }

    private static boolean isReported(RiskGraph graph, int number) {
        boolean[] reported = {false};
        graph.visitSources(number, RelationType.INSTANCE_OF, weakness -> reported[0] = true);
        return reported[0];
    }
}
