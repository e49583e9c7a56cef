package dev.throughline.connector;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.throughline.connector.checkov.CheckovConnector;
import dev.throughline.connector.gitleaks.GitleaksConnector;
import dev.throughline.connector.support.Collected;
import dev.throughline.connector.support.Written;
import dev.throughline.fact.Connector;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Reports that do not tell which repository they are about. */
final class RepositoryScanTest {
    @TempDir
    private Path folder;

    static Stream<Arguments> connectors() {
        return Stream.of(
                connector("CheckovConnector", CheckovConnector::files),
                connector("GitleaksConnector", GitleaksConnector::files));
    }

    private static Arguments connector(String name, Function<Path, Connector> files) {
        return Arguments.of(name, files);
    }

    @ParameterizedTest
    @MethodSource("connectors")
    void areRefusedUnlessItIsNamed(String name, Function<Path, Connector> files) {
        Path report = Written.file(folder, "report.json", "[]");

        assertThatThrownBy(() -> files.apply(report).list().partitions().get(0).read(new Collected()))
                .hasMessageStartingWith("report.json")
                .hasMessageContaining("name it with " + name + ".repository");
    }
}
