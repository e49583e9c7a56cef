package dev.throughline.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A managed container service: ECS service, Azure Container App, Cloud Run service.
 *
 * <p>Key: {@code cloud:<native id>}. Source: ECS DescribeServices; Microsoft.App/containerApps;
 * run.googleapis.com/Service.
 *
 * @param key its key
 * @param name name
 * @param type type at its provider
 * @param publicNetwork whether it answers on a public network at all
 * @param openRanges ranges in CIDR notation that it answers to, sorted; empty for none, unknown if no filter was read
 * @param authentication who may call it: {@code none} for anybody, else how its platform names what it asks for
 * @param tags tags as {@code key=value}, sorted
 */
public record ContainerService(
        AssetKey key,
        @Nullable String name,
        @Nullable String type,
        @Nullable Boolean publicNetwork,
        @Nullable List<String> openRanges,
        @Nullable String authentication,
        @Nullable List<String> tags)
        implements Asset {
    /** Checks the key and copies lists. */
    public ContainerService {
        AssetKind.CONTAINER_SERVICE.check(key);
        openRanges = openRanges == null ? null : List.copyOf(openRanges);
        tags = tags == null ? null : List.copyOf(tags);
    }
}
