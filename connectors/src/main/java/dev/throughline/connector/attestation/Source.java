package dev.throughline.connector.attestation;

import com.fasterxml.jackson.databind.node.MissingNode;
import dev.throughline.connector.support.Fields;
import dev.throughline.fact.FactSink;
import dev.throughline.fact.Rejection;
import dev.throughline.model.RepositoryUrl;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a build says that its source is.
 *
 * @param repository canonical address of the repository, or the address as it stands if it is of no repository
 * @param ref ref, where it is told
 * @param path path of the definition of the build, where it is told
 * @param digest digests of the source by algorithm; may be absent
 */
record Source(
        @Nullable String repository,
        @Nullable String ref,
        @Nullable String path,
        Fields digest) {
    static final Source UNKNOWN = new Source(null, null, null, Fields.of("", MissingNode.getInstance()));

    /** Addresses Git can fetch from; a bucket or a package is no repository. */
    private static final Pattern GIT = Pattern.compile("(?:(?:git\\+)*(?:https?|ssh|git)://|[^/@:]+@[^/:]+:)(?!/).+");

    /** {@code git+https://host/path@refs/heads/main}; BuildKit writes {@code https://host/path.git#refs/heads/main}. */
    private static final Pattern REF = Pattern.compile("[@#](refs/[^:?#]+)");

    private static final Pattern QUOTES = Pattern.compile("^['\"]+|['\"]+$");
    private static final Pattern SHA1 = Pattern.compile("[0-9a-fA-F]{40}");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-fA-F]{64}");

    /**
     * The source among the external parameters of provenance v1, which each build type names as it likes: GitHub
     * Actions, Google Cloud Build, SLSA container-based builds and BuildKit, in this order.
     */
    static Optional<Source> ofParameters(Fields parameters) {
        return Stream.of(
                        of(parameters.get("workflow"), "repository", "path"),
                        of(parameters.get("buildConfigSource"), "repository", "path"),
                        of(parameters.get("source"), "uri", "path"),
                        of(parameters.get("configSource"), "uri", "path"))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The first material that names a commit. */
    static Optional<Source> ofMaterials(List<Fields> materials) {
        return materials.stream()
                .flatMap(material -> of(material, "uri", "path").stream())
                .filter(source -> commit(source.digest) != null)
                .findFirst();
    }

    /** The source that an object describes, if it names an address. Other build types may keep other things there. */
    static Optional<Source> of(Fields described, String addressName, String pathName) {
        if (!described.node().isObject()) {
            return Optional.empty();
        }
        String address = described.text(addressName);
        if (address == null || address.isBlank()) {
            return Optional.empty();
        }
        String ref = described.text("ref");
        return Optional.of(new Source(
                canonical(address),
                ref == null || ref.isBlank() ? refOf(address) : ref,
                described.text(pathName),
                described.object("digest")));
    }

    Source orRef(@Nullable String otherRef) {
        return new Source(repository, ref == null ? otherRef : ref, path, digest);
    }

    /** The commit: that of the source itself, or of the material from the same repository. */
    @Nullable
    String revision(List<Fields> materials, FactSink sink) {
        String own = commit(digest);
        if (own != null) {
            return own;
        }
        rejectMalformed(sink);
        return materials.stream()
                .flatMap(material -> of(material, "uri", "path").stream())
                .filter(source -> repository != null && repository.equals(source.repository))
                .map(source -> commit(source.digest))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private void rejectMalformed(FactSink sink) {
        for (String algorithm : List.of("gitCommit", "sha1")) {
            if (digest.has(algorithm)) {
                sink.reject(new Rejection(
                        digest.file(), digest.pointer() + "/" + algorithm, "not the full name of a commit"));
            }
        }
    }

    /** The digest is gitCommit, in v0.2 sha1. Some builders write a SHA-1 as sha256, or put quotes around it. */
    private static @Nullable String commit(Fields digest) {
        String gitCommit = unquoted(digest.text("gitCommit"));
        if (SHA1.matcher(gitCommit).matches() || SHA256.matcher(gitCommit).matches()) {
            return gitCommit;
        }
        return Stream.of(unquoted(digest.text("sha1")), unquoted(digest.text("sha256")))
                .filter(sha -> SHA1.matcher(sha).matches())
                .findFirst()
                .orElse(null);
    }

    private static String unquoted(@Nullable String sha) {
        return sha == null ? "" : QUOTES.matcher(sha.strip()).replaceAll("").toLowerCase(Locale.ROOT);
    }

    private static @Nullable String refOf(String address) {
        Matcher matcher = REF.matcher(address);
        return matcher.find() ? matcher.group(1) : null;
    }

    /** What is no repository is kept without user, query and fragment, where secrets stand. */
    private static String canonical(String address) {
        try {
            if (GIT.matcher(address).matches()) {
                return RepositoryUrl.parse(address).toString();
            }
        } catch (IllegalArgumentException e) {
            // An address of something else.
        }
        return address.replaceFirst("(?s)[?#].*", "").replaceFirst("//[^/@]*@", "//");
    }
}
