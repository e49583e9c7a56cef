package dev.throughline.connector.gcp;

import dev.throughline.connector.ConnectorContract;
import dev.throughline.fact.Connector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

final class GcpConnectorContractTest extends ConnectorContract {
    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("assets.jsonl"), """
            {"name": "//compute.googleapis.com/projects/shop/zones/z/instances/api", "asset_type": \
            "compute.googleapis.com/Instance", "resource": {"data": {"metadata": {"items": [{"key": "k", "value": "%1$s"}]}}}}
            {"name": "//run.googleapis.com/projects/shop/locations/l/services/api", "asset_type": \
            "run.googleapis.com/Service", "resource": {"data": {"spec": {"template": {"spec": {"containers": \
            [{"image": "gcr.io/shop/api:1", "env": [{"name": "x", "value": "%1$s"}]}]}}}}}}
            """.formatted(CANARY));
    }

    @Override
    protected Connector connector() {
        return GcpConnector.files(folder).named("contract");
    }
}
