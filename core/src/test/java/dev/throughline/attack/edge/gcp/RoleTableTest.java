package dev.throughline.attack.edge.gcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.attack.edge.gcp.GcpPowers.Power;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The table holds together: with itself, and with the edges that look into it. Whether a row is what its source says of the role
 * cannot be checked here; the source is on pages for people.
 */
class RoleTableTest {
    private static List<String> lines() {
        try (InputStream in = GcpRole.class.getResourceAsStream("roles.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String[]> rows() {
        return lines().stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t", -1))
                .toList();
    }

    private static Set<String> granted() {
        Set<String> granted = new TreeSet<>();
        rows().forEach(row -> granted.addAll(List.of(row[1].split(" "))));
        return granted;
    }

    private static Set<String> asked() {
        Set<String> asked = new TreeSet<>();
        Stream.of(
                        GcpRoleImpersonatesAccount.POWERS,
                        GcpRoleReadsData.POWERS,
                        GcpRoleReadsSecret.POWERS,
                        GcpRoleRunsCodeOnResource.POWERS)
                .flatMap(powers -> powers.powers.stream())
                .map(Power::permission)
                .forEach(asked::add);
        return asked;
    }

    @Test
    void saysWhereItIsFromAndHasEachRoleOnce() {
        List<String> names = new ArrayList<>();
        rows().forEach(row -> names.add(row[0]));

        assertThat(lines()).anyMatch(line -> line.matches("# Source: .*, 20\\d\\d-\\d\\d\\."));
        assertThat(names)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("roles/[A-Za-z0-9]+(\\.[A-Za-z0-9]+)*"));
    }

    @Test
    void givesEachRolePermissionsEachOnce() {
        assertThat(rows()).allSatisfy(row -> {
            assertThat(row).hasSize(2);
            assertThat(row[1].split(" "))
                    .doesNotHaveDuplicates()
                    .allMatch(permission -> permission.matches("[a-z]+\\.[A-Za-z]+\\.[A-Za-z]+"));
        });
    }

    @Test
    void hasEveryPermissionThatAnEdgeAsksFor() {
        assertThat(granted()).containsAll(asked());
    }
}
