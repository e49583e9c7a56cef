package dev.throughline.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.Assessment;
import dev.throughline.Throughline;
import dev.throughline.store.RiskStore;
import java.nio.file.Path;
import java.util.List;

/** The sample estate. */
final class Harborline {
    static final Path FOLDER = Path.of("datasets", "harborline");
    static final Path ESTATE = FOLDER.resolve("ESTATE.yaml");

    /** Values that only a secret of the estate has, as they stand in its files. */
    static final List<String> CANARIES = List.of(
            "ghp_EXAMPLEEXAMPLE",
            "EXAMPLE-not-a-real-password",
            "RVhBTVBMRS1ub3QtYS1yZWFsLXBhc3N3b3Jk",
            "EXAMPLE-not-a-real");

    private Harborline() {}

    /** Reads the estate. All of it can be read. */
    static List<Reading> readInto(Throughline throughline) {
        List<Reading> readings = Reading.all(EstateFile.read(ESTATE), throughline);
        assertThat(readings).noneMatch(Reading::failed);
        assertThat(readings).allMatch(reading -> reading.report().isClean());
        return readings;
    }

    static Assessment assessedIn(RiskStore store) {
        Throughline throughline = Throughline.storedIn(store);
        readInto(throughline);
        return throughline.assess();
    }
}
