package dev.throughline.connector.vex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.throughline.connector.ConnectorContract;
import dev.throughline.connector.support.Collected;
import dev.throughline.connector.support.Written;
import dev.throughline.fact.SourceException;
import dev.throughline.model.RelationType;
import dev.throughline.model.SignatureState;
import dev.throughline.model.VexStatement;
import dev.throughline.model.VexStatus;
import dev.throughline.model.Vulnerability;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class VexConnectorTest extends ConnectorContract {
    private static final String HEX = "a".repeat(64);
    private static final String GIT = "pkg:apk/wolfi/git@2.39.0-r1";
    private static final String SSL = "pkg:apk/wolfi/openssl@3.0.8-r3";
    private static final String OPENVEX = """
        {
          "@context": "https://openvex.dev/ns/v0.2.0", "@id": "https://acme.example/vex/7", "role": "%s",
          "statements": [{
            "vulnerability": {"name": "GHSA-aaaa-bbbb-cccc", "aliases": ["CVE-2024-0001"]},
            "products": [
              {"@id": "pkg:oci/git@sha256%%3A%s?repository_url=cgr.dev/chainguard/git", "subcomponents": [{"@id": "%s"}, {"@id": "%s"}]},
              {"@id": "urn:git", "identifiers": {"purl": "%s"}}
            ],
            "status": "not_affected", "justification": "vulnerable_code_not_in_execute_path",
            "impact_statement": "never called\\nreally"
          }],
          "author": "Chainguard", "timestamp": "2026-01-09T21:23:03.579712389-06:00"
        }
        """.formatted(CANARY, HEX, GIT, SSL, GIT);

    @TempDir
    private Path folder;

    private final Collected sink = new Collected();

    @Override
    protected VexConnector connector() {
        return file(OPENVEX);
    }

    private VexConnector file(String content) {
        Written.file(folder, "vex.json", content);
        return VexConnector.files(folder).named("acme");
    }

    private void read(String content) {
        file(content).list().partitions().get(0).read(sink);
    }

    private List<String> of(RelationType type) {
        return sink.relations(type).stream()
                .map(relation -> relation.substring(relation.indexOf(type.name())))
                .sorted()
                .toList();
    }

    @Test
    void openVexSaysWhoAndWhyOnceForProductsLimitedToTheSamePackages() {
        read(OPENVEX);

        assertThat(sink.all(VexStatement.class)).hasSize(2).allSatisfy(said -> {
            assertThat(said.status()).isEqualTo(VexStatus.NOT_AFFECTED);
            assertThat(said.text())
                    .isEqualTo("not affected (vulnerable_code_not_in_execute_path), says Chainguard, unsigned");
            assertThat(said.impact()).isEqualTo("never called");
            assertThat(said.document()).isEqualTo("https://acme.example/vex/7");
            assertThat(said.statedAt()).isEqualTo(Instant.parse("2026-01-10T03:23:03.579712389Z"));
            assertThat(said.signature()).isEqualTo(SignatureState.ABSENT);
        });
        assertThat(of(RelationType.SPEAKS_OF)).containsOnly("SPEAKS_OF vulnerability:CVE-2024-0001");
        assertThat(of(RelationType.APPLIES_TO))
                .containsExactly("APPLIES_TO image:sha256:" + HEX, "APPLIES_TO package:" + GIT);
        assertThat(of(RelationType.COVERS)).containsExactly("COVERS package:" + GIT, "COVERS package:" + SSL);
        assertThat(sink.all(Vulnerability.class).get(0).aliases()).containsExactly("GHSA-aaaa-bbbb-cccc");
    }

    @Test
    void theFirstOpenVexNamedThingsByStrings() {
        read("""
            {"@context": "https://openvex.dev/ns", "author": "Wolfi", "statements": [
              {"vulnerability": "CVE-2024-0001", "products": ["pkg:github/acme/shop"], "subcomponents": ["%s"],
               "status": "fixed"}]}
            """.formatted(GIT));

        assertThat(of(RelationType.APPLIES_TO)).containsExactly("APPLIES_TO repository:github.com/acme/shop");
        assertThat(of(RelationType.COVERS)).containsExactly("COVERS package:" + GIT);
    }

    @Test
    void anImageWithoutADigestIsEveryImageOfItsRepository() {
        read(product("pkg:oci/trivy?repository_url=ghcr.io/aquasecurity/trivy"));

        assertThat(of(RelationType.APPLIES_TO))
                .containsExactly("APPLIES_TO registryrepository:ghcr.io/aquasecurity/trivy");
    }

    @ParameterizedTest
    @CsvSource({"pkg:oci/trivy", "pkg:docker/acme/shop@1.4", "cpe:/a:acme:shop", "pkg:maven/@1.3.4"})
    void aProductNobodyElseWouldKnowIsRejected(String product) {
        read(product(product));

        assertThat(sink.all(VexStatement.class)).isEmpty();
        assertThat(sink.rejections()).singleElement().asString().startsWith("vex.json /statements/0/products/0/@id: ");
    }

    @Test
    void aPartThatNobodyKnowsDoesNotMakeTheStatementOneOnTheWhole() {
        read("""
            {"@context": "https://openvex.dev/ns/v0.2.0", "statements": [{"vulnerability": {"name": "CVE-2024-0001"},
             "products": [{"@id": "pkg:github/acme/shop", "subcomponents": [{"@id": "openssl"}]}], "status": "fixed"}]}
            """);

        assertThat(sink.all(VexStatement.class)).isEmpty();
        assertThat(sink.rejections()).hasSize(1);
    }

    @Test
    void csafSaysItByTheIdsOfItsProductTree() {
        read("""
            {
              "document": {"category": "csaf_vex", "csaf_version": "2.0", "publisher": {"name": "Acme PSIRT"},
                "tracking": {"id": "ACME-7", "current_release_date": "2026-03-03T11:00:00Z"}},
              "vulnerabilities": [{
                "cve": "CVE-2024-0001",
                "product_status": {"known_not_affected": ["SSL-IN-SHOP", "SSL-IN-BOX"], "fixed": ["SSL-ON-OS"], "recommended": ["SSL"]},
                "flags": [{"label": "component_not_present", "product_ids": ["SSL-IN-SHOP"]}],
                "threats": [{"category": "impact", "details": "removed before shipping"}]
              }],
              "product_tree": {
                "branches": [{"category": "vendor", "branches": [
                  {"product": {"product_id": "SHOP", "product_identification_helper": {"purl": "pkg:golang/acme.example/shop@1.0.0"}}},
                  {"product": {"product_id": "BOX"}},
                  {"product": {"product_id": "OS", "product_identification_helper": {"cpe": "cpe:/o:redhat:rhel:8"}}}]}],
                "full_product_names": [{"product_id": "SSL", "product_identification_helper": {"purl": "%s"}}],
                "relationships": [
                  {"product_reference": "SSL", "relates_to_product_reference": "SHOP", "full_product_name": {"product_id": "SSL-IN-SHOP"}},
                  {"product_reference": "SSL", "relates_to_product_reference": "BOX", "full_product_name": {"product_id": "SSL-IN-BOX"}},
                  {"product_reference": "SSL", "relates_to_product_reference": "OS", "full_product_name": {"product_id": "SSL-ON-OS"}}]
              }
            }
            """.formatted(SSL));

        assertThat(sink.all(VexStatement.class))
                .extracting(VexStatement::text)
                .containsExactlyInAnyOrder(
                        "not affected (component_not_present), says Acme PSIRT, unsigned",
                        "fixed, says Acme PSIRT, unsigned");
        assertThat(sink.all(VexStatement.class)).allSatisfy(said -> {
            assertThat(said.impact()).isEqualTo("removed before shipping");
            assertThat(said.document()).isEqualTo("ACME-7");
        });
        assertThat(of(RelationType.APPLIES_TO))
                .containsExactly("APPLIES_TO package:" + SSL, "APPLIES_TO package:pkg:golang/acme.example/shop@1.0.0");
        assertThat(of(RelationType.COVERS)).containsExactly("COVERS package:" + SSL);
        assertThat(sink.rejections())
                .singleElement()
                .asString()
                .startsWith("vex.json /vulnerabilities/0/product_status/known_not_affected: 1 of 2 products");
    }

    @Test
    void cycloneDxSaysItByAnalyses() {
        read("""
            {"bomFormat": "CycloneDX", "specVersion": "1.5", "version": 1, "vulnerabilities": [
              {"id": "CVE-2024-0001", "analysis": {"state": "not_affected", "justification": "code_not_reachable"},
               "affects": [{"ref": "urn:cdx:3e671687-395b-41f5-a30f-a58921a69b79/1#pkg:npm/%40acme%2Fshop@1"}]},
              {"id": "CVE-2024-0002", "affects": [{"ref": "pkg:npm/b@1"}]}]}
            """);

        assertThat(sink.all(VexStatement.class)).hasSize(1);
        assertThat(of(RelationType.APPLIES_TO)).containsExactly("APPLIES_TO package:pkg:npm/%40acme/shop@1");
    }

    @Test
    void aStatementThatSaysSomethingElseIsAnotherStatement() {
        read(OPENVEX);
        read(OPENVEX.replace("never called", "hardly called"));
        read(OPENVEX);

        assertThat(sink.all(VexStatement.class).stream().map(VexStatement::key).distinct())
                .hasSize(4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | neither OpenVEX nor CSAF nor CycloneDX",
                "{\"@context\": {}} | neither OpenVEX nor CSAF nor CycloneDX",
                "[] | expected an object",
            })
    void whatIsNoVexDocumentIsRefused(String content, String cause) {
        assertThatThrownBy(() -> read(content))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining(cause);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"status\": \"fine\"} | /statements/0/status: 'fine' is not a status",
                "{\"status\": \"fixed\", \"vulnerability\": \"CVE-1\"} | /statements/0/products: it names no product",
                "{\"status\": \"fixed\", \"products\": []} | /statements/0/vulnerability/name: this field is required",
            })
    void aStatementThatCannotBeUsedIsRejected(String statement, String cause) {
        read("{\"@context\": \"https://openvex.dev/ns\", \"statements\": [%s]}".formatted(statement));

        assertThat(sink.rejections().toString()).contains(cause);
    }

    private static String product(String id) {
        return """
            {"@context": "https://openvex.dev/ns/v0.2.0", "statements": [
              {"vulnerability": {"name": "CVE-2024-0001"}, "products": [{"@id": "%s"}], "status": "affected"}]}
            """.formatted(id);
    }
}
