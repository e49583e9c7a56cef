package dev.throughline.connector.gitlabreport;

import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.OneLine;
import dev.throughline.model.SourceState;
import dev.throughline.model.WeaknessType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a report says of its scan.
 *
 * @param type what kind of scan it was
 * @param weaknessType what kind of weakness it finds
 * @param tool name of the scanner
 * @param gaps what was not scanned
 */
record Scan(ScanType type, WeaknessType weaknessType, String tool, List<String> gaps) {
    /** Scanners of infrastructure as code, whose reports are of type {@code sast} too. */
    private static final Set<String> TEMPLATE_SCANNERS = Set.of("kics", "checkov", "trivy-iac", "tfsec");

    private static final String FALSE_POSITIVE = "flagged-as-likely-false-positive";

    static Scan read(Fields scan) {
        ScanType type = ScanType.of(scan);
        Fields scanner = scan.object(scan.has("scanner") ? "scanner" : "analyzer");
        String name = scanner.text("name");
        List<String> gaps = new ArrayList<>();
        if ("failure".equals(scan.text("status"))) {
            gaps.add("it says that its scan failed");
        }
        if (scan.has("partial_scan")) {
            gaps.add("it says that only a part was scanned");
        }
        return new Scan(
                type,
                weaknessType(type, scanner),
                name == null || name.isBlank() ? "GitLab" : OneLine.of(name),
                List.copyOf(gaps));
    }

    private static WeaknessType weaknessType(ScanType type, Fields scanner) {
        return switch (type) {
            case SAST ->
                TEMPLATE_SCANNERS.contains(String.valueOf(scanner.text("id")))
                        ? WeaknessType.INFRASTRUCTURE_AS_CODE
                        : WeaknessType.CODE;
            case SECRET_DETECTION -> WeaknessType.SECRET;
            case DEPENDENCY_SCANNING -> WeaknessType.DEPENDENCY;
            case CONTAINER_SCANNING, CLUSTER_IMAGE_SCANNING -> WeaknessType.CONTAINER_IMAGE;
        };
    }

    /** A report lists what is there; an analyzer may doubt it. */
    static SourceState state(Fields finding) {
        return finding.list("flags").stream().anyMatch(flag -> FALSE_POSITIVE.equals(flag.text("type")))
                ? SourceState.DISMISSED
                : SourceState.OPEN;
    }
}
