package dev.throughline.connector.gcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.attack.AttackPath;
import dev.throughline.attack.AttackStep;
import dev.throughline.connector.CloudEstate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From files of Google Cloud to an attack path: internet → Cloud Run → service account → role → bucket. */
final class GcpEndToEndTest {
    private static final String PROJECT = "//cloudresourcemanager.googleapis.com/projects/1";

    @TempDir
    private Path folder;

    @Test
    void anExposedServiceLeadsThroughItsAccountToTheBucketThatItsRoleReads() throws IOException {
        Path gcp = Files.createDirectory(folder.resolve("gcp"));
        Files.writeString(gcp.resolve("resources.json"), """
            {"name": "//run.googleapis.com/projects/shop/locations/l/services/api", "asset_type": "run.googleapis.com/Service", "ancestors": ["projects/1"], "resource": {"data": {"ingress": "INGRESS_TRAFFIC_ALL", "template": {"serviceAccount": "api@shop.iam.gserviceaccount.com", "containers": [{"image": "registry.example/api@%s"}]}}}}
            {"name": "//storage.googleapis.com/cards", "asset_type": "storage.googleapis.com/Bucket", "ancestors": ["projects/1"], "resource": {"data": {"name": "cards"}}}
            """.formatted(CloudEstate.DIGEST));
        Files.writeString(gcp.resolve("policies.json"), """
            [{"name": "%s", "asset_type": "cloudresourcemanager.googleapis.com/Project", "ancestors": ["projects/1"],
              "iam_policy": {"bindings": [{"role": "roles/storage.objectViewer",
                "members": ["serviceAccount:api@shop.iam.gserviceaccount.com"]}]}},
             {"name": "//run.googleapis.com/projects/shop/locations/l/services/api",
              "asset_type": "run.googleapis.com/Service",
              "iam_policy": {"bindings": [{"role": "roles/run.invoker", "members": ["allUsers"]}]}}]\
            """.formatted(PROJECT));

        List<AttackPath> paths =
                new CloudEstate(folder).pathsTo("cloud://storage.googleapis.com/cards", GcpConnector.files(gcp));

        assertThat(paths).isNotEmpty();
        assertThat(paths.get(0).steps())
                .extracting(AttackStep::edge)
                .endsWith("GcpResourceUsesAccount", "GcpPrincipalHoldsRole", "GcpRoleReadsData");
        assertThat(paths.get(0).steps())
                .extracting(step -> step.to().text())
                .containsExactly(
                        "cloud://run.googleapis.com/projects/shop/locations/l/services/api",
                        "cloud:serviceAccount:api@shop.iam.gserviceaccount.com",
                        "cloud:" + PROJECT + "/bindings/roles/storage.objectViewer",
                        "cloud://storage.googleapis.com/cards");
    }
}
