package dev.throughline.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.store.InMemoryRiskStore;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Wrong usage, help and exit codes. */
class CommandUsageTest {
    @TempDir
    private Path folder;

    @Test
    void failsOnWhatIsUrgentWhenAsked() {
        assertThat(Harborline.run("findings", "--fail-on", "critical", "--limit", "1")
                        .exitCode())
                .isEqualTo(1);
        assertThat(Harborline.run(
                                "findings",
                                "--fail-on",
                                "critical",
                                "--at",
                                "repository:github.com/harborline/inventory-batch")
                        .exitCode())
                .isZero();
        assertThat(Harborline.run("paths", "--fail-on", "high").exitCode()).isEqualTo(1);
        assertThat(Harborline.run("assess", "--fail-on", "low").exitCode()).isEqualTo(1);
    }

    @Test
    void anUnknownKeyIsWrongUsage() {
        for (String[] args : new String[][] {
            {"chain", "workload:prod-eu/payments/Deployment/paymets"},
            {"chain", "node:prod-eu/ip-10-20-2-12"},
            {"findings", "--at", "repository:github.com/harborline/paymets"},
            {"paths", "--through", "workload:prod-eu/x/y/z"},
            {"paths", "--from", "outside:outerspace"},
            {"paths", "--to", "fame"},
            {"findings", "--factor", "internet-exposd"},
            {"findings", "--level", "urgent"},
            {"findings", "--fail-on", "not-evaluated"},
            {"findings", "--type", "kode"},
            {"findings", "--format", "xml"},
            {"findings", "--colour"},
            {"findings", "--limit", "-1"},
            {"paths", "--max-hops", "many"},
            {"chain"},
            {"what-if"},
            {"what-if", "--isolate", "workload:prod-eu/x/y/z"},
            {"what-if", "--apply", "hope"},
            {"what-if", "--stop", "ContainerEscapesToNode"},
            {"reach", "workload:prod-eu/x/y/z"},
            {"blast-radius", "workload:prod-eu/x/y/z"},
            {"ingest"},
            {"improve"},
            {}
        }) {
            Ran ran = Harborline.run(args);
            assertThat(ran.exitCode()).as(String.join(" ", args)).isEqualTo(2);
            assertThat(ran.out()).isEmpty();
            assertThat(ran.err()).startsWith("throughline: ").contains("--help");
        }
        assertThat(Harborline.run("chain", "workload:prod-eu/payments/Deployment/paymets")
                        .err())
                .contains("the graph holds no workload:prod-eu/payments/Deployment/paymets");
    }

    @Test
    void helpIsHelp() {
        assertThat(Harborline.run("--help").exitCode()).isZero();
        for (String command : List.of(
                "demo",
                "ingest",
                "assess",
                "findings",
                "paths",
                "choke-points",
                "what-if",
                "reach",
                "blast-radius",
                "chain",
                "coverage",
                "export",
                "cypher")) {
            Ran help = Harborline.run(command, "--help");
            assertThat(help.exitCode()).isZero();
            assertThat(help.out()).contains("Usage: throughline " + command, "--graph", "--password-env");
        }
    }

    @Test
    void nothingIsFoundInAGraphThatIsNotThere() {
        Ran none = Ran.command(
                GraphOptions::open,
                "findings",
                "--graph",
                folder.resolve("none").toString());
        assertThat(none.exitCode()).isEqualTo(3);
        assertThat(none.err()).contains("there is no graph at");
        Ran empty = Ran.on(new InMemoryRiskStore(), "findings");
        assertThat(empty.exitCode()).isEqualTo(3);
        assertThat(empty.err()).contains("nothing was read");
    }

    @Test
    void aServerNeedsAPassword() {
        Ran ran = Ran.command(
                GraphOptions::open, "findings", "--uri", "bolt://localhost:1", "--password-env", "NO_SUCH_VARIABLE");
        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).contains("NO_SUCH_VARIABLE is not set");
        Ran unencrypted = Ran.command(
                GraphOptions::open, "findings", "--uri", "bolt://graph.example.com", "--password-env", "PATH");
        assertThat(unencrypted.exitCode()).as(unencrypted.err()).isEqualTo(2);
        assertThat(unencrypted.err()).doesNotContain(System.getenv("PATH"));
    }
}
