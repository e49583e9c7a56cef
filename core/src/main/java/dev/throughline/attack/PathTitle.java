package dev.throughline.attack;

import dev.throughline.model.Asset;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RiskGraph;
import dev.throughline.model.Workload;
import dev.throughline.risk.Factor;
import dev.throughline.risk.FactorIndex;
import dev.throughline.risk.Verdict;
import java.util.List;
import java.util.Locale;

/**
 * Names a path: {@code [Widely ]internet exposed <entry> with <weakness> allows lateral movement to [critical ]<target>[ with
 * sensitive data]}. A path of one step ends at its entry, and says what that is instead. Other entries have other words:
 * {@code Publicly readable <credential> in <repository>}, {@code Publicly accessible <asset>} for who is anonymous,
 * {@code <pipeline> open to every GitHub user}, and {@code Compromised <asset>} for an insider.
 */
final class PathTitle {
    private final RiskGraph graph;
    private final FactorIndex factors;

    PathTitle(RiskGraph graph, FactorIndex factors) {
        this.graph = graph;
        this.factors = factors;
    }

    String of(List<AttackStep> steps) {
        AttackStep first = steps.get(0);
        AssetKey target = steps.get(steps.size() - 1).to();
        String entry = entry(first);
        if (steps.size() == 1) {
            boolean sensitive = factors.of(target, Factor.SENSITIVE_DATA).isYes();
            boolean critical = factors.of(target, Factor.CRITICAL_RESOURCE).isYes();
            return entry
                    + (sensitive
                            ? " has access to sensitive data"
                            : critical ? " is a critical resource" : " can be taken");
        }
        return entry + " allows lateral movement to " + target(target);
    }

    private String entry(AttackStep first) {
        String weakness = first.evidence().fields().get("weakness");
        String with = weakness == null ? "" : " with " + weakness;
        if (first.from().equals(AssetKey.INTERNET)) {
            return (isWidelyExposed(first.to()) ? "Widely internet exposed " : "Internet exposed ")
                    + noun(first.to())
                    + with;
        }
        if (first.from().equals(AssetKey.ANONYMOUS)) {
            return first.to().mayBe(AssetKind.EXPOSED_SECRET) && weakness != null
                    ? "Publicly readable " + weakness
                    : "Publicly accessible " + noun(first.to()) + with;
        }
        return first.from().equals(AssetKey.ANY_GITHUB_USER)
                ? capital(noun(first.to())) + " open to every GitHub user" + with
                : "Compromised " + noun(first.from());
    }

    private boolean isWidelyExposed(AssetKey asset) {
        Verdict exposed = factors.of(asset, Factor.INTERNET_EXPOSED);
        return "wide".equals(exposed.evidence().fields().get("width"));
    }

    private String target(AssetKey target) {
        return (factors.of(target, Factor.CRITICAL_RESOURCE).isYes() ? "critical " : "")
                + noun(target)
                + (factors.of(target, Factor.SENSITIVE_DATA).isYes() ? " with sensitive data" : "");
    }

    /** What kind of thing it is, as people call it. */
    private String noun(AssetKey key) {
        Asset asset = graph.find(key).orElseGet(() -> AssetKind.mentioned(key).unknown(key));
        if (asset instanceof Workload workload && workload.type() != null) {
            return "Kubernetes " + workload.type();
        }
        String words =
                asset.kind().label().replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        return switch (asset.kind()) {
            case NODE, NAMESPACE, SERVICE_ACCOUNT, CLUSTER -> "Kubernetes " + words;
            case SECRET_OBJECT -> "Kubernetes secret";
            case EXPOSED_SECRET -> "leaked credential";
            default -> words;
        };
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
