package dev.throughline.connector.defender;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.connector.ConnectorContract;
import dev.throughline.connector.azure.AzureConnector;
import dev.throughline.connector.support.Collected;
import dev.throughline.fact.Completeness;
import dev.throughline.model.AssetKey;
import dev.throughline.model.ContainerImage;
import dev.throughline.model.RelationType;
import dev.throughline.model.Rule;
import dev.throughline.model.Severity;
import dev.throughline.model.SourceState;
import dev.throughline.model.VirtualMachine;
import dev.throughline.model.Vulnerability;
import dev.throughline.model.Weakness;
import dev.throughline.model.WeaknessType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DefenderConnectorTest extends ConnectorContract {
    private static final String GROUP = "/subscriptions/S1/resourceGroups/Shop/providers/";
    private static final String MACHINE = GROUP + "Microsoft.Compute/virtualMachines/Api";
    private static final String CONNECTOR = GROUP + "Microsoft.Security/securityConnectors/c/devops/default/";
    private static final String DIGEST = "sha256:" + "ab".repeat(32);
    private static final String VECTOR = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H";

    @TempDir
    private Path folder;

    @Override
    protected DefenderConnector connector() {
        write(
                "assessments.json",
                "{\"count\": 3, \"data\": [%s, %s, %s]}"
                        .formatted(assessment(MACHINE, "Unhealthy", null), image("Unhealthy", null), secret()));
        write("recommendations.csv", csv("Unhealthy", ""));
        return DefenderConnector.files(folder).named("acme");
    }

    private static String assessment(String resource, String code, String cause) {
        return """
            {"id": "%1$s/providers/Microsoft.Security/assessments/A-1", "name": "A-1", "type": "microsoft.security/assessments",
             "properties": {"displayName": "Disks should be encrypted", "resourceDetails": {"Source": "Azure", "Id": "%1$s"},
              "status": {"code": "%2$s", "cause": "%3$s", "description": "%4$s"}, "metadata": {"severity": "High"},
              "links": {"azurePortal": "portal.azure.com/#blade/1"}}}
            """.formatted(resource, code, cause == null ? "" : cause, CANARY);
    }

    private static String image(String code, String cause) {
        return """
            {"id": "%1$sMicrosoft.ContainerRegistry/registries/acme/providers/Microsoft.Security/assessments/\
            c0b7cfc6/subassessments/9", "name": "9", "type": "microsoft.security/assessments/subassessments",
             "properties": {"id": "CVE-2024-0001", "displayName": "CVE-2024-0001", "timeGenerated": "2026-01-02T03:04:05.1234567Z",
              "status": {"code": "%2$s", "cause": "%3$s", "severity": "High"},
              "resourceDetails": {"id": "/repositories/shop/images/%4$s", "source": "Azure"},
              "additionalData": {"assessedResourceType": "AzureContainerRegistryVulnerability",
               "artifactDetails": {"registryHost": "acme.azurecr.io", "repositoryName": "shop", "digest": "%4$s", "tags": ["1.2"]},
               "softwareDetails": {"packageName": "openssl", "version": "1.1.1", "fixedVersion": "1.1.1w"},
               "vulnerabilityDetails": {"cveId": "CVE-2024-0001", "severity": "Critical", "weaknesses": {"cwe": [{"id": "CWE-79"}]},
                "cvss": {"2.0": null, "3.0": {"base": 9.8, "cvssVectorString": "%5$s"}}}}}}
            """.formatted(GROUP, code, cause == null ? "" : cause, DIGEST, VECTOR);
    }

    private static String secret() {
        return """
            {"id": "%1$sgitHubOwners/Acme/repos/Shop/providers/Microsoft.Security/assessments/b6/subAssessments/7", "name": "7",
             "properties": {"id": "azure-storage-key", "displayName": "Storage account key", "category": "Secret",
              "description": "%2$s", "remediation": "%2$s", "status": {"code": "Unhealthy", "severity": "High"},
              "resourceDetails": {"source": "Azure", "id": "%1$sgitHubOwners/Acme/repos/Shop"},
              "additionalData": {"assessedResourceType": "CodeRepository", "snippet": "%2$s"}}}
            """.formatted(CONNECTOR, CANARY);
    }

    private static String csv(String state, String reason) {
        return "\uFEFF" + """
            "resourceId","recommendationId","recommendationDisplayName","description","severity","state","notApplicableReason"
            "%1$s","%1$s/providers/Microsoft.Security/assessments/a-1","Disks should be encrypted","%2$s","High","%3$s","%4$s"
            """.formatted(MACHINE.toUpperCase(Locale.ROOT), CANARY, state, reason);
    }

    private Path write(String name, String content) {
        try {
            return Files.writeString(folder.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Collected read(String name, String content) {
        Collected sink = new Collected();
        DefenderConnector.files(write(name, content)).list().partitions().get(0).read(sink);
        return sink;
    }

    private Collected json(String record) {
        return read("one.json", "[" + record + "]");
    }

    private static Weakness only(Collected sink) {
        assertThat(sink.rejections()).isEmpty();
        assertThat(sink.all(Weakness.class)).hasSize(1);
        return sink.all(Weakness.class).get(0);
    }

    @Test
    void anUnhealthyResourceHasAWeakness() {
        Collected sink = json(assessment(MACHINE, "Unhealthy", null));

        Weakness weakness = only(sink);
        assertThat(weakness.title()).isEqualTo("Disks should be encrypted");
        assertThat(weakness.type()).isEqualTo(WeaknessType.CLOUD);
        assertThat(weakness.severity()).isEqualTo(Severity.HIGH);
        assertThat(weakness.state()).isEqualTo(SourceState.OPEN);
        assertThat(weakness.url()).isEqualTo("https://portal.azure.com/#blade/1");
        assertThat(sink.all(Rule.class))
                .extracting(rule -> rule.key().text())
                .containsExactly("rule:microsoft-defender-for-cloud/a-1");
    }

    @Test
    void itsKeyIsThatOfTheConnectorToAzure() {
        Collected azure = new Collected();
        AzureConnector.files(write(
                        "vm.json",
                        "[{\"id\": \"%s\", \"type\": \"Microsoft.Compute/virtualMachines\"}]".formatted(MACHINE)))
                .list()
                .partitions()
                .get(0)
                .read(azure);

        AssetKey machine = azure.all(VirtualMachine.class).get(0).key();
        assertThat(affected(json(assessment(MACHINE, "Unhealthy", null)))).isEqualTo(machine.text());
        assertThat(affected(read("one.csv", csv("Unhealthy", "")))).isEqualTo(machine.text());
    }

    private static String affected(Collected sink) {
        assertThat(sink.relations(RelationType.AFFECTS))
                .as("%s", sink.rejections())
                .hasSize(1);
        return sink.relations().stream()
                .filter(relation -> relation.type() == RelationType.AFFECTS)
                .findFirst()
                .orElseThrow()
                .to()
                .text();
    }

    @Test
    void theSameIsOneWeaknessFromEveryExport() {
        AssetKey key = only(json(assessment(MACHINE, "Unhealthy", null))).key();

        assertThat(only(read("one.csv", csv("Unhealthy", ""))).key()).isEqualTo(key);
        assertThat(only(json("""
            {"id": "%1$s/providers/microsoft.security/assessments/a-1", "displayName": "Disks should be encrypted",
             "resourceDetails": {"source": "azure", "id": "%1$s"}, "status": {"code": "unhealthy"}}
            """.formatted(MACHINE))).key()).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({"Healthy,", "NotApplicable,", "NotApplicable,OffByPolicy"})
    void whatIsHealthyOrNotAskedHasNone(String code, String cause) {
        assertThat(json(assessment(MACHINE, code, cause)).assets()).isEmpty();
        assertThat(json(image(code, cause)).assets()).isEmpty();
        assertThat(read("one.csv", csv(code, cause == null ? "" : cause)).assets())
                .isEmpty();
    }

    @Test
    void whatSomebodyExemptedIsThereAsDismissed() {
        assertThat(only(json(assessment(MACHINE, "NotApplicable", "Exempt"))).state())
                .isEqualTo(SourceState.DISMISSED);
        assertThat(only(json(image("NotApplicable", "Exempt"))).state()).isEqualTo(SourceState.DISMISSED);
        assertThat(only(read("one.csv", csv("NotApplicable", "Exempt"))).state())
                .isEqualTo(SourceState.DISMISSED);
    }

    @Test
    void aVulnerabilityOfAnImageIsThatOfItsDigest() {
        Collected sink = json(image("Unhealthy", null));

        Weakness weakness = only(sink);
        assertThat(weakness.title()).isEqualTo("CVE-2024-0001 in openssl 1.1.1");
        assertThat(weakness.type()).isEqualTo(WeaknessType.CONTAINER_IMAGE);
        assertThat(weakness.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(weakness.fixedVersion()).isEqualTo("1.1.1w");
        assertThat(affected(sink)).isEqualTo("image:" + DIGEST);
        assertThat(sink.all(ContainerImage.class).get(0).scannedAt()).isEqualTo("2026-01-02T03:04:05.123456700Z");
        assertThat(sink.relations(RelationType.TAGGED))
                .singleElement()
                .asString()
                .contains("acme.azurecr.io/shop:1.2");
        Vulnerability vulnerability = sink.all(Vulnerability.class).get(0);
        assertThat(vulnerability.cvssVector()).isEqualTo(VECTOR);
        assertThat(vulnerability.cvssScore()).isEqualTo(9.8);
        assertThat(vulnerability.cwes()).containsExactly("CWE-79");
    }

    @Test
    void whereADigestIsNoneTheRegistryHasTheWeakness() {
        Collected sink = json(image("Unhealthy", null).replace("\"digest\": \"" + DIGEST, "\"digest\": \"c186fc44"));

        assertThat(affected(sink))
                .isEqualTo("cloud:" + (GROUP + "microsoft.containerregistry/registries/acme").toLowerCase(Locale.ROOT));
        assertThat(sink.rejections())
                .singleElement()
                .hasToString(
                        "one.json /0/properties/additionalData/artifactDetails/digest: 'c186fc44' is not a digest");
    }

    @Test
    void aNumberThatStandsForSeveralVulnerabilitiesIsOneWeaknessForEach() {
        Collected sink = json("""
            {"id": "%1$s/providers/Microsoft.Security/assessments/ffff/subAssessments/1", "name": "1", "properties": {"id": "91000",
             "displayName": "Windows update", "status": {"code": "Unhealthy", "severity": "High"},
             "resourceDetails": {"source": "Azure", "id": "%1$s"}, "additionalData": {"assessedResourceType": "ServerVulnerability",
              "cve": [{"title": "CVE-2024-1111"}, {"title": "CVE-2024-2222"}], "cvss": {"3.0": {"base": 9.8}}}}}
            """.formatted(MACHINE));

        assertThat(sink.all(Weakness.class))
                .extracting(Weakness::title)
                .containsExactly("CVE-2024-1111", "CVE-2024-2222");
        assertThat(sink.all(Vulnerability.class))
                .allSatisfy(v -> assertThat(v.cvssScore()).isNull());
    }

    @Test
    void aFindingOfADatabaseBreaksTheRuleOfItsNumber() {
        Collected sink = json("""
            {"id": "%1$s/providers/Microsoft.Security/assessments/f97a/subAssessments/VA2108", "name": "VA2108", "properties":
             {"id": "VA2108", "displayName": "Few should own the database", "category": "AuthenticationAndAuthorization",
             "status": {"code": "Unhealthy", "severity": "Medium"}, "resourceDetails": {"source": "Azure", "id": "%1$s"},
             "additionalData": {"assessedResourceType": "SqlServerVulnerability", "query": "SELECT 1"}}}
            """.formatted(GROUP + "Microsoft.Sql/servers/s/databases/d"));

        assertThat(only(sink).type()).isEqualTo(WeaknessType.CLOUD);
        assertThat(sink.relations(RelationType.INSTANCE_OF))
                .singleElement()
                .asString()
                .contains("rule:microsoft-defender-for-cloud/f97a/VA2108");
        assertThat(json("""
            {"id": "%1$s/providers/microsoft.security/assessments/F97A/subassessments/va2108", "idPropertiesId": "VA2108",
             "displayName": "Few should own the database", "status": {"code": "Unhealthy", "severity": "Medium"},
             "resourceDetails": {"source": "Azure", "id": "%1$s"}}
            """.formatted(GROUP + "Microsoft.Sql/servers/s/databases/d"))
                        .all(Weakness.class))
                .as("as the command line prints it")
                .extracting(Weakness::key)
                .containsExactly(only(sink).key());
    }

    @ParameterizedTest
    @CsvSource({
        "gitHubOwners/Acme/repos/Shop, repository:github.com/acme/shop",
        "githubowners/acme, organization:github.com/acme",
        "azureDevOpsOrgs/Acme/projects/My Store/repos/Shop, repository:dev.azure.com/acme/my store/shop",
        "azureDevOpsOrgs/Acme/projects/My Store, project:dev.azure.com/acme/my store",
        "azureDevOpsOrgs/Acme, organization:dev.azure.com/acme",
        "gitLabGroups/Acme$Platform/projects/Shop, repository:gitlab.com/acme/platform/shop",
        "gitLabGroups/Acme$Platform, organization:gitlab.com/acme/platform"
    })
    void whatAConnectorToAPlatformNamesIsTheThingThere(String id, String key) {
        Collected sink = json(assessment(CONNECTOR + id, "Unhealthy", null));

        assertThat(affected(sink)).isEqualTo(key);
        assertThat(only(sink).type()).isEqualTo(WeaknessType.POSTURE);
    }

    @Test
    void aSecretInARepositoryIsOneOfTheRepository() {
        Collected sink = json(secret());

        assertThat(only(sink).type()).isEqualTo(WeaknessType.SECRET);
        assertThat(affected(sink)).isEqualTo("repository:github.com/acme/shop");
    }

    @ParameterizedTest
    @CsvSource({
        "nativeCloudUniqueIdentifier, arn:aws:s3:::shop, cloud:arn:aws:s3:::shop",
        "NativeResourceId, //storage.googleapis.com/shop, cloud://storage.googleapis.com/shop",
        "Id, 544047870946,"
                + " cloud:/subscriptions/s1/resourcegroups/shop/providers/microsoft.security/securityconnectors/aws/securityentitydata/x"
    })
    void aResourceOfAnotherCloudHasItsOwnKeyThere(String field, String id, String key) {
        String entity = GROUP + "Microsoft.Security/securityConnectors/aws/securityEntityData/x";
        String details = "{\"Source\": \"Aws\", \"%s\": \"%s\"}".formatted(field, id);

        Collected sink = json(assessment(entity, "Unhealthy", null)
                .replaceFirst("\"resourceDetails\": \\{[^}]*}", "\"resourceDetails\": " + details));

        assertThat(affected(sink)).isEqualTo(key);
    }

    @Test
    void otherRecordsAndOtherStatesAreRejectedOneByOne() {
        Collected sink = read(
                "one.json",
                "[{\"id\": \"/subscriptions/s1\"}, %s, %s]"
                        .formatted(assessment(MACHINE, "Sick", null), assessment(MACHINE, "Unhealthy", null)));

        assertThat(sink.all(Weakness.class)).hasSize(1);
        assertThat(sink.rejections())
                .extracting(Object::toString)
                .containsExactly(
                        "one.json /0: neither an assessment nor a part of one",
                        "one.json /1: the state is none of Healthy, Unhealthy and NotApplicable");
    }

    @Test
    void anAnswerThatGoesOnElsewhereIsPartial() {
        Path page = write("page.json", "{\"value\": [], \"nextLink\": \"https://management.azure.com/next\"}");

        assertThat(DefenderConnector.files(page).list().partitions())
                .extracting(partition -> partition.read(new Collected()))
                .noneMatch(Completeness.complete()::equals);
    }

    @Test
    void filesOfAListAreReadWhateverTheyAreCalled() {
        write("export.txt", assessment(MACHINE, "Unhealthy", null));

        assertThat(DefenderConnector.files(folder, List.of(Path.of("export.txt")))
                        .list()
                        .partitions())
                .hasSize(1);
    }
}
