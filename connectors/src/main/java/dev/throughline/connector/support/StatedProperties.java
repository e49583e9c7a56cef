package dev.throughline.connector.support;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The properties of a relation that a record states; what it leaves out stays out. Not safe to share between threads. */
public final class StatedProperties {
    private final Map<String, String> values = new HashMap<>();

    /** No properties yet. */
    public StatedProperties() {}

    /**
     * Adds a property.
     *
     * @param name its name
     * @param value its value; null or an empty text if the record does not state it
     * @return this
     */
    public StatedProperties with(String name, @Nullable Object value) {
        if (value != null && !value.toString().isEmpty()) {
            values.put(name, value.toString());
        }
        return this;
    }

    /**
     * Adds the host of a web address, in lower case, and nothing of what else stands in it, which may be a secret.
     *
     * @param name name of the property
     * @param address an address; null, or anything that is no web address, adds nothing
     * @return this
     */
    public StatedProperties withHost(String name, @Nullable String address) {
        try {
            URI uri = new URI(address == null ? "" : address);
            boolean isWeb = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
            return isWeb && uri.getHost() != null ? with(name, uri.getHost().toLowerCase(Locale.ROOT)) : this;
        } catch (URISyntaxException e) {
            return this; // whoever deploys writes what they like there
        }
    }

    /**
     * The properties.
     *
     * @return an immutable copy
     */
    public Map<String, String> asMap() {
        return Map.copyOf(values);
    }
}
