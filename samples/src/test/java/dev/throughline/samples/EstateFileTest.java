package dev.throughline.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.throughline.Throughline;
import dev.throughline.fact.SourceException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EstateFileTest {
    @TempDir
    private Path folder;

    @Test
    void readsSourcesWithOnePathOrMany() throws IOException {
        Estate estate = read("""
            # a comment
            name: Acme
            sources:
              - type: kubernetes
                path: [a.json, "b/*.yaml"]
                cluster: prod
              - type: trivy
                path: trivy
                include: "*.json"
                exclude: ["old*", "new*"]
            """);
        assertThat(estate.name()).isEqualTo("Acme");
        assertThat(estate.sources()).hasSize(2);
        Estate.Source first = estate.sources().get(0);
        assertThat(first.line()).isEqualTo(4);
        assertThat(first.type()).isEqualTo(SourceType.KUBERNETES);
        assertThat(first.paths()).containsExactly("a.json", "b/*.yaml");
        assertThat(first.settings()).containsEntry("cluster", "prod");
        assertThat(estate.sources().get(1).settings()).isEmpty();
        assertThat(estate.sources().get(1).include()).containsExactly("*.json");
        assertThat(estate.sources().get(1).exclude()).containsExactly("old*", "new*");
    }

    @Test
    void writesTypesOfSeveralWordsWithHyphens() throws IOException {
        Estate estate = read("sources:\n  - type: gitlab-report\n    path: x\n");
        assertThat(estate.sources()).extracting(Estate.Source::type).containsExactly(SourceType.GITLAB_REPORT);
    }

    @Test
    void readsTheSample() {
        Estate estate = EstateFile.read(Harborline.ESTATE);
        assertThat(estate.sources()).hasSize(22);
    }

    @Test
    void refusesATypeThatIsNotKnownWithItsLine() {
        refuses("sources:\n  - path: x\n    type: sarfi\n")
                .hasMessageContaining("line 3")
                .hasMessageContaining("there is no type 'sarfi', only github, azuredevops, gitlab, workflows, sarif, ");
    }

    @Test
    void refusesAFieldThatIsNotKnownWithItsLine() {
        refuses("sources:\n  - type: trivy\n    path: x\n    account: prod\n")
                .hasMessageContaining("line 4: sources of type trivy have no field 'account'");
        refuses("sources: []\nsource: []\n").hasMessageContaining("line 2: there is no field 'source'");
    }

    @Test
    void refusesASourceThatLacksAField() {
        refuses("sources:\n  - type: trivy\n").hasMessageContaining("line 2: a source needs the field 'path'");
        refuses("sources:\n  - path: x\n").hasMessageContaining("line 2: a source needs the field 'type'");
        refuses("sources:\n\n  - type: kubernetes\n    path: x\n")
                .hasMessageContaining("line 3: a source of type kubernetes needs the field 'cluster'");
        refuses("sources:\n  - type: gitleaks\n    path: x\n")
                .hasMessageContaining("a source of type gitleaks needs the field 'repository'");
        refuses("name: x\n").hasMessageContaining("there is no field 'sources'");
    }

    @Test
    void aGraphOfCartographyHasAnAddressInsteadOfAPath() throws IOException {
        Estate estate = read("""
            sources:
              - type: cartography
                uri: neo4j+s://cartography.example.com
                user: reader
                password-env: THROUGHLINE_TEST_NO_SUCH_VARIABLE
            """);
        assertThat(estate.sources().get(0).path()).isEqualTo("neo4j+s://cartography.example.com");
        assertThat(Reading.all(estate, Throughline.inMemory()).get(0).error())
                .endsWith("line 2: the environment variable THROUGHLINE_TEST_NO_SUCH_VARIABLE is not set; it must hold"
                        + " the password of reader");
        refuses("sources:\n  - type: cartography\n    path: x\n")
                .hasMessageContaining("line 3: sources of type cartography have no field 'path'");
        refuses("sources:\n  - type: cartography\n    uri: x\n    password: x\n")
                .hasMessageContaining("line 4: sources of type cartography have no field 'password'");
    }

    @Test
    void theKeyThatHashesSecretsIsNamedByAVariableAndNeverWritten() throws IOException {
        String leaks = "  - type: gitleaks\n    path: x.json\n    repository: github.com/acme/shop\n";
        Files.writeString(folder.resolve("x.json"), "[]");

        assertThat(Reading.all(
                                read("sources:\n" + leaks + "    secret-key-env: THROUGHLINE_TEST_NO_SUCH_VARIABLE\n"),
                                Throughline.inMemory())
                        .get(0)
                        .error())
                .endsWith("line 2: the environment variable THROUGHLINE_TEST_NO_SUCH_VARIABLE is not set; it must hold"
                        + " the key that hashes secrets");
        refuses("sources:\n" + leaks + "    secret-key: x\n")
                .hasMessageContaining("line 5: sources of type gitleaks have no field 'secret-key'");
    }

    @Test
    void refusesWhatIsNoText() {
        refuses("sources:\n  - type: trivy\n    path: {a: b}\n").hasMessageContaining("line 3: the field 'path'");
        refuses("sources:\n  - type: trivy\n    path: []\n").hasMessageContaining("line 3: the field 'path'");
        refuses("sources:\n  - type: trivy\n    path:\n").hasMessageContaining("line 3: the field 'path'");
        refuses("sources: x\n").hasMessageContaining("line 1: the field 'sources' is not a list");
        refuses("- x\n").hasMessageContaining("line 1: not a mapping");
        refuses("").hasMessageContaining("there is nothing in it");
    }

    @Test
    void refusesAFieldThatComesTwice() {
        refuses("sources:\n  - type: trivy\n    path: x\n    path: y\n")
                .hasMessageContaining("line 4: a second field 'path'");
    }

    @Test
    void refusesWhatIsNotYaml() {
        refuses("sources:\n  - [\n").hasMessageContaining("not YAML");
        refuses("[".repeat(20_000)).hasMessageContaining("inside each other");
        refuses("a: &a [*a]\n").hasMessageContaining("there is no field 'a'");
        refuses(" ".repeat((1 << 20) + 1)).hasMessageContaining("more than 1048576 bytes");
    }

    @Test
    void refusesWhatIsNotUtf8() throws IOException {
        Path file = Files.write(folder.resolve("latin.yaml"), new byte[] {'n', (byte) 0xE4});
        assertThatThrownBy(() -> EstateFile.read(file)).hasMessageContaining("not UTF-8");
    }

    @Test
    void namesTheFileThatIsMissing() {
        assertThatThrownBy(() -> EstateFile.read(folder.resolve("none.yaml")))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("none.yaml")
                .hasMessageContaining("no such file");
    }

    private Estate read(String text) throws IOException {
        return EstateFile.read(Files.writeString(folder.resolve("ESTATE.yaml"), text, StandardCharsets.UTF_8));
    }

    private AbstractThrowableAssert<?, ?> refuses(String text) {
        return assertThatThrownBy(() -> read(text))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("ESTATE.yaml");
    }
}
