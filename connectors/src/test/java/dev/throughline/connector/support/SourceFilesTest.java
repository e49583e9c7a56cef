package dev.throughline.connector.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.throughline.fact.SourceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SourceFilesTest {
    @TempDir
    private Path folder;

    private Path root;

    @BeforeEach
    void writeFiles() throws IOException {
        root = Files.createDirectories(folder.resolve("root/inner")).getParent();
        Files.writeString(root.resolve("b.json"), "{}");
        Files.writeString(root.resolve("inner/a.json"), "{}");
        Files.writeString(folder.resolve("outside.json"), "{}");
    }

    @Test
    void namesFilesByTheirPathFromTheRoot() {
        assertThat(SourceFiles.at(root).list()).extracting(InputFile::name).containsExactly("b.json", "inner/a.json");
        assertThat(SourceFiles.at(root.resolve("b.json")).list())
                .extracting(InputFile::name)
                .containsExactly("b.json");
        assertThat(SourceFiles.of(root, List.of(Path.of("inner/a.json"))).list())
                .extracting(InputFile::name)
                .containsExactly("inner/a.json");
    }

    @Test
    void takesOnlyTheNamesAskedFor() {
        assertThat(SourceFiles.at(root).named(n -> n.startsWith("inner/")).list())
                .extracting(InputFile::name)
                .containsExactly("inner/a.json");
    }

    @Test
    void followsALinkInsideTheRootButNotOutOfIt() throws IOException {
        Files.createSymbolicLink(root.resolve("c.json"), root.resolve("b.json"));
        Files.createSymbolicLink(root.resolve("d.json"), folder.resolve("outside.json"));

        List<InputFile> files = SourceFiles.at(root).list();

        assertThat(files).extracting(InputFile::name).containsExactly("b.json", "c.json", "d.json", "inner/a.json");
        assertThat(Json.read(files.get(1), JsonLimits.DEFAULT).node()).isEmpty();
        assertThatThrownBy(() -> Json.read(files.get(2), JsonLimits.DEFAULT))
                .isInstanceOf(SourceException.class)
                .hasMessage("d.json: leads out of the folder that is read");
    }

    @Test
    void aSingleFileMayBeALink() throws IOException {
        Path link = Files.createSymbolicLink(root.resolve("link.json"), folder.resolve("outside.json"));

        assertThat(Json.read(SourceFiles.at(link).list().get(0), JsonLimits.DEFAULT)
                        .node())
                .isEmpty();
    }

    @Test
    void refusesANamedFileOutsideTheRoot() {
        InputFile outside =
                SourceFiles.of(root, List.of(Path.of("../outside.json"))).list().get(0);

        assertThatThrownBy(outside::open).isInstanceOf(SourceException.class).hasMessageContaining("leads out");
    }

    @Test
    void refusesMoreFilesThanAllowed() {
        assertThatThrownBy(() -> SourceFiles.at(root).atMost(1).list())
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("more than 1 files");
    }

    @Test
    void saysThatARootDoesNotExist() {
        assertThatThrownBy(() -> SourceFiles.at(root.resolve("nowhere")).list())
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("nowhere: no such file or directory");
    }
}
