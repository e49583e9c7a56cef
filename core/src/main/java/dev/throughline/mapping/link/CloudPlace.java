package dev.throughline.mapping.link;

import dev.throughline.model.AssetKey;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Where a cloud resource is, by its identifier: an ARN, an id of Azure, a full resource name of Google Cloud. Its last part
 * is the name of the resource, and each before it may be what a record calls the cluster: a cluster of ECS, an environment
 * or resource group, a project, an account, a region.
 *
 * @param holders the parts before the name, in lower case
 * @param name the name
 */
record CloudPlace(List<String> holders, String name) {
    static CloudPlace of(AssetKey resource) {
        String[] parts = resource.value().split("[/:]+", -1);
        int last = parts.length - 1;
        return new CloudPlace(
                Arrays.stream(parts, 0, last)
                        .map(part -> part.toLowerCase(Locale.ROOT))
                        .filter(part -> !part.isEmpty())
                        .toList(),
                parts[last]);
    }
}
