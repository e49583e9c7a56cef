package dev.throughline.connector.support;

import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Ids of Azure Resource Manager, which compare without regard to case, and the keys made of them. */
public final class ArmId {
    private static final String SUBSCRIPTIONS = "/subscriptions/";
    private static final String PROVIDERS = "/providers/";

    private ArmId() {}

    /**
     * The id as keys have it: lower case, without a slash at its end.
     *
     * @param id an id in any case
     * @return the canonical id
     * @throws IllegalArgumentException if it does not start with a slash
     */
    public static String canonical(String id) {
        String lower = id.strip().toLowerCase(Locale.ROOT);
        if (!lower.startsWith("/")) {
            throw new IllegalArgumentException("not an id of Azure Resource Manager, which starts with a slash");
        }
        return lower.length() > 1 && lower.endsWith("/") ? lower.substring(0, lower.length() - 1) : lower;
    }

    /**
     * The key of what an id names. A subscription is an account; everything else is a resource.
     *
     * @param id an id in any case
     * @return {@code cloud:azure/<subscription>} or {@code cloud:<canonical id>}
     * @throws IllegalArgumentException if it does not start with a slash
     */
    public static AssetKey key(String id) {
        String canonical = canonical(id);
        String rest = canonical.startsWith(SUBSCRIPTIONS) ? canonical.substring(SUBSCRIPTIONS.length()) : "/";
        return rest.indexOf('/') < 0
                ? AssetKey.of(AssetKind.CLOUD_ACCOUNT, "azure/" + rest)
                : AssetKey.of(AssetKind.CLOUD_RESOURCE, canonical);
    }

    /**
     * What holds the resource of a canonical id.
     *
     * @param id a canonical id
     * @return the canonical id of its parent; null for a subscription and what is in none
     */
    public static @Nullable String parent(String id) {
        int provider = id.lastIndexOf(PROVIDERS);
        if (provider < 0) { // a resource group
            int group = id.indexOf("/resourcegroups/");
            return group > 0 ? id.substring(0, group) : null;
        }
        String[] path = id.substring(provider + PROVIDERS.length()).split("/", -1);
        if (path.length > 3) { // namespace/type/name/type/name
            String below = id.substring(0, id.lastIndexOf('/'));
            return below.substring(0, below.lastIndexOf('/'));
        }
        return provider == 0 ? null : id.substring(0, provider);
    }

    /**
     * The type that a canonical id tells.
     *
     * @param id a canonical id
     * @return a type such as {@code microsoft.storage/storageaccounts/blobservices}
     */
    public static String type(String id) {
        int provider = id.lastIndexOf(PROVIDERS);
        if (provider < 0) {
            return "microsoft.resources/" + (id.contains("/resourcegroups/") ? "resourcegroups" : "subscriptions");
        }
        String[] path = id.substring(provider + PROVIDERS.length()).split("/", -1);
        StringBuilder type = new StringBuilder(path[0]);
        for (int i = 1; i < path.length; i += 2) {
            type.append('/').append(path[i]);
        }
        return type.toString();
    }

    /**
     * The id of the enclosing resource of a type, such as the network interface of one of its configurations.
     *
     * @param id an id in any case
     * @param type last part of the type, lower-case
     * @return the canonical id of the enclosing resource, or of the resource itself if none of that type encloses it
     */
    public static String enclosing(String id, String type) {
        String canonical = canonical(id);
        int start = canonical.lastIndexOf("/" + type + "/");
        int end = start < 0 ? -1 : canonical.indexOf('/', start + type.length() + 2);
        return end < 0 ? canonical : canonical.substring(0, end);
    }
}
