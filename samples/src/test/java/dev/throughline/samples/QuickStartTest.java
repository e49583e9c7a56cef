package dev.throughline.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of the README. */
class QuickStartTest {
    private static final Path SOURCE = Path.of("src/main/java/dev/throughline/samples/QuickStart.java");

    @Test
    void isWordForWordWhatTheReadmeSays() throws IOException {
        Matcher block =
                Pattern.compile("```java\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(Path.of("../README.md")));
        assertThat(block.find()).as("a block of Java in README.md").isTrue();
        String source = Files.readString(SOURCE);
        String body = source.substring(source.indexOf("        try ("), source.lastIndexOf("    }\n}"));
        assertThat(withoutSpace(block.group(1))).isEqualTo(withoutSpace(body));
    }

    private static String withoutSpace(String code) {
        return code.replaceAll("\\s+", "");
    }

    @Test
    void runsInTheFolderOfTheSample(@TempDir Path folder) throws Exception {
        copy(Harborline.FOLDER, folder);
        Path output = folder.resolve("output.txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "-cp",
                        absoluteClassPath(),
                        QuickStart.class.getName())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = process.waitFor(2, TimeUnit.MINUTES);
        process.destroyForcibly();
        String printed = Files.readString(output);
        assertThat(ended).as(printed).isTrue();
        assertThat(process.exitValue()).as(printed).isZero();
        assertThat(printed)
                .contains("outside:internet -> ")
                .contains("CVE-2024-38819")
                .contains("repository:github.com/harborline/payments-api");
        assertThat(folder.resolve("risk-graph")).isDirectory();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    private static String absoluteClassPath() {
        return Stream.of(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                        .split(java.io.File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(java.util.stream.Collectors.joining(java.io.File.pathSeparator));
    }
}
