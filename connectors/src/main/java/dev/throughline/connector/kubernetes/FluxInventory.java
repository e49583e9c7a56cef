package dev.throughline.connector.kubernetes;

import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.WrongShape;
import java.util.List;
import java.util.stream.Stream;

/** What an object of Flux lists in {@code status.inventory} as applied. A HelmRelease has one since Flux 2.8. */
final class FluxInventory {
    private FluxInventory() {}

    static List<WorkloadName> workloads(Fields status) {
        return status.object("inventory").list("entries").stream()
                .flatMap(FluxInventory::workload)
                .toList();
    }

    /** Reads {@code <namespace>_<name>_<group>_<kind>}. In names of roles a colon is written as two more underscores. */
    private static Stream<WorkloadName> workload(Fields entry) {
        String[] id = entry.requiredText("id").split("_", -1);
        if (id.length < 4) {
            throw new WrongShape(entry.get("id").pointer(), "expected <namespace>_<name>_<group>_<kind>");
        }
        return id.length > 4 ? Stream.empty() : Stream.ofNullable(WorkloadName.of(id[0], id[2], id[3], id[1]));
    }
}
