package dev.throughline.connector.support;

import dev.throughline.model.WeaknessType;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells what kind of scan a result comes from, which neither SARIF says nor a platform that it was uploaded to. */
public final class ScanType {
    private static final Set<String> SECRET_SCANNERS =
            Set.of("gitleaks", "trufflehog", "credscan", "detect-secrets", "ggshield");
    private static final Set<String> TEMPLATE_SCANNERS = Set.of(
            "checkov",
            "kics",
            "tfsec",
            "defsec",
            "terrascan",
            "templateanalyzer",
            "iacfilescanner",
            "hadolint",
            "kube-linter",
            "kubesec",
            "dockle");

    private ScanType() {}

    /**
     * The kind of scan.
     *
     * @param slug name of the tool, see {@link Fingerprint#slug}
     * @param ruleName name of the rule, which is not its id; null if it has none
     * @param vulnerability whether the rule stands for a {@linkplain VulnerabilityId#in vulnerability}
     * @param ofImage whether an image was scanned
     * @return what its results are
     */
    public static WeaknessType of(String slug, @Nullable String ruleName, boolean vulnerability, boolean ofImage) {
        if (vulnerability) {
            return ofImage ? WeaknessType.CONTAINER_IMAGE : WeaknessType.DEPENDENCY;
        }
        // Trivy tells its scanners apart by the names of their rules.
        if (SECRET_SCANNERS.contains(slug) || "Secret".equals(ruleName)) {
            return WeaknessType.SECRET;
        }
        if (TEMPLATE_SCANNERS.contains(slug) || "Misconfiguration".equals(ruleName)) {
            return WeaknessType.INFRASTRUCTURE_AS_CODE;
        }
        return WeaknessType.CODE;
    }
}
