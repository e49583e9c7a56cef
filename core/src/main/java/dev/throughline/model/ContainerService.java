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
 * @param tags tags as {@code key=value}, sorted
 */
public record ContainerService(
        AssetKey key,
        @Nullable String name,
        @Nullable String type,
        @Nullable List<String> tags) implements Asset {
    /** Checks the key and copies lists. */
    public ContainerService {
        AssetKind.CONTAINER_SERVICE.check(key);
        tags = tags == null ? null : List.copyOf(tags);
    }
}
