package dev.throughline.model;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The name of an asset: natural, computed, and the same from every source, so that two sources that speak of one thing
 * meet, and a relation is written without asking anyone for an id.
 *
 * <p>Text form {@code kind:value}, for example {@code repository:github.com/acme/shop}; see the records of this package
 * for the form of each kind. Keys are ordered by their text. A key holds no control characters and at most
 * {@value #MAX_LENGTH} characters.
 *
 * @param text the text form
 */
public record AssetKey(String text) implements Comparable<AssetKey> {
    /** The most characters a key may have. In UTF-8 they fit into an entry of an index, which has 8 KB. */
    public static final int MAX_LENGTH = 2_600;

    /**
     * Where every outside attacker starts.
     */
    public static final AssetKey INTERNET = new AssetKey("outside:internet");

    /**
     * Anybody who reads what is public without signing in.
     */
    public static final AssetKey ANONYMOUS = new AssetKey("outside:anonymous");

    /**
     * Anybody with a GitHub account.
     */
    public static final AssetKey ANY_GITHUB_USER = new AssetKey("outside:any-github-user");

    /**
     * Checks the form.
     *
     * @throws IllegalArgumentException if the prefix is unknown, the value empty, or the text too long or unprintable
     */
    public AssetKey {
        int colon = text.indexOf(':');
        if (KeySpace.find(text, colon) == null) {
            throw new IllegalArgumentException(
                    "'" + Text.quote(text) + "' does not start with a kind of asset and a colon");
        }
        if (text.length() == colon + 1) {
            throw new IllegalArgumentException("'" + Text.quote(text) + "' names nothing after its colon");
        }
        if (text.startsWith("outside:") && !KeySpace.OUTSIDE.containsKey(text)) {
            throw new IllegalArgumentException("'" + Text.quote(text) + "' is none of " + KeySpace.OUTSIDE.keySet());
        }
        if (text.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("a key of " + text.length() + " characters, more than " + MAX_LENGTH
                    + ": '" + Text.quote(text) + "'");
        }
        if (Text.hasUnprintable(text)) {
            throw new IllegalArgumentException("a key with a control character: '" + Text.quote(text) + "'");
        }
    }

    /**
     * Reads a key as a person writes it. Repository addresses are brought to their canonical form, so that
     * {@code repository:https://GitHub.com/Acme/Shop.git} names {@code repository:github.com/acme/shop}.
     *
     * @param text a key
     * @return the key
     * @throws IllegalArgumentException if it has not the form of a key
     */
    public static AssetKey parse(String text) {
        String repository = AssetKind.REPOSITORY.prefix() + ":";
        return text.startsWith(repository) ? repository(text.substring(repository.length())) : new AssetKey(text);
    }

    /**
     * The key of an asset of a kind.
     *
     * @param kind the kind
     * @param value what stands after the colon
     * @return the key
     */
    public static AssetKey of(AssetKind kind, String value) {
        return new AssetKey(kind.prefix() + ":" + value);
    }

    /**
     * The key of an organization.
     *
     * @param host host of the platform, such as {@code github.com}
     * @param name name of the organization
     * @return {@code organization:github.com/acme}
     */
    public static AssetKey organization(String host, String name) {
        return of(AssetKind.ORGANIZATION, (host + "/" + name).toLowerCase(Locale.ROOT));
    }

    /**
     * The key of a repository, from any of its addresses.
     *
     * @param url any form that {@link RepositoryUrl#parse} reads
     * @return {@code repository:github.com/acme/shop}
     * @throws IllegalArgumentException if it names no repository
     */
    public static AssetKey repository(String url) {
        return RepositoryUrl.parse(url).key();
    }

    /**
     * The key of a commit.
     *
     * @param repository key of its repository
     * @param sha full object name: 40 (SHA-1) or 64 (SHA-256) hex digits
     * @return {@code commit:github.com/acme/shop@<sha>}
     * @throws IllegalArgumentException if the object name is abbreviated or not hexadecimal
     */
    public static AssetKey commit(AssetKey repository, String sha) {
        String name = sha.toLowerCase(Locale.ROOT);
        if ((name.length() != 40 && name.length() != 64) || !name.chars().allMatch(AssetKey::isHex)) {
            throw new IllegalArgumentException("'" + Text.quote(sha) + "' is not the full name of a commit");
        }
        return of(AssetKind.COMMIT, repository.value() + "@" + name);
    }

    private static boolean isHex(int c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    }

    /**
     * The key of a branch.
     *
     * @param repository key of its repository
     * @param name name, without {@code refs/heads/}
     * @return {@code branch:github.com/acme/shop@main}
     */
    public static AssetKey branch(AssetKey repository, String name) {
        return of(AssetKind.BRANCH, repository.value() + "@" + name);
    }

    /**
     * The key of an asset that belongs to a repository: pipeline, run, environment, secret, file.
     *
     * @param kind its kind
     * @param repository key of its repository
     * @param path what names it within the repository
     * @return {@code kind:github.com/acme/shop/path}
     */
    public static AssetKey inRepository(AssetKind kind, AssetKey repository, String path) {
        return of(kind, repository.value() + "/" + path);
    }

    /**
     * The key of a GitHub workflow run.
     *
     * @param repository key of its repository
     * @param id id of the run
     * @return {@code run:github.com/acme/shop/actions/runs/123}
     */
    public static AssetKey run(AssetKey repository, String id) {
        return inRepository(AssetKind.PIPELINE_RUN, repository, "actions/runs/" + id);
    }

    /**
     * The key of a container image.
     *
     * @param digest digest of its manifest
     * @return {@code image:sha256:<64 hex>}
     */
    public static AssetKey image(Digest digest) {
        return of(AssetKind.CONTAINER_IMAGE, digest.toString());
    }

    /**
     * The key of an image tag.
     *
     * @param reference a reference with a tag
     * @return {@code imagetag:ghcr.io/acme/shop:1.4.2}
     */
    public static AssetKey imageTag(ImageReference reference) {
        return of(AssetKind.IMAGE_TAG, reference.repository() + ":" + reference.tagOrLatest());
    }

    /**
     * The key of a vulnerability.
     *
     * @param id its id, such as {@code CVE-2024-3094}
     * @return {@code vulnerability:CVE-2024-3094}
     */
    public static AssetKey vulnerability(String id) {
        String name = id.strip();
        // CVE ids are upper-case by their record format; GHSA ids have a lower-case body.
        return of(
                AssetKind.VULNERABILITY,
                name.regionMatches(true, 0, "CVE-", 0, 4) ? name.toUpperCase(Locale.ROOT) : name);
    }

    /**
     * The key of a Kubernetes workload.
     *
     * @param cluster name of its cluster
     * @param namespace its namespace
     * @param type kind of the object, such as {@code Deployment}
     * @param name its name
     * @return {@code workload:prod-eu/shop/Deployment/payments}
     */
    public static AssetKey workload(String cluster, String namespace, String type, String name) {
        return new AssetKey(AssetKind.WORKLOAD.prefix() + ":" + cluster + "/" + namespace + "/" + type + "/" + name);
    }

    /**
     * The key of a Kubernetes object.
     *
     * @param kind its kind
     * @param cluster name of its cluster
     * @param namespace its namespace; {@code -} for an object of the whole cluster whose kind also exists in namespaces
     * @param name its name
     * @return {@code service:prod-eu/shop/payments}
     */
    public static AssetKey inNamespace(AssetKind kind, String cluster, String namespace, String name) {
        return new AssetKey(kind.prefix() + ":" + cluster + "/" + namespace + "/" + name);
    }

    /**
     * The key of a Kubernetes object without a namespace, such as a node.
     *
     * @param kind its kind
     * @param cluster name of its cluster
     * @param name its name
     * @return {@code node:prod-eu/ip-10-0-1-7}
     */
    public static AssetKey inCluster(AssetKind kind, String cluster, String name) {
        return new AssetKey(kind.prefix() + ":" + cluster + "/" + name);
    }

    /**
     * What stands before the first colon.
     *
     * @return the prefix, such as {@code repository}
     */
    public String prefix() {
        return text.substring(0, text.indexOf(':'));
    }

    /**
     * What stands after the first colon.
     *
     * @return the value, such as {@code github.com/acme/shop}
     */
    public String value() {
        return text.substring(text.indexOf(':') + 1);
    }

    /**
     * Whether this may be the key of an asset of a kind.
     *
     * @param kind a kind
     * @return whether the prefix is that of the kind
     */
    public boolean mayBe(AssetKind kind) {
        String prefix = kind.prefix();
        return text.startsWith(prefix) && text.charAt(prefix.length()) == ':';
    }

    KeySpace space() {
        return Objects.requireNonNull(KeySpace.find(text, text.indexOf(':')));
    }

    /**
     * {@return a hash of the text} Names that differ in a digit have neighbouring hashes as texts, and would crowd the bins of a
     * hash map.
     */
    @Override
    public int hashCode() {
        int spread = text.hashCode() * 0x9E3779B9;
        return spread ^ (spread >>> 16);
    }

    /**
     * Whether two keys name one thing.
     *
     * @param other anything
     * @return whether it is a key of the same text
     */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AssetKey key && text.equals(key.text);
    }

    @Override
    public int compareTo(AssetKey other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
