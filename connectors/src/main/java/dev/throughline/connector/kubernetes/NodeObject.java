package dev.throughline.connector.kubernetes;

import dev.throughline.connector.support.Fields;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A Node (core/v1). */
record NodeObject(
        String name,
        @Nullable List<String> internalAddresses,
        @Nullable List<String> externalAddresses,
        @Nullable String providerId,
        @Nullable String kubeletVersion) {
    static NodeObject of(Manifest manifest) {
        Fields status = manifest.status();
        return new NodeObject(
                manifest.name().name(),
                addresses(status, "InternalIP"),
                addresses(status, "ExternalIP"),
                manifest.spec().text("providerID"),
                status.object("nodeInfo").text("kubeletVersion"));
    }

    /** None where the node has no such address, null where the dump does not tell its addresses. */
    private static @Nullable List<String> addresses(Fields status, String type) {
        if (!status.has("addresses")) {
            return null;
        }
        return status.list("addresses").stream()
                .filter(a -> type.equals(a.text("type")))
                .flatMap(a -> Stream.ofNullable(a.text("address")))
                .toList();
    }
}
