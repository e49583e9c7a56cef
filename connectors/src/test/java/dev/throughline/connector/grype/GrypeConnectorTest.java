package dev.throughline.connector.grype;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.throughline.connector.ConnectorContract;
import dev.throughline.connector.support.Collected;
import dev.throughline.connector.support.Written;
import dev.throughline.fact.Connector;
import dev.throughline.fact.SourceException;
import dev.throughline.model.AssetKey;
import dev.throughline.model.ContainerImage;
import dev.throughline.model.RelationType;
import dev.throughline.model.Severity;
import dev.throughline.model.SoftwarePackage;
import dev.throughline.model.SourceState;
import dev.throughline.model.Vulnerability;
import dev.throughline.model.Weakness;
import dev.throughline.model.WeaknessType;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GrypeConnectorTest extends ConnectorContract {
    private static final String REGISTRY = "sha256:" + "a".repeat(64);
    private static final String MANIFEST = "sha256:" + "b".repeat(64);
    private static final String CONFIG = "sha256:" + "c".repeat(64);
    private static final String NET = """
        {"vulnerability": {
           "id": "GHSA-4374-p667-p6c8", "severity": "High", "description": "HTTP/2 rapid reset\\nMore of it.",
           "cvss": [{"type": "Secondary", "version": "3.1", "vector": "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H",
                     "metrics": {"baseScore": 7.4}}],
           "epss": [{"cve": "CVE-2023-39325", "epss": 0.163, "percentile": 0.97, "date": "2026-11-20"}],
           "cwes": [{"cve": "CVE-2023-39325", "cwe": "CWE-770", "type": "Primary"}],
           "knownExploited": [{"cve": "CVE-2023-39325", "dateAdded": "2023-10-10",
                               "knownRansomwareCampaignUse": "Unknown"}],
           "fix": {"versions": ["0.17.0"], "state": "fixed"}},
         "relatedVulnerabilities": [{"id": "CVE-2023-39325", "cvss": []}],
         "artifact": {"name": "golang.org/x/net", "version": "v0.9.0", "type": "go-module",
                      "locations": [{"path": "/app/shop"}, {"path": "/app/tool"}],
                      "purl": "pkg:golang/golang.org/x/net@v0.9.0"}}\
        """;

    @TempDir
    private Path folder;

    private final Collected sink = new Collected();

    @Override
    protected Connector connector() {
        return connector(image(
                "\"repoDigests\": [\"ghcr.io/acme/shop@" + REGISTRY + "\"], \"config\": \"" + CANARY + "\"", NET));
    }

    @Test
    void describesTheImageUnderTheDigestThatRegistriesHoldItBy() {
        read(image("""
            "imageID": "%s", "manifestDigest": "%s", "tags": ["ghcr.io/acme/shop:1"], "repoDigests": ["ghcr.io/acme/shop@%s"],
            "architecture": "arm64", "os": "linux", "labels": {"org.opencontainers.image.base.name": "alpine:3"}
            """.formatted(CONFIG, MANIFEST, REGISTRY)));

        assertThat(sink.all(ContainerImage.class))
                .containsExactly(new ContainerImage(
                        new AssetKey("image:" + REGISTRY),
                        CONFIG,
                        "arm64",
                        "linux",
                        "alpine:3",
                        null,
                        List.of("org.opencontainers.image.base.name=alpine:3"),
                        null,
                        null));
        assertThat(sink.relations(RelationType.HOLDS))
                .containsExactly("registryrepository:ghcr.io/acme/shop HOLDS image:" + REGISTRY);
        assertThat(sink.relations(RelationType.TAGGED))
                .containsExactly("imagetag:ghcr.io/acme/shop:1 TAGGED image:" + REGISTRY);
    }

    @Test
    void namesAnImageNobodyPushedByItsManifestElseByItsConfiguration() {
        read(image("\"imageID\": \"%s\", \"manifestDigest\": \"%s\", \"repoDigests\": []".formatted(CONFIG, MANIFEST)));
        read(image("\"imageID\": \"%s\"".formatted(CONFIG)));

        assertThat(sink.all(ContainerImage.class))
                .extracting(image -> image.key().value(), ContainerImage::configDigest)
                .containsExactly(tuple(MANIFEST, CONFIG), tuple(CONFIG, null));
    }

    @Test
    void rejectsReferencesThatAreNoneAndKeepsTheImage() {
        read(image("""
            "imageID": "sha256:1", "manifestDigest": "%s", "tags": ["NO TAG"], "repoDigests": ["REDACTED", "a/b:1"]
            """.formatted(MANIFEST)));

        assertThat(sink.all(ContainerImage.class)).hasSize(1);
        assertThat(sink.rejections().stream().map(Object::toString))
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("report.json /source/target/imageID: "),
                        second -> assertThat(second).startsWith("report.json /source/target/repoDigests/0: "),
                        third -> assertThat(third).startsWith("report.json /source/target/repoDigests/1: "),
                        fourth -> assertThat(fourth).startsWith("report.json /source/target/tags/0: "));
    }

    @Test
    void readsAMatchUnderItsCveWithAllThatIsKnownOfIt() {
        read(image("\"manifestDigest\": \"%s\"".formatted(MANIFEST), NET));

        assertThat(sink.all(Vulnerability.class))
                .containsExactly(new Vulnerability(
                        AssetKey.vulnerability("CVE-2023-39325"),
                        "HTTP/2 rapid reset",
                        Severity.HIGH,
                        7.5,
                        "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H",
                        0.163,
                        true,
                        List.of("CWE-770"),
                        List.of("GHSA-4374-p667-p6c8"),
                        7.4,
                        Instant.parse("2023-10-10T00:00:00Z"),
                        null));
        assertThat(sink.all(SoftwarePackage.class))
                .containsExactly(new SoftwarePackage(
                        new AssetKey("package:pkg:golang/golang.org/x/net@v0.9.0"),
                        "golang",
                        "golang.org/x/net",
                        "v0.9.0"));
        Weakness weakness = onlyWeakness();
        assertThat(weakness)
                .isEqualTo(new Weakness(
                        weakness.key(),
                        "CVE-2023-39325 in golang.org/x/net v0.9.0",
                        WeaknessType.CONTAINER_IMAGE,
                        Severity.HIGH,
                        "Grype",
                        "app/shop",
                        null,
                        "0.17.0",
                        "pkg:golang/golang.org/x/net@v0.9.0",
                        SourceState.OPEN,
                        null));
        assertThat(sink.relations(RelationType.AFFECTS)).containsExactly(weakness.key() + " AFFECTS image:" + MANIFEST);
        assertThat(sink.relations(RelationType.INSTANCE_OF))
                .containsExactly(weakness.key() + " INSTANCE_OF vulnerability:CVE-2023-39325");
    }

    @Test
    void keepsTheIdOfAnAdvisoryThatMendsSeveralCves() {
        read(image("\"manifestDigest\": \"%s\"".formatted(MANIFEST), """
            {"vulnerability": {"id": "ELSA-2023-1"},
             "relatedVulnerabilities": [{"id": "CVE-2023-2"}, {"id": "CVE-2023-1"}],
             "artifact": {"name": "curl", "type": "rpm", "locations": [{"path": "/var/lib/rpm/Packages"}]}}
            """));

        assertThat(sink.all(Vulnerability.class))
                .extracting(vulnerability -> vulnerability.key().value(), Vulnerability::aliases)
                .containsExactly(tuple("ELSA-2023-1", List.of("CVE-2023-1", "CVE-2023-2")));
        assertThat(onlyWeakness().packageName()).isEqualTo("curl");
        assertThat(onlyWeakness().path())
                .as("the database of packages is no place")
                .isNull();
        assertThat(onlyWeakness().severity()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'version': '2.0', 'metrics': {'baseScore': 5}}|",
                "{'version': '3.0', 'metrics': {'baseScore': 5}}, {'version': '4.0', 'metrics': {'baseScore': 6}}|6.0",
                "{'type': 'Secondary', 'version': '3.1', 'metrics': {'baseScore': 5}},"
                        + " {'type': 'Primary', 'version': '3.0', 'metrics': {'baseScore': 7}}|7.0"
            })
    void believesTheNewestCvssOfTheFirstPublisher(String ratings, Double score) {
        read(image("\"manifestDigest\": \"%s\"".formatted(MANIFEST), """
            {"vulnerability": {"id": "CVE-1", "cvss": [%s]}, "artifact": {"name": "a"}}
            """.formatted(ratings.replace('\'', '"'))));

        assertThat(sink.all(Vulnerability.class))
                .extracting(Vulnerability::cvssScore)
                .containsExactly(score);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'vulnerability': 'CVE-1', 'reason': 'accepted'}|DISMISSED",
                "{'vex-status': 'not_affected'}|DISMISSED",
                "{'vex-status': 'fixed'}|FIXED",
                "{'reason': 'DistroPackageFixed'}|FIXED"
            })
    void anIgnoredMatchIsAWeaknessWhoseStateSaysSo(String rule, SourceState state) {
        read("""
            {"matches": [], "ignoredMatches": [
              {"appliedIgnoreRules": [%s], "vulnerability": {"id": "CVE-1"}, "artifact": {"name": "a"}}],
             "source": {"type": "image", "target": {"manifestDigest": "%s"}}}
            """.formatted(rule.replace('\'', '"'), MANIFEST));

        assertThat(onlyWeakness().state()).isEqualTo(state);
    }

    @Test
    void laysMatchesInADirectoryOnTheRepositoryFileByFile() {
        read("""
            {"matches": [{"vulnerability": {"id": "CVE-1"}, "artifact": {"name": "a", "version": "1", "purl": "pkg:npm/a@1",
               "locations": [{"path": "/home/me/shop/web/yarn.lock"}, {"path": "./api/yarn.lock"}, {"path": "api/yarn.lock"}]}}],
             "source": {"type": "directory", "target": "/home/me/shop"}}
            """, connector -> connector.repository("https://github.com/Acme/Shop.git"));

        assertThat(sink.all(Weakness.class)).extracting(Weakness::type).containsOnly(WeaknessType.DEPENDENCY);
        assertThat(sink.all(Weakness.class))
                .extracting(Weakness::path)
                .containsExactly("web/yarn.lock", "api/yarn.lock");
        assertThat(sink.all(Weakness.class)).extracting(Weakness::key).doesNotHaveDuplicates();
        assertThat(sink.relations(RelationType.HAS_PACKAGE))
                .containsExactly(
                        "repository:github.com/acme/shop HAS_PACKAGE package:pkg:npm/a@1 {path=api/yarn.lock}",
                        "repository:github.com/acme/shop HAS_PACKAGE package:pkg:npm/a@1 {path=web/yarn.lock}");
    }

    @Test
    void rejectsABadMatchAndKeepsTheOthers() {
        read(image(
                "\"manifestDigest\": \"%s\"".formatted(MANIFEST),
                "7",
                "{\"vulnerability\": {\"severity\": \"High\"}, \"artifact\": {}}",
                NET.replace("0.163", "163"),
                NET));

        assertThat(sink.all(Weakness.class)).hasSize(1);
        assertThat(sink.rejections().stream().map(Object::toString))
                .containsExactly(
                        "report.json /matches/0: expected an object, found number",
                        "report.json /matches/1/vulnerability/id: this field is required and has no value",
                        "report.json /matches/2/vulnerability/epss/0/epss: expected a number from 0 to 1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|report.json /matches: this list is not there",
                "[]|report.json: expected an object",
                "{'matches': []}|report.json /source: not an image, and the repository is unknown",
                "{'matches': [], 'source': {'type': 'image', 'target': {}}}"
                        + "|report.json /source/target: neither repoDigests, manifestDigest nor imageID has a digest",
                "{|report.json 1:"
            })
    void refusesWhatItCannotRead(String document, String message) {
        assertThatThrownBy(() -> read(document.replace('\'', '"')))
                .isInstanceOf(SourceException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void namesTheScopeByTheFolderUnlessTold() {
        assertThat(GrypeConnector.files(Path.of("out/scans")).scope()).hasToString("grype:scans");
        assertThat(GrypeConnector.files(Path.of("out/scans")).named("nightly").scope())
                .hasToString("grype:nightly");
    }

    private Weakness onlyWeakness() {
        assertThat(sink.all(Weakness.class)).hasSize(1);
        return sink.all(Weakness.class).get(0);
    }

    private void read(String report) {
        read(report, connector -> connector);
    }

    private void read(String report, UnaryOperator<GrypeConnector> options) {
        options.apply(connector(report)).list().partitions().get(0).read(sink);
    }

    private GrypeConnector connector(String report) {
        Written.file(folder, "report.json", report);
        return GrypeConnector.files(folder).named("test");
    }

    private static String image(String target, String... matches) {
        return "{\"matches\": [" + String.join(", ", matches) + "], \"source\": {\"type\": \"image\", \"target\": {"
                + target + "}}}";
    }
}
