package dev.throughline.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Real files, written by nobody on this project, as their manifest lists them by kind.
 *
 * @param root the folder they are in
 * @param byKind their paths from there
 */
record CorpusFiles(Path root, SortedMap<String, List<Path>> byKind) {
    private static final Pattern SECTION = Pattern.compile("## (\\S+)");
    private static final Pattern ENTRY = Pattern.compile("- `([^`]+)`.*");

    /** Finds the files, or skips the test where there are none. */
    static CorpusFiles found() throws IOException {
        String path = System.getProperty("throughline.corpus");
        assumeThat(path).as("system property throughline.corpus").isNotNull();
        Path root = Path.of(path);
        assumeThat(root.resolve("MANIFEST.md")).as("corpus of real files").exists();
        SortedMap<String, List<Path>> byKind = new TreeMap<>();
        String section = "";
        for (String line : Files.readAllLines(root.resolve("MANIFEST.md"))) {
            Matcher heading = SECTION.matcher(line);
            Matcher entry = ENTRY.matcher(line);
            if (heading.matches()) {
                section = heading.group(1);
            } else if (entry.matches() && Files.isRegularFile(root.resolve(entry.group(1)))) {
                byKind.computeIfAbsent(section, kind -> new ArrayList<>()).add(Path.of(entry.group(1)));
            }
        }
        return new CorpusFiles(root, byKind);
    }

    /** Files that are read as they are. Those of an OCI layout are read by its index. */
    List<Path> of(String kind) {
        assertThat(byKind).containsKey(kind);
        return byKind.get(kind).stream()
                .filter(file -> !kind.startsWith("oci-layout") || file.endsWith("index.json"))
                .toList();
    }

    /** What is in some small files of a kind, none of them empty. */
    List<byte[]> small(String kind) throws IOException {
        List<Path> smallest = of(kind).stream()
                .map(root::resolve)
                .filter(file -> file.toFile().length() > 0)
                .sorted(Comparator.comparing(file -> file.toFile().length()))
                .limit(5)
                .toList();
        List<byte[]> contents = new ArrayList<>();
        for (Path file : smallest) {
            contents.add(Files.readAllBytes(file));
        }
        return contents;
    }
}
