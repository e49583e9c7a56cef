package dev.throughline.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileChoiceTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void makeFiles() throws IOException {
        for (String name :
                List.of("scans/a.json", "scans/b.json", "scans/c.txt", "scans/deep/d.json", "other/e.json")) {
            Files.createDirectories(folder.resolve(name).getParent());
            Files.writeString(folder.resolve(name), "{}");
        }
    }

    @Test
    void takesAFolderOrAFileAsItIs() {
        assertThat(choice("scans").folder()).isEqualTo(folder.resolve("scans"));
        assertThat(choice("scans/a.json").file()).isEqualTo(folder.resolve("scans/a.json"));
        assertThat(choice(folder.resolve("scans").toString()).folder()).isEqualTo(folder.resolve("scans"));
        assertThat(choice("scans/../other").folder()).isEqualTo(folder.resolve("other"));
    }

    @Test
    void findsTheFilesOfAGlobBelowTheFolderInWhichItBegins() {
        FileChoice files = choice("scans/*.json");
        assertThat(files.root()).isEqualTo(folder.resolve("scans"));
        assertThat(files.files()).containsExactly(folder.resolve("scans/a.json"), folder.resolve("scans/b.json"));
        assertThat(choice("scans/**.json").files()).hasSize(3);
        assertThat(choice("*/*.json").files()).hasSize(3);
        assertThat(choice("scans/{a,b}.*").files()).hasSize(2);
    }

    @Test
    void putsTheFilesOfSeveralPathsBelowTheirCommonFolder() {
        FileChoice files = choice("scans/*.json", "other/e.json", "scans/a.json");
        assertThat(files.root()).isEqualTo(folder);
        assertThat(files.files())
                .containsExactly(
                        folder.resolve("other/e.json"), folder.resolve("scans/a.json"), folder.resolve("scans/b.json"));
    }

    @Test
    void includesAndExcludes() {
        List<Path> all = choice("scans/**").files();
        assertThat(choice("scans/**").only(List.of(), List.of()).files()).isEqualTo(all);
        assertThat(choice("scans/**").only(List.of(), List.of("b.*", "deep/*")).files())
                .containsExactly(folder.resolve("scans/a.json"), folder.resolve("scans/c.txt"));
        assertThat(choice("scans")
                        .only(List.of("*.json", "**/*.json"), List.of("a*"))
                        .files())
                .containsExactly(folder.resolve("scans/b.json"), folder.resolve("scans/deep/d.json"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> choice("scans").only(List.of("*.sarif"), List.of()))
                .withMessage("no file fits *.sarif");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> choice("scans/*.json").only(List.of(), List.of("*")))
                .withMessage("'exclude' leaves no file");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> choice("scans").only(List.of(), List.of("*.txt")))
                .withMessageStartingWith("of a folder, 'include' says");
    }

    @Test
    void refusesAPathThatNamesNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> choice("scans/*.sarif"))
                .withMessage("no file fits scans/*.sarif");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> choice("none/*.json"))
                .withMessage("no such folder: none");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> choice("none"))
                .withMessage("no such file or folder: none");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> choice("scans/*.json", "scans/deep"))
                .withMessageStartingWith("not a file");
        assertThatIllegalArgumentException().isThrownBy(() -> choice("scans/[*.json"));
    }

    @Test
    void refusesManyFilesWhereOneIsNeeded() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> choice("scans/*.json").folder());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> choice("scans/*.json").file());
        assertThatIllegalArgumentException().isThrownBy(() -> choice("scans").file());
        assertThat(choice("scans/a*.json").file()).isEqualTo(folder.resolve("scans/a.json"));
    }

    private FileChoice choice(String... paths) {
        return FileChoice.of(folder, List.of(paths));
    }
}
