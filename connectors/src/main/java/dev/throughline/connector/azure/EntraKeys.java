package dev.throughline.connector.azure;

import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import java.util.Locale;

/** Keys of objects of an Entra directory. Ids of objects and applications are unique across directories. */
final class EntraKeys {
    private EntraKeys() {}

    /** A user, group, service principal or application by its object id. */
    static AssetKey object(String id) {
        return of(id);
    }

    /** A client by its application id, which an application and its service principals share. */
    static AssetKey client(String appId) {
        return of("appid/" + appId);
    }

    /** A role of the directory by the id of its template. */
    static AssetKey directoryRole(String template) {
        return of("directoryroles/" + template);
    }

    /** A permission that an application may be granted, such as one of Microsoft Graph. */
    static AssetKey appRole(String id) {
        return of("approles/" + id);
    }

    private static AssetKey of(String id) {
        if (id.isBlank()) {
            throw new IllegalArgumentException("an object of the directory without an id");
        }
        return AssetKey.of(AssetKind.IDENTITY, "entra/" + id.strip().toLowerCase(Locale.ROOT));
    }
}
