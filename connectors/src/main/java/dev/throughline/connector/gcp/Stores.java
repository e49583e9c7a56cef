package dev.throughline.connector.gcp;

import dev.throughline.connector.support.Fields;
import dev.throughline.fact.FactSink;
import dev.throughline.model.DataStore;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Buckets, datasets and databases. Whether anybody may read one is told by its policy, not by its network. */
final class Stores {
    private static final List<String> READERS = List.of(
            "roles/storage.object",
            "roles/storage.legacy",
            "roles/storage.admin",
            "roles/viewer",
            "roles/editor",
            "roles/owner");
    private static final List<String> QUERIES =
            List.of("roles/bigquery.data", "roles/bigquery.admin", "roles/viewer", "roles/editor", "roles/owner");

    private Stores() {}

    static void bucket(CloudAsset asset, FactSink sink) {
        String prevention = asset.data().object("iamConfiguration").text("publicAccessPrevention");
        boolean prevented = "enforced".equalsIgnoreCase(prevention);
        store(asset, prevented ? Boolean.FALSE : asset.isOpenToAll(READERS), null, null, sink);
    }

    static void dataset(CloudAsset asset, FactSink sink) {
        Boolean open = asset.isOpenToAll(QUERIES);
        for (Fields access : asset.data().list("access")) { // the older form of its policy
            String everybody = access.scalar("specialGroup");
            String member = access.scalar("iamMember");
            if ("allAuthenticatedUsers".equals(everybody) || "allUsers".equals(member)) {
                open = true;
            }
        }
        store(asset, open, null, null, sink);
    }

    static void database(CloudAsset asset, FactSink sink) {
        Fields network = asset.data().object("settings").object("ipConfiguration");
        Boolean open = network.bool("ipv4Enabled");
        List<String> ranges = null;
        if (open != null) {
            ranges = new ArrayList<>();
            for (Fields range : network.list("authorizedNetworks")) {
                ranges.add(range.requiredText("value"));
            }
            ranges = ranges.stream().sorted().toList();
        }
        store(asset, null, open, ranges, sink);
    }

    private static void store(
            CloudAsset asset,
            @Nullable Boolean publicAccess,
            @Nullable Boolean publicNetwork,
            @Nullable List<String> ranges,
            FactSink sink) {
        sink.accept(new DataStore(
                asset.key(),
                asset.shortName(),
                asset.type(),
                publicAccess,
                asset.hasData() ? Boolean.TRUE : null, // Google encrypts all of them at rest
                publicNetwork,
                ranges,
                asset.labels()));
    }
}
