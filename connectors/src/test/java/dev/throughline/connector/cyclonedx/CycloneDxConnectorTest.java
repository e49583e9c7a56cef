package dev.throughline.connector.cyclonedx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.throughline.connector.ConnectorContract;
import dev.throughline.connector.support.Collected;
import dev.throughline.connector.support.Written;
import dev.throughline.fact.SourceException;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.ContainerImage;
import dev.throughline.model.RelationType;
import dev.throughline.model.Sbom;
import dev.throughline.model.Severity;
import dev.throughline.model.SoftwarePackage;
import dev.throughline.model.SourceState;
import dev.throughline.model.VexStatement;
import dev.throughline.model.VexStatus;
import dev.throughline.model.Vulnerability;
import dev.throughline.model.Weakness;
import dev.throughline.model.WeaknessType;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CycloneDxConnectorTest extends ConnectorContract {
    static final String DIGEST = "sha256:" + "a".repeat(64);
    private static final String CONFIG = "sha256:" + "b".repeat(64);
    private static final String IMAGE = "image:" + DIGEST;
    static final String SPRING = "pkg:maven/org.springframework/spring-webmvc@6.1.13";
    static final String CORE = "pkg:maven/org.springframework/spring-core@6.1.13";
    static final String SHOP = """
        {
          "bomFormat": "CycloneDX", "specVersion": "1.6", "serialNumber": "urn:uuid:1-2-3", "version": 4,
          "metadata": {
            "timestamp": "2026-11-18T05:11:09Z",
            "authors": [{"name": "%s"}],
            "supplier": {"name": "Acme"},
            "component": {"bom-ref": "root", "type": "container", "name": "shop", "purl": "pkg:oci/shop@%s?repository_url=ghcr.io/acme/shop&tag=1.4"}
          },
          "dependencies": [
            {"ref": "webmvc", "dependsOn": ["core", "nowhere"]},
            {"ref": "nowhere", "dependsOn": ["core"]},
            {"ref": "core"}
          ],
          "vulnerabilities": [{
            "id": "GHSA-g5vr-rgqm-vf78",
            "source": {"name": "GHSA"},
            "references": [{"id": "CVE-2024-38819"}],
            "ratings": [
              {"source": {"name": "nvd"}, "score": 5.9, "severity": "medium", "method": "CVSSv31", "vector": "CVSS:3.1/AV:N/AC:H/PR:N/UI:N/S:U/C:H/I:N/A:N"},
              {"source": {"name": "ghsa"}, "score": 7.5, "severity": "high", "method": "CVSSv31", "vector": "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N"}
            ],
            "cwes": [22],
            "description": "Path traversal in functional web frameworks",
            "analysis": {"state": "not_affected", "justification": "code_not_reachable", "detail": "no such route"},
            "affects": [{"ref": "webmvc"}]
          }],
          "components": [
            {"bom-ref": "webmvc", "type": "library", "name": "spring-webmvc", "purl": "%s",
             "components": [{"bom-ref": "core", "type": "library", "name": "spring-core", "purl": "%s"}]},
            {"bom-ref": "file", "type": "file", "name": "/etc/passwd"}
          ]
        }
        """.formatted(CANARY, DIGEST, SPRING, CORE);

    @TempDir
    private Path folder;

    private final Collected sink = new Collected();

    @Override
    protected CycloneDxConnector connector() {
        return file("shop.cdx.json", SHOP);
    }

    private CycloneDxConnector file(String name, String content) {
        Written.file(folder, name, content);
        return CycloneDxConnector.files(folder).named("shop");
    }

    private void read(CycloneDxConnector connector) {
        connector.list().partitions().get(0).read(sink);
    }

    @Test
    void packagesOfAnImageAreFoundHoweverTheyAreNested() {
        read(connector());

        assertThat(sink.all(ContainerImage.class))
                .extracting(image -> image.key().text())
                .containsExactly(IMAGE);
        assertThat(sink.relations(RelationType.HAS_PACKAGE))
                .containsExactly(IMAGE + " HAS_PACKAGE package:" + CORE, IMAGE + " HAS_PACKAGE package:" + SPRING);
        assertThat(sink.get(SoftwarePackage.class, new AssetKey("package:" + SPRING)))
                .isEqualTo(new SoftwarePackage(
                        new AssetKey("package:" + SPRING), "maven", "org.springframework/spring-webmvc", "6.1.13"));
        assertThat(sink.relations(RelationType.HOLDS))
                .containsExactly("registryrepository:ghcr.io/acme/shop HOLDS " + IMAGE);
        assertThat(sink.relations(RelationType.TAGGED))
                .containsExactly("imagetag:ghcr.io/acme/shop:1.4 TAGGED " + IMAGE);
    }

    @Test
    void dependenciesOnWhatNothingIsArePassedOver() {
        read(connector());

        assertThat(sink.relations(RelationType.DEPENDS_ON))
                .containsExactly("package:" + SPRING + " DEPENDS_ON package:" + CORE);
        assertThat(sink.rejections()).isEmpty();
    }

    @Test
    void theDocumentDescribesItsSubject() {
        read(connector());

        Sbom sbom = sink.all(Sbom.class).get(0);
        assertThat(sbom.format()).isEqualTo("CycloneDX 1.6");
        assertThat(sbom.createdAt()).isEqualTo("2026-11-18T05:11:09Z");
        assertThat(sink.relations(RelationType.DESCRIBED_BY)).containsExactly(IMAGE + " DESCRIBED_BY " + sbom.key());
    }

    @Test
    void aVulnerabilityIsOneOfThePackagesItAffects() {
        read(connector());

        assertThat(sink.all(Vulnerability.class))
                .containsExactly(new Vulnerability(
                        AssetKey.vulnerability("CVE-2024-38819"),
                        "Path traversal in functional web frameworks",
                        Severity.HIGH,
                        7.5,
                        "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N",
                        null,
                        null,
                        List.of("CWE-22"),
                        List.of("GHSA-g5vr-rgqm-vf78"),
                        7.5,
                        null,
                        null));
        Weakness weakness = sink.all(Weakness.class).get(0);
        assertThat(weakness.title()).isEqualTo("GHSA-g5vr-rgqm-vf78 in org.springframework/spring-webmvc 6.1.13");
        assertThat(weakness.type()).isEqualTo(WeaknessType.CONTAINER_IMAGE);
        assertThat(weakness.packageName()).isEqualTo(SPRING);
        assertThat(sink.relations(RelationType.AFFECTS)).containsExactly(weakness.key() + " AFFECTS " + IMAGE);
        assertThat(sink.relations(RelationType.INSTANCE_OF))
                .containsExactly(weakness.key() + " INSTANCE_OF vulnerability:CVE-2024-38819");
    }

    @Test
    void anAnalysisIsAStatementBesideTheWeaknessAndMendsNothing() {
        read(connector());

        assertThat(sink.all(Weakness.class).get(0).state()).isEqualTo(SourceState.DISMISSED);
        VexStatement said = sink.all(VexStatement.class).get(0);
        assertThat(said.status()).isEqualTo(VexStatus.NOT_AFFECTED);
        assertThat(said.text()).isEqualTo("not affected (code_not_reachable), says Acme, unsigned");
        assertThat(said.impact()).isEqualTo("no such route");
        assertThat(said.document()).isEqualTo("urn:uuid:1-2-3/4");
        assertThat(said.statedAt()).isEqualTo(Instant.parse("2026-11-18T05:11:09Z"));
        assertThat(sink.relations(RelationType.SPEAKS_OF))
                .containsExactly(said.key() + " SPEAKS_OF vulnerability:CVE-2024-38819");
        assertThat(sink.relations(RelationType.APPLIES_TO)).containsExactly(said.key() + " APPLIES_TO " + IMAGE);
        assertThat(sink.relations(RelationType.COVERS)).containsExactly(said.key() + " COVERS package:" + SPRING);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"version\": \"%1$s\"",
                "\"name\": \"ghcr.io/acme/shop@%1$s\"",
                "\"purl\": \"pkg:docker/acme/shop@%1$s\"",
                "\"properties\": [{\"name\": \"aquasecurity:trivy:RepoDigest\", \"value\":"
                        + " \"ghcr.io/acme/shop@%1$s\"}]",
            })
    void anImageIsKnownByAnyOfItsDigests(String member) {
        read(file("bom.json", bom("\"type\": \"container\", " + member.formatted(DIGEST), "")));

        assertThat(sink.all(ContainerImage.class))
                .extracting(image -> image.key().text())
                .containsExactly(IMAGE);
    }

    @Test
    void anImageNobodyPushedIsKnownByItsConfiguration() {
        read(file("bom.json", bom("""
            "type": "container", "name": "images/shop.tar.gz",
            "properties": [{"name": "aquasecurity:trivy:ImageID", "value": "%s"}]
            """.formatted(CONFIG), "")));

        assertThat(sink.all(ContainerImage.class))
                .extracting(ContainerImage::configDigest)
                .containsExactly(CONFIG);
        assertThat(sink.relations(RelationType.TAGGED))
                .as("the name of an archive is no tag")
                .isEmpty();
    }

    @Test
    void aContainerWithoutADigestIsRefused() {
        CycloneDxConnector connector =
                file("bom.json", bom("\"type\": \"container\", \"name\": \"ghcr.io/acme/shop:1\"", ""));

        assertThatThrownBy(() -> read(connector.repository("github.com/acme/shop")))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("bom.json /metadata/component: a container without a digest");
    }

    @Test
    void aRepositoryIsKnownByItsVersionControl() {
        read(file("bom.json", bom("""
            "bom-ref": "app", "type": "application", "name": "shop", "purl": "pkg:maven/com.acme/shop@1",
            "externalReferences": [{"type": "website", "url": "https://acme.example"},
                                   {"type": "vcs", "url": "scm:git:https://github.com/Acme/Shop.git"}]
            """, "{\"bom-ref\": \"core\", \"purl\": \"%s\"}".formatted(CORE))));

        assertThat(sink.relations(RelationType.HAS_PACKAGE))
                .containsExactly(
                        "repository:github.com/acme/shop HAS_PACKAGE package:pkg:maven/com.acme/shop@1",
                        "repository:github.com/acme/shop HAS_PACKAGE package:" + CORE);
        assertThat(sink.relations(RelationType.DESCRIBED_BY)).hasSize(1);
    }

    @Test
    void whatTheUserSaysOfTheRepositoryCountsFirst() {
        CycloneDxConnector connector =
                file("bom.json", bom("\"type\": \"application\"", "{\"purl\": \"%s\"}".formatted(CORE)));

        assertThatThrownBy(() -> read(connector))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("name the repository with CycloneDxConnector.repository");
        read(connector.repository("https://github.com/acme/other"));
        assertThat(sink.relations(RelationType.HAS_PACKAGE))
                .containsExactly("repository:github.com/acme/other HAS_PACKAGE package:" + CORE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pkg:golang/@?x=y",
                "pkg:maven/@1.3.4",
                "spring",
                "pkg:npm/%zz@1",
                "pkg:",
                "pkg:npm/a?%=&",
                "a:b:c"
            })
    void aDirtyPackageUrlIsRejectedAndTheOthersAreRead(String purl) {
        read(file("bom.json", bom("\"type\": \"application\"", """
            {"purl": "%s", "components": [{"purl": "%s"}]}, {"purl": "%s"}
            """.formatted(purl, SPRING, CORE)))
                .repository("github.com/acme/shop"));

        assertThat(sink.rejections()).hasSize(1);
        assertThat(sink.rejections().get(0).toString()).startsWith("bom.json /components/0/purl: ");
        assertThat(sink.all(SoftwarePackage.class)).hasSize(2);
    }

    @Test
    void vulnerabilitiesOfOtherFilesLeadToStatementsOnly() {
        read(file("bom.json", """
            {"bomFormat": "CycloneDX", "specVersion": "1.5", "serialNumber": "urn:uuid:9", "version": 1,
             "components": [{"bom-ref": "%1$s", "purl": "%1$s"}],
             "vulnerabilities": [
               {"id": "CVE-2024-1", "analysis": {"state": "in_triage"}, "affects": [{"ref": "urn:cdx:8/1#%1$s"}]},
               {"id": "CVE-2024-2", "affects": [{"ref": "urn:cdx:9/1#%1$s"}]},
               {"id": "CVE-2024-3", "affects": [{"ref": "%1$s", "versions": [{"version": "6", "status": "unaffected"}]}]},
               {"id": "CVE-2024-4", "analysis": {"state": "exploitable"}, "affects": [{"ref": "product-abc"}]}
             ]}
            """.formatted(CORE)).repository("github.com/acme/shop"));

        assertThat(sink.all(Weakness.class))
                .extracting(Weakness::title)
                .hasSize(1)
                .allMatch(t -> t.startsWith("CVE-2024-2"));
        assertThat(sink.all(VexStatement.class))
                .extracting(VexStatement::status)
                .containsExactly(VexStatus.UNDER_INVESTIGATION);
        assertThat(sink.rejections().toString()).contains("/vulnerabilities/3/affects");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"bomFormat\": \"SPDX\"} | /bomFormat: not CycloneDX",
                "{\"bomFormat\": \"CycloneDX\", \"specVersion\": \"1.1\"} | /specVersion: version 1.1 is not read",
                "{\"bomFormat\": \"CycloneDX\", \"specVersion\": \"1.5\", \"components\": {}} | expected an array",
                "<bom xmlns='http://example.com'/> | /bomFormat: not CycloneDX",
                "<bom xmlns='http://cyclonedx.org/schema/bom/1.0'/> | version 1.0 is not read",
                "<bom xmlns='http://cyclonedx.org/schema/bom/1.4'><components></bom> | 1:64: not XML",
                "<bom xmlns='http://cyclonedx.org/schema/bom/1.4'><components><component><purl>a</purl><purl>b</purl></component></components></bom>"
                        + " | an element stands twice",
            })
    void whatIsNoBillOfMaterialsIsRefused(String content, String cause) {
        CycloneDxConnector connector = file("bom.json", content).repository("github.com/acme/shop");

        assertThatThrownBy(() -> read(connector))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining(cause);
    }

    @Test
    void aFileThatIsTooLargeIsRefused() {
        assertThatThrownBy(() -> read(connector().maxFileSize(100))).hasMessageContaining("larger than 100 bytes");
    }

    @Test
    void theSbomIsNamedByWhatIsInIt() {
        read(connector());
        read(connector());

        assertThat(sink.all(Sbom.class))
                .extracting(Sbom::key)
                .containsOnly(sink.all(Sbom.class).get(0).key());
        assertThat(sink.all(Sbom.class).get(0).key().prefix()).isEqualTo(AssetKind.SBOM.prefix());
    }

    private static String bom(String component, String components) {
        return """
            {"bomFormat": "CycloneDX", "specVersion": "1.5", "metadata": {"component": {%s}}, "components": [%s]}
            """.formatted(component, components);
    }
}
