package dev.throughline.connector.vex;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.Throughline;
import dev.throughline.connector.cyclonedx.CycloneDxConnector;
import dev.throughline.finding.Finding;
import dev.throughline.model.VexStatement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a bill of materials and a VEX document to a finding with both. */
class VexBesideFindingsTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
    private static final String HEX = "a".repeat(64);

    @TempDir
    private Path folder;

    @Test
    void aFindingShowsWhatTheVendorSaysAndStaysOpen() throws IOException {
        Path bom = Files.writeString(folder.resolve("bom.json"), """
            {"bomFormat": "CycloneDX", "specVersion": "1.5",
             "metadata": {"component": {"type": "container", "version": "sha256:%s"}},
             "components": [{"bom-ref": "1", "purl": "pkg:apk/wolfi/git@2.39.0-r1?arch=x86_64"}],
             "vulnerabilities": [{"id": "CVE-2024-0001", "affects": [{"ref": "1"}], "ratings": [{"severity": "high"}]}]}
            """.formatted(HEX));
        Path vex = Files.writeString(folder.resolve("vex.json"), """
            {"@context": "https://openvex.dev/ns/v0.2.0", "author": "Chainguard", "statements": [
              {"vulnerability": {"name": "GHSA-aaaa-bbbb-cccc", "aliases": ["CVE-2024-0001"]}, "status": "not_affected",
               "justification": "vulnerable_code_not_in_execute_path",
               "products": [{"@id": "pkg:oci/git@sha256%%3A%s", "subcomponents": [{"@id": "pkg:apk/wolfi/git@2.39.0-r1"}]}]}]}
            """.formatted(HEX));
        String said = "not affected (vulnerable_code_not_in_execute_path), says Chainguard, unsigned";

        try (Throughline throughline = Throughline.inMemory().at(CLOCK)) {
            throughline.ingest(CycloneDxConnector.files(bom), VexConnector.files(vex));
            List<Finding> findings = throughline.assess().findings().list();

            assertThat(findings).hasSize(1);
            assertThat(findings.get(0).state()).isEqualTo(Finding.State.OPEN);
            assertThat(findings.get(0).statements())
                    .extracting(VexStatement::text)
                    .containsExactly(said);
        }
    }
}
