package dev.throughline.connector.cyclonedx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.throughline.connector.support.Collected;
import dev.throughline.fact.SourceException;
import dev.throughline.model.RelationType;
import dev.throughline.model.Weakness;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bills of materials of which more has to wait for the end than is held in memory. */
final class LargeBomTest {
    private static final int PACKAGES = 60_000;
    private static final String LIBRARIES = "/lib/" + "deeper/".repeat(60);
    private static final String IMAGE = "image:sha256:" + "a".repeat(64);

    @TempDir
    private Path folder;

    @TempDir
    private Path temporary;

    private final String usual = System.getProperty("java.io.tmpdir");
    private final Collected sink = new Collected();

    @BeforeEach
    void temporaryFilesGoToAFolderOfTheirOwn() {
        System.setProperty("java.io.tmpdir", temporary.toString());
    }

    @AfterEach
    void temporaryFilesGoWhereTheyUsedTo() {
        System.setProperty("java.io.tmpdir", usual);
    }

    @Test
    void whatALargeFileSaysOfItsPackagesIsAllThere() {
        List<String> components = new ArrayList<>();
        for (int i = 0; i < PACKAGES; i++) {
            components.add("""
                {"bom-ref": "r%d", "purl": "%s", "properties": [{"name": "syft:location:0:path", "value": "%s"}]}""".formatted(i, purl(i), LIBRARIES + i));
        }
        components.add("{\"bom-ref\": \"r7\", \"purl\": \"pkg:npm/second-of-its-id@1\"}");
        String needs = Stream.concat(
                        IntStream.range(0, PACKAGES)
                                .mapToObj(i -> needs("r" + i, "r" + (PACKAGES - 1 - i), "r7", "r" + i)),
                        Stream.of(needs("r3", "gone"), needs("gone", "r3")))
                .collect(Collectors.joining(","));

        read(bom("""
            "dependencies": [%s], "components": [%s], "vulnerabilities": [
              {"id": "CVE-2026-1", "affects": [{"ref": "r59999"}, {"ref": "gone"}, {"ref": "r7"}]}]""".formatted(needs, String.join(",", components))));

        Set<String> held = new TreeSet<>();
        Set<String> needed = new TreeSet<>();
        for (int i = 0; i < PACKAGES; i++) {
            held.add(IMAGE + " HAS_PACKAGE package:" + purl(i) + " " + LIBRARIES + i);
            needed.add("package:" + purl(i) + " DEPENDS_ON package:" + purl(PACKAGES - 1 - i));
            if (i != 7) {
                needed.add("package:" + purl(i) + " DEPENDS_ON package:" + purl(7));
            }
        }
        held.add(IMAGE + " HAS_PACKAGE package:pkg:npm/second-of-its-id@1 null");
        assertThat(sink.relations(RelationType.DEPENDS_ON)).isEqualTo(needed);
        assertThat(sink.relations().stream()
                        .filter(relation -> relation.type() == RelationType.HAS_PACKAGE)
                        .map(relation -> relation.from() + " HAS_PACKAGE " + relation.to() + " "
                                + relation.properties().get("path"))
                        .sorted())
                .as("each once, with its path")
                .isEqualTo(List.copyOf(held));
        assertThat(sink.all(Weakness.class))
                .extracting(Weakness::title)
                .containsExactlyInAnyOrder("CVE-2026-1 in p59999 1.0.59999", "CVE-2026-1 in p7 1.0.7");
        assertThat(sink.rejections()).isEmpty();
        assertThat(temporary).as("temporary files that are left").isEmptyDirectory();
    }

    @Test
    void temporaryFilesHaveALimitThatFollowsFromThatOfTheFile() {
        String longName = "n".repeat(2_000);
        String components = IntStream.range(0, 20_000)
                .mapToObj(i -> "{\"bom-ref\": \"%d\", \"purl\": \"pkg:npm/%s%d@1\"}".formatted(i, longName, i))
                .collect(Collectors.joining(","));
        String[] others = Collections.nCopies(120_000, "1").toArray(String[]::new);
        CycloneDxConnector connector = bom("\"components\": [%s], \"dependencies\": [%s]"
                        .formatted(components, needs("2", others)))
                .maxFileSize(45_000_000);

        assertThatThrownBy(() -> read(connector))
                .isInstanceOf(SourceException.class)
                .hasMessage("bom.json: what has to wait for its end is more than 4 times what a file may have");
        assertThat(temporary).as("temporary files that are left").isEmptyDirectory();
    }

    private static String purl(int number) {
        return "pkg:npm/p" + number + "@1.0." + number;
    }

    private static String needs(String from, String... others) {
        return "{\"ref\": \"" + from + "\", \"dependsOn\": [\"" + String.join("\",\"", others) + "\"]}";
    }

    private CycloneDxConnector bom(String members) {
        try {
            Files.writeString(folder.resolve("bom.json"), """
                {"bomFormat": "CycloneDX", "specVersion": "1.6", %s, "metadata": {"component":
                  {"type": "container", "name": "shop", "version": "sha256:%s"}}}
                """.formatted(members, "a".repeat(64)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return CycloneDxConnector.files(folder).named("shop");
    }

    private void read(CycloneDxConnector connector) {
        connector.list().partitions().get(0).read(sink);
    }
}
