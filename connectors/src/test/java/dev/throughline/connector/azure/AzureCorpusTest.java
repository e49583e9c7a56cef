package dev.throughline.connector.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.throughline.connector.support.Collected;
import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.InputFile;
import dev.throughline.connector.support.Json;
import dev.throughline.connector.support.JsonLimits;
import dev.throughline.fact.Partition;
import dev.throughline.fact.SourceException;
import dev.throughline.model.CloudRole;
import dev.throughline.model.NetworkRuleSet;
import dev.throughline.model.RelationType;
import dev.throughline.model.VirtualMachine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reads answers of Azure that somebody else recorded, out of the recordings they are in. */
final class AzureCorpusTest {
    @TempDir
    private Path folder;

    private Path corpus;

    @BeforeEach
    void findCorpus() {
        String path = System.getProperty("throughline.corpus");
        assumeThat(path).as("system property throughline.corpus").isNotNull();
        corpus = Path.of(path);
    }

    @ParameterizedTest
    @CsvSource({
        "AccessControlTest.test_find_assignments_by_role, 8",
        "AksTest.test_find_aks_by_name, 1",
        "ContainerGroupTest.list, 1",
        "ContainerRegistryTest.test_find_by_name, 1",
        "DefenderTest.test_azure_defender_pricing, 1",
        "NetworkSecurityGroupTest.test_cidr_only_match, 1",
        "ResourceGraphSource.test_resource_graph_and_arm_sources_vm_are_equivalent, 2",
        "WebAppTest.test_find_by_name, 1"
    })
    void everyRecordedAnswerIsReadWithoutARejection(String recording, int answers) throws IOException {
        Collected sink = recorded(recording, answers);

        assertThat(sink.rejections()).isEmpty();
        assertThat(sink.assets()).isNotEmpty();
    }

    @Test
    void rolesAssignmentsRulesAndMachinesAreAllThere() throws IOException {
        Collected roles = recorded("AccessControlTest.test_find_assignments_by_role", 8);
        assertThat(roles.relations())
                .filteredOn(r -> r.type() == RelationType.HAS_ROLE)
                .hasSize(74);
        assertThat(roles.all(CloudRole.class))
                .filteredOn(role -> role.permissions() != null)
                .hasSize(7);

        Collected rules = recorded("NetworkSecurityGroupTest.test_cidr_only_match", 1);
        assertThat(rules.all(NetworkRuleSet.class)).hasSize(1);

        String same = "ResourceGraphSource.test_resource_graph_and_arm_sources_vm_are_equivalent";
        assertThat(recorded(same, 2).all(VirtualMachine.class))
                .extracting(machine -> machine.key().text())
                .contains("cloud:/subscriptions/ea42f556-5106-4743-99b0-c129bfa71a47/resourcegroups/test_vm/providers/"
                        + "microsoft.compute/virtualmachines/cctestvm");
    }

    @Test
    void whatIsNoAnswerIsRefused() {
        assertThatThrownBy(() -> AzureConnector.files(corpus.resolve("cartography/azure__network.json"))
                        .list()
                        .partitions()
                        .get(0)
                        .read(new Collected()))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("neither an answer");
    }

    /** Takes the bodies of the answers out of a recording of HTTP exchanges. */
    private Collected recorded(String name, int answers) throws IOException {
        Path file = corpus.resolve("custodian-azure/" + name + ".json");
        Fields recording = Json.read(InputFile.of(file), JsonLimits.DEFAULT);
        int count = 0;
        for (Fields exchange : recording.list("interactions")) {
            Fields body = exchange.object("response").object("body").get("data");
            Files.writeString(
                    folder.resolve("answer-" + count++ + ".json"), body.node().toString());
        }
        assertThat(count).isEqualTo(answers);
        Collected sink = new Collected();
        for (Partition partition : AzureConnector.files(folder).list().partitions()) {
            assertThat(partition.read(sink)).isNotNull();
        }
        return sink;
    }
}
