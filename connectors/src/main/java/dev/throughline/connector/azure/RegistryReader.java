package dev.throughline.connector.azure;

import dev.throughline.fact.FactSink;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.CloudResource;
import dev.throughline.model.Registry;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import java.util.Locale;
import java.util.Map;

/** {@code Microsoft.ContainerRegistry/registries}. */
final class RegistryReader {
    private RegistryReader() {}

    static void read(Resource resource, FactSink sink) {
        sink.accept(new CloudResource(resource.key(), resource.name(), resource.type(), resource.tags()));
        String server = resource.properties().text("loginServer");
        if (server != null && !server.isEmpty()) {
            AssetKey registry = AssetKey.of(AssetKind.REGISTRY, server.toLowerCase(Locale.ROOT));
            sink.accept(new Registry(registry, server.toLowerCase(Locale.ROOT)));
            sink.accept(new Relation(
                    resource.key(),
                    RelationType.CAN_AUTHENTICATE_TO,
                    registry,
                    Map.of("reason", "it is the registry at this address")));
        }
    }
}
