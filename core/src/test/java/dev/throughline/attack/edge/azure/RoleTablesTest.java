package dev.throughline.attack.edge.azure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.attack.edge.azure.AzurePowers.Power;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The tables hold together: with themselves, and with the edges that look into them. Whether a row is what its source says of the
 * role cannot be checked here; the source is on pages for people.
 */
class RoleTablesTest {
    private static final String ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final List<String> POWERS_OF_ENTRA = List.of(
            "grant-roles",
            "add-credentials",
            "add-members",
            "add-plain-members",
            "reset-passwords",
            "reset-plain-passwords",
            "elevate");

    private static List<String> lines(String file) throws IOException {
        try (InputStream in = Table.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"roles.tsv", "entra-roles.tsv"})
    void eachTableSaysWhereItIsFromAndHasEachRoleOnce(String file) throws IOException {
        List<String> rows =
                lines(file).stream().filter(line -> !line.startsWith("#")).toList();

        assertThat(lines(file)).anyMatch(line -> line.matches("# Sources?: .*, 20\\d\\d-\\d\\d\\.?"));
        assertThat(rows).allMatch(row -> row.split("\t", -1).length == 3);
        assertThat(Table.read(file)).hasSameSizeAs(rows);
    }

    @Test
    void rolesOfResourcesAreNamedByIdAndAllowActions() {
        assertThat(Table.read("roles.tsv")).allSatisfy((id, row) -> {
            assertThat(id).matches(ID);
            assertThat(row.words())
                    .doesNotHaveDuplicates()
                    .allMatch(word -> word.matches("!?(data:)?(\\*|Microsoft\\.[A-Za-z]+)(/[A-Za-z*]+)*"));
        });
    }

    @Test
    void rolesOfTheDirectoryAreNamedByTemplateAndDoWhatAnEdgeAsksFor() {
        Map<String, Table.Row> rows = Table.read("entra-roles.tsv");

        assertThat(rows).allSatisfy((id, row) -> {
            assertThat(id).matches("(directoryroles|approles)/" + ID);
            assertThat(row.words()).isSubsetOf(POWERS_OF_ENTRA);
        });
        assertThat(POWERS_OF_ENTRA)
                .allSatisfy(power -> assertThat(EntraRoles.that(power)).isNotEmpty());
    }

    @Test
    void everyActionThatAnEdgeAsksForIsAllowedByARoleOfTheTable() {
        List<Permissions> roles = Table.read("roles.tsv").values().stream()
                .map(row -> new Permissions(row.words()))
                .toList();

        assertThat(actions())
                .isNotEmpty()
                .allSatisfy(action -> assertThat(roles).as(action).anyMatch(role -> role.allow(action)));
    }

    private static List<String> actions() {
        return Stream.of(
                        AzureRoleChangesApp.POWERS,
                        AzureRoleOpensKeyVault.POWERS,
                        AzureRoleReadsData.POWERS,
                        AzureRoleRunsAutomation.POWERS,
                        AzureRoleRunsCommandOnMachine.POWERS,
                        AzureRoleTakesClusterCredentials.POWERS,
                        AzureRoleUsesIdentity.POWERS)
                .flatMap(powers -> powers.powers.values().stream())
                .flatMap(List::stream)
                .map(Power::action)
                .distinct()
                .toList();
    }
}
