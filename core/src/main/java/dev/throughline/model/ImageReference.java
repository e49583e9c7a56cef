package dev.throughline.model;

import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A reference to a container image as people and runtimes write it: {@code [registry/]repository[:tag][@digest]}.
 *
 * <p>Canonical form after the rules of the distribution project's {@code reference} package (normalized names) and OCI
 * Distribution Specification 1.1, <em>Pulling manifests</em>: the first part is a registry if it holds a dot or a colon
 * or is {@code localhost}; otherwise the registry is Docker Hub, {@code docker.io}, where a name of one part belongs to
 * {@code library}. Scheme prefixes that runtimes put in front, such as {@code docker-pullable://}, are dropped.
 *
 * @param registry host and port of the registry, lower-case
 * @param name repository within the registry
 * @param tag tag, where one is written
 * @param digest digest, where one is written
 */
public record ImageReference(
        String registry,
        String name,
        @Nullable String tag,
        @Nullable Digest digest) {
    private static final Pattern NAME =
            Pattern.compile("[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*(?:/[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*)*");
    private static final Pattern TAG = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,127}");
    private static final Pattern REGISTRY = Pattern.compile("[a-z0-9.-]+(?::[0-9]+)?|\\[[0-9a-f:]+](?::[0-9]+)?");
    private static final String DOCKER_HUB = "docker.io";

    /**
     * Checks the form.
     *
     * @throws IllegalArgumentException if a part has not the form the specification gives it
     */
    public ImageReference {
        if (!REGISTRY.matcher(registry).matches()
                || name.length() > 255
                || !NAME.matcher(name).matches()
                || (tag != null && !TAG.matcher(tag).matches())) {
            throw new IllegalArgumentException("'" + Text.quote(registry + "/" + name + (tag == null ? "" : ":" + tag))
                    + "' is not an image reference");
        }
    }

    /**
     * Reads a reference.
     *
     * @param text for example {@code nginx}, {@code ghcr.io/acme/shop:1.4.2} or {@code acme/shop@sha256:…}
     * @return the reference
     * @throws IllegalArgumentException if it is not an image reference
     */
    public static ImageReference parse(String text) {
        String rest = text.strip();
        int scheme = rest.indexOf("://");
        if (scheme >= 0) {
            rest = rest.substring(scheme + 3);
        }
        Digest digest = null;
        int at = rest.indexOf('@');
        if (at >= 0) {
            digest = Digest.parse(rest.substring(at + 1));
            rest = rest.substring(0, at);
        }
        String tag = null;
        int colon = rest.lastIndexOf(':');
        if (colon > rest.lastIndexOf('/')) {
            tag = rest.substring(colon + 1);
            rest = rest.substring(0, colon);
        }
        int slash = rest.indexOf('/');
        String first = slash < 0 ? "" : rest.substring(0, slash);
        boolean hasRegistry = first.contains(".") || first.contains(":") || first.equals("localhost");
        String registry = hasRegistry ? first.toLowerCase(Locale.ROOT) : DOCKER_HUB;
        String name = hasRegistry ? rest.substring(slash + 1) : rest;
        if (registry.equals("index.docker.io") || registry.equals("registry-1.docker.io")) {
            registry = DOCKER_HUB;
        }
        if (registry.equals(DOCKER_HUB) && name.indexOf('/') < 0) {
            name = "library/" + name;
        }
        return new ImageReference(registry, name, tag, digest);
    }

    /**
     * Registry and name.
     *
     * @return for example {@code ghcr.io/acme/shop}
     */
    public String repository() {
        return registry + "/" + name;
    }

    /**
     * The tag that is pulled when there is no digest.
     *
     * @return the tag, or {@code latest} where none is written
     */
    public String tagOrLatest() {
        return Objects.requireNonNullElse(tag, "latest");
    }

    /** {@return the canonical text form} */
    @Override
    public String toString() {
        return repository() + (tag == null ? "" : ":" + tag) + (digest == null ? "" : "@" + digest);
    }
}
