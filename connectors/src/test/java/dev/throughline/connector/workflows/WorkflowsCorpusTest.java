package dev.throughline.connector.workflows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.throughline.connector.support.Collected;
import dev.throughline.fact.Partition;
import dev.throughline.fact.SourceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Real YAML files, most of which are no definition of a pipeline: each is read, or refused with its name and a reason. */
class WorkflowsCorpusTest {
    @Test
    void everyYamlFileIsReadOrRefused() throws IOException {
        String path = System.getProperty("throughline.corpus");
        assumeThat(path).as("system property throughline.corpus").isNotNull();
        Path corpus = Path.of(path);
        List<Path> files;
        try (Stream<Path> all = Files.walk(corpus)) {
            files = all.filter(file -> file.toString().matches(".*\\.ya?ml")).toList();
        }
        assumeThat(files).as("YAML files of the corpus").isNotEmpty();

        for (Partition partition : WorkflowsConnector.files(corpus, files)
                .repository("github.com/example/corpus")
                .list()
                .partitions()) {
            Collected sink = new Collected();
            try {
                partition.read(sink);
                assertThat(sink.facts().isEmpty())
                        .isNotEqualTo(sink.rejections().isEmpty());
            } catch (SourceException e) {
                assertThat(e).hasMessageContaining(partition.name());
            }
        }
    }
}
