package dev.throughline.connector.spdx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.throughline.connector.ConnectorContract;
import dev.throughline.connector.support.Collected;
import dev.throughline.connector.support.Written;
import dev.throughline.fact.SourceException;
import dev.throughline.model.ContainerImage;
import dev.throughline.model.RelationType;
import dev.throughline.model.Sbom;
import dev.throughline.model.SoftwarePackage;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SpdxConnectorTest extends ConnectorContract {
    private static final String HEX = "a".repeat(64);
    private static final String IMAGE = "image:sha256:" + HEX;
    private static final String MUSL = "pkg:apk/alpine/musl@1.2.5-r0";
    private static final String SSL = "pkg:apk/alpine/libssl3@3.3.0-r2";
    private static final String TWO = """
        {
          "spdxVersion": "SPDX-2.3", "SPDXID": "SPDXRef-DOCUMENT", "name": "shop",
          "creationInfo": {"created": "2026-11-18T05:11:09Z", "creators": ["Person: %s"]},
          "relationships": [
            {"spdxElementId": "SPDXRef-musl", "relationshipType": "DEPENDENCY_OF", "relatedSpdxElement": "SPDXRef-ssl"},
            {"spdxElementId": "SPDXRef-ssl", "relationshipType": "DEPENDS_ON", "relatedSpdxElement": "SPDXRef-gone"},
            {"spdxElementId": "SPDXRef-image", "relationshipType": "CONTAINS", "relatedSpdxElement": "SPDXRef-ssl"},
            {"spdxElementId": "SPDXRef-DOCUMENT", "relationshipType": "DESCRIBES", "relatedSpdxElement": "SPDXRef-image"}
          ],
          "packages": [
            {"SPDXID": "SPDXRef-musl", "name": "musl", "externalRefs": [
              {"referenceCategory": "SECURITY", "referenceType": "cpe23Type", "referenceLocator": "cpe:2.3:a:musl"},
              {"referenceCategory": "PACKAGE-MANAGER", "referenceType": "purl", "referenceLocator": "%s"}]},
            {"SPDXID": "SPDXRef-ssl", "name": "libssl3", "externalRefs": [
              {"referenceCategory": "PACKAGE-MANAGER", "referenceType": "purl", "referenceLocator": "%s"}]},
            {"SPDXID": "SPDXRef-image", "name": "ghcr.io/acme/shop:1.4", "versionInfo": "sha256:%s",
             "primaryPackagePurpose": "CONTAINER", "downloadLocation": "NOASSERTION"}
          ],
          "files": [{"SPDXID": "SPDXRef-file", "fileName": "/etc/passwd"}]
        }
        """.formatted(CANARY, MUSL, SSL, HEX);

    @TempDir
    private Path folder;

    private final Collected sink = new Collected();

    @Override
    protected SpdxConnector connector() {
        return file("shop.spdx.json", TWO);
    }

    private SpdxConnector file(String name, String content) {
        Written.file(folder, name, content);
        return SpdxConnector.files(folder).named("shop");
    }

    private void read(SpdxConnector connector) {
        connector.list().partitions().get(0).read(sink);
    }

    private void isTheImageWithItsPackages(String format) {
        assertThat(sink.relations(RelationType.HAS_PACKAGE))
                .containsExactly(IMAGE + " HAS_PACKAGE package:" + SSL, IMAGE + " HAS_PACKAGE package:" + MUSL);
        assertThat(sink.relations(RelationType.DEPENDS_ON))
                .as("what is not in the document is passed over")
                .containsExactly("package:" + SSL + " DEPENDS_ON package:" + MUSL);
        Sbom sbom = sink.all(Sbom.class).get(0);
        assertThat(sbom.format()).isEqualTo(format);
        assertThat(sbom.createdAt()).isEqualTo("2026-11-18T05:11:09Z");
        assertThat(sink.relations(RelationType.DESCRIBED_BY)).containsExactly(IMAGE + " DESCRIBED_BY " + sbom.key());
        assertThat(sink.rejections()).isEmpty();
    }

    @Test
    void readsJson() {
        read(connector());

        isTheImageWithItsPackages("SPDX 2.3");
        assertThat(sink.relations(RelationType.TAGGED))
                .containsExactly("imagetag:ghcr.io/acme/shop:1.4 TAGGED " + IMAGE);
    }

    @Test
    void readsTagValueAndIsNotFooledByLinesOfAText() {
        read(file("shop.spdx", """
            SPDXVersion: SPDX-2.2
            SPDXID: SPDXRef-DOCUMENT
            Created: 2026-11-18T05:11:09Z
            ##### Package: musl
            PackageName: musl
            SPDXID: SPDXRef-musl
            PackageComment: <text>several lines
            PackageName: forged
            ExternalRef: PACKAGE-MANAGER purl pkg:npm/forged@1
            </text>
            ExternalRef: PACKAGE-MANAGER purl %s
            FileName: ./a
            SPDXID: SPDXRef-file
            PackageName: libssl3
            SPDXID: SPDXRef-ssl
            ExternalRef: PACKAGE_MANAGER purl %s
            PackageName: sha256:%s
            SPDXID: SPDXRef-image
            PackageChecksum: SHA256: %s
            Relationship: SPDXRef-DOCUMENT DESCRIBES SPDXRef-image
            Relationship: SPDXRef-musl RUNTIME_DEPENDENCY_OF SPDXRef-ssl
            Relationship: SPDXRef-ssl DEPENDS_ON NOASSERTION
            """.formatted(MUSL, SSL, HEX, HEX)));

        isTheImageWithItsPackages("SPDX 2.2");
    }

    @Test
    void readsJsonLd() {
        read(file("shop.spdx3.json", """
            {"@context": "https://spdx.org/rdf/3.0.1/spdx-context.jsonld", "@graph": [
              {"type": "software_Package", "spdxId": "urn:musl", "name": "musl", "software_packageUrl": "%1$s",
               "externalIdentifier": [{"externalIdentifierType": "packageUrl", "identifier": "%1$s"}]},
              {"type": "software_Package", "spdxId": "urn:ssl", "name": "libssl3",
               "externalIdentifier": [{"externalIdentifierType": "packageUrl", "identifier": "%2$s"}]},
              {"type": "software_Package", "spdxId": "urn:image", "name": "shop", "software_primaryPurpose": "container",
               "verifiedUsing": [{"type": "Hash", "algorithm": "sha256", "hashValue": "%3$s"}]},
              {"type": "LifecycleScopedRelationship", "spdxId": "urn:r", "from": "urn:ssl", "to": ["urn:musl", "urn:gone"],
               "relationshipType": "dependsOn", "scope": "runtime"},
              {"type": "CreationInfo", "@id": "_:c", "specVersion": "3.0.1", "created": "2026-11-18T05:11:09Z"},
              {"type": "SpdxDocument", "spdxId": "urn:d", "rootElement": ["urn:sbom"]},
              {"type": "software_Sbom", "spdxId": "urn:sbom", "rootElement": ["urn:image"]},
              {"type": "software_File", "spdxId": "urn:f"}
            ]}
            """.formatted(MUSL, SSL, HEX)));

        isTheImageWithItsPackages("SPDX 3.0.1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"externalRefs\": [{\"referenceType\": \"purl\", \"referenceLocator\":"
                        + " \"pkg:oci/shop@sha256:%s?arch=arm64\"}]",
                "\"primaryPackagePurpose\": \"CONTAINER\", \"annotations\": [{\"comment\": \"RepoDigest:"
                        + " ghcr.io/acme/shop@sha256:%s\"}]",
                "\"primaryPackagePurpose\": \"CONTAINER\", \"attributionTexts\": [\"ImageID: sha256:%s\"]",
                "\"primaryPackagePurpose\": \"CONTAINER\", \"checksums\": [{\"algorithm\": \"SHA256\","
                        + " \"checksumValue\": \"%s\"}]",
            })
    void anImageIsKnownByAnyOfItsDigests(String member) {
        read(file("a.json", described(member.formatted(HEX))));

        assertThat(sink.all(ContainerImage.class))
                .extracting(image -> image.key().text())
                .containsExactly(IMAGE);
    }

    @Test
    void aRepositoryIsKnownByWhereItWasDownloadedFrom() {
        read(file("a.json", described("\"downloadLocation\": \"git+https://github.com/Acme/Shop.git@abc\"")));

        assertThat(sink.relations(RelationType.DESCRIBED_BY))
                .isNotEmpty()
                .allMatch(relation -> relation.startsWith("repository:github.com/acme/shop "));
    }

    @Test
    void aContainerWithoutADigestIsRefused() {
        SpdxConnector connector = file("a.json", described("\"primaryPackagePurpose\": \"CONTAINER\""));

        assertThatThrownBy(() -> read(connector.repository("github.com/acme/shop")))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("a container without a digest");
    }

    @Test
    void aDirtyPackageUrlIsRejectedAndTheOthersAreRead() {
        read(file("a.json", described("""
            "externalRefs": [{"referenceType": "purl", "referenceLocator": "pkg:golang/@(devel)"},
                             {"referenceType": "purl", "referenceLocator": "%s"}]
            """.formatted(MUSL))).repository("github.com/acme/shop"));

        assertThat(sink.all(SoftwarePackage.class)).hasSize(1);
        assertThat(sink.rejections())
                .singleElement()
                .asString()
                .startsWith("a.json /packages/0/externalRefs/0/referenceLocator: ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | /spdxVersion: missing",
                "{\"spdxVersion\": \"SPDX-2.0\"} | SPDX-2.0 is not read",
                "{\"@context\": \"x\", \"@graph\": []} | no version",
                "{\"spdxVersion\": \"SPDX-2.3\", \"packages\": 1} | /packages: expected an array",
                "<rdf:RDF/> | RDF/XML is not read",
                "hello | /spdxVersion: missing",
                "SPDXVersion: SPDX-2.3 | name the repository with SpdxConnector.repository",
            })
    void whatIsNoDocumentIsRefused(String content, String cause) {
        SpdxConnector connector = file("a.json", content);

        assertThatThrownBy(() -> read(connector))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining(cause);
    }

    @Test
    void aFileThatIsTooLargeIsRefused() {
        assertThatThrownBy(() -> read(connector().maxFileSize(100))).hasMessageContaining("larger than 100 bytes");
    }

    private static String described(String members) {
        return """
            {"spdxVersion": "SPDX-2.3", "documentDescribes": ["SPDXRef-root"],
             "packages": [{"SPDXID": "SPDXRef-root", "name": "shop", %s}]}
            """.formatted(members);
    }
}
