package dev.throughline.mapping;

import dev.throughline.mapping.ChainStage.Stage;
import dev.throughline.model.AssetKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The third stage: images, and where registries hold them. */
final class RegistryStage {
    private final Running running;
    private final Readings readings;
    private final ThirdParties others;

    RegistryStage(Running running, Readings readings, ThirdParties others) {
        this.running = running;
        this.readings = readings;
        this.others = others;
    }

    ChainStage tell(AssetKey asked, Extent extent) {
        NavigableSet<AssetKey> tags = tags(asked, extent);
        if (extent.images().isEmpty()) {
            return ChainStage.missing(Stage.REGISTRY, tags.isEmpty() ? noImage(extent) : gap(tags));
        }
        List<AssetKey> assets = new ArrayList<>(extent.images());
        extent.images().stream().flatMap(others::holders).distinct().sorted().forEach(assets::add);
        return tags.isEmpty()
                ? ChainStage.mapped(Stage.REGISTRY, assets)
                : ChainStage.partial(Stage.REGISTRY, assets, gap(tags));
    }

    /** Tags are looked at where the question came from what runs: seen from the code, others may share the workload. */
    private NavigableSet<AssetKey> tags(AssetKey asked, Extent extent) {
        NavigableSet<AssetKey> tags = new TreeSet<>();
        if (extent.images().isEmpty() || extent.runners().contains(asked)) {
            extent.runners().forEach(runner -> tags.addAll(running.unresolvedTagsOf(runner)));
        }
        return tags;
    }

    /** Why it is not known which images run. */
    StageGap gap(NavigableSet<AssetKey> tags) {
        String registry = registryOf(tags.first());
        return new StageGap(
                Cause.TAG_NOT_RESOLVED,
                registry,
                "no source tells the digest behind "
                        + tags.stream().map(AssetKey::value).collect(Collectors.joining(", ")),
                "read the status of the pods, or connect the registry " + registry);
    }

    private static String registryOf(AssetKey tag) {
        return tag.value().replaceFirst("/.*", "");
    }

    private StageGap noImage(Extent extent) {
        return extent.code().isEmpty() ? noImageOf(extent.runners()) : noBuild(extent.code());
    }

    /** Why no image is known of something that runs. */
    StageGap noImageOf(Collection<AssetKey> runners) {
        return readings.gap(runners)
                .orElseGet(() -> new StageGap(
                        Cause.NO_IMAGE,
                        null,
                        "no image is known",
                        "read the pods of the cluster, or connect the pipelines that build images"));
    }

    private StageGap noBuild(NavigableSet<AssetKey> code) {
        return readings.gap(code)
                .orElseGet(() -> new StageGap(
                        Cause.NO_BUILD,
                        code.first().text(),
                        "no image is known to come from here",
                        "attest the builds of " + code.first().value()
                                + ", or let its pipelines report what they push"));
    }
}
