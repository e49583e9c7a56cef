package dev.throughline.connector.kubernetes;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A Secret or ConfigMap (core/v1): the names of its entries. Their values are not even looked at. */
record EntriesObject(
        ObjectName name,
        @Nullable String type,
        List<String> entries,
        @Nullable String account) {
    private static final String TOKEN = "kubernetes.io/service-account-token";
    private static final String ACCOUNT = "kubernetes.io/service-account.name";

    static EntriesObject of(Manifest manifest, String... fields) {
        List<String> entries = Arrays.stream(fields)
                .flatMap(f -> manifest.root().object(f).names().stream())
                .distinct()
                .sorted()
                .toList();
        String type = manifest.root().text("type");
        return new EntriesObject(manifest.name(), type, entries, TOKEN.equals(type) ? account(manifest) : null);
    }

    /** The service account whose token it holds. */
    private static @Nullable String account(Manifest manifest) {
        String account = manifest.annotations().get(ACCOUNT);
        return account == null || account.isEmpty() ? null : ObjectName.check(account);
    }
}
