package dev.throughline.connector.gcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.throughline.connector.support.Collected;
import dev.throughline.fact.Completeness;
import dev.throughline.model.RelationType;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reads exports of Cloud Asset Inventory that somebody else wrote. */
final class GcpCorpusTest {
    private Path corpus;

    @BeforeEach
    void findCorpus() {
        String path = System.getProperty("throughline.corpus");
        assumeThat(path).as("system property throughline.corpus").isNotNull();
        corpus = Path.of(path);
    }

    /** Kinds are counted by {@code asset_type} of the files. */
    @ParameterizedTest
    @CsvSource({
        "policy-library/sql_instance_type/assets/data.json, DataStore, 3, 0",
        "policy-library/enforce_labels/assets/gke/data.json, CloudResource, 5, 0",
        "policy-library/gke_dashboard/assets/data.json, CloudResource, 4, 0",
        "terraform-validator/full_compute_instance.json, VirtualMachine, 2, 0",
        "terraform-validator/full_container_cluster.json, CloudResource, 1, 0",
        "terraform-validator/example_cloud_run_service_iam_member.json, ContainerService, 1, 1"
    })
    void everyExportIsReadWithoutARejection(String file, String kind, int assets, int roles) {
        Collected sink = new Collected();

        assertThat(GcpConnector.files(corpus.resolve(file))
                        .list()
                        .partitions()
                        .get(0)
                        .read(sink))
                .isEqualTo(Completeness.complete());

        assertThat(sink.rejections()).isEmpty();
        assertThat(sink.assets())
                .filteredOn(asset -> asset.getClass().getSimpleName().equals(kind))
                .filteredOn(asset -> !asset.key().text().contains("/scopes/"))
                .extracting(asset -> asset.key())
                .doesNotHaveDuplicates()
                .hasSize(assets);
        assertThat(sink.relations(RelationType.HAS_ROLE)).hasSize(roles);
    }
}
