package dev.throughline.samples;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Suppliers;
import dev.throughline.Assessment;
import dev.throughline.Throughline;
import dev.throughline.store.InMemoryRiskStore;
import dev.throughline.store.RiskStore;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

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

    private static final Supplier<RiskStore> READ = Suppliers.memoize(() -> {
        RiskStore store = new InMemoryRiskStore();
        readInto(Throughline.storedIn(store));
        return store;
    });

    private Harborline() {}

    /** Runs a command on the estate, which is read into memory once. */
    static Ran run(String... args) {
        return Ran.on(READ.get(), args);
    }

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
