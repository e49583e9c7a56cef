package dev.throughline.mapping.trust;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A condition on the subject of a token, taken apart. {@code *} and {@code ?} are wildcards, and {@code *} passes every
 * separator, as that of {@code StringLike} does. Sources: GitHub, <em>OpenID Connect reference</em>; GitLab, <em>Connect
 * to cloud services</em>; Azure DevOps, <em>workload identity federation</em>.
 *
 * @param platform who issues such subjects; null if any may
 * @param path repository as {@code owner/name}; service connection as {@code organization/project/name}
 * @param reference what else the token must be for
 * @param name name of the branch, tag or environment; null where the reference has none
 */
record TokenSubject(
        @Nullable Platform platform,
        String path,
        Reference reference,
        @Nullable String name) {
    /** Who issues such subjects. */
    enum Platform {
        GITHUB("repo:"),
        GITLAB("project_path:"),
        AZURE_DEVOPS("sc://");

        private final String prefix;

        Platform(String prefix) {
            this.prefix = prefix;
        }
    }

    /** What else the token must be for. */
    enum Reference {
        BRANCH,
        TAG,
        ENVIRONMENT,
        PULL_REQUEST,
        CONNECTION,
        /** For anything. */
        ANY,
        /** For something that the platform was told to write there. */
        OTHER
    }

    /** Takes a condition apart; null if no build platform issues such subjects. */
    static @Nullable TokenSubject parse(String condition) {
        for (Platform platform : Platform.values()) {
            if (condition.startsWith(platform.prefix)) {
                return of(platform, condition.substring(platform.prefix.length()));
            }
            int star = condition.indexOf('*');
            if (star >= 0 && platform.prefix.startsWith(condition.substring(0, star))) {
                return new TokenSubject(null, "*", Reference.ANY, null);
            }
        }
        return null;
    }

    private static TokenSubject of(Platform platform, String rest) {
        if (platform == Platform.AZURE_DEVOPS) {
            return new TokenSubject(platform, rest, Reference.CONNECTION, null);
        }
        int colon = rest.indexOf(':');
        if (colon < 0) { // a wildcard at the end of the path is one for all that follows, too
            return new TokenSubject(platform, rest, rest.endsWith("*") ? Reference.ANY : Reference.OTHER, null);
        }
        String path = rest.substring(0, colon);
        String context = rest.substring(colon + 1);
        if (context.equals("pull_request")) {
            return new TokenSubject(platform, path, Reference.PULL_REQUEST, null);
        }
        for (Form form : Form.values()) {
            if (context.startsWith(form.prefix)) {
                return new TokenSubject(platform, path, form.reference, context.substring(form.prefix.length()));
            }
        }
        return new TokenSubject(platform, path, isWild(context) ? Reference.ANY : Reference.OTHER, null);
    }

    /** How platforms write what a token is for. */
    private enum Form {
        GITHUB_BRANCH("ref:refs/heads/", Reference.BRANCH),
        GITHUB_TAG("ref:refs/tags/", Reference.TAG),
        GITHUB_ENVIRONMENT("environment:", Reference.ENVIRONMENT),
        GITLAB_BRANCH("ref_type:branch:ref:", Reference.BRANCH),
        GITLAB_TAG("ref_type:tag:ref:", Reference.TAG);

        private final String prefix;
        private final Reference reference;

        Form(String prefix, Reference reference) {
            this.prefix = prefix;
            this.reference = reference;
        }
    }

    /** Whether the path names one repository or connection. */
    boolean isExact() {
        return !isWild(path) && path.indexOf('/') > 0;
    }

    static boolean isWild(String pattern) {
        return pattern.indexOf('*') >= 0 || pattern.indexOf('?') >= 0;
    }

    /** What of it admits more than was meant. */
    List<TrustPitfall> pitfalls() {
        List<TrustPitfall> pitfalls = new ArrayList<>();
        int slash = path.indexOf('/');
        String owner = slash < 0 ? path : path.substring(0, slash);
        if (isWild(owner)) {
            pitfalls.add(isAll(owner) ? TrustPitfall.EVERYBODY : TrustPitfall.OPEN_OWNER);
        } else if (isWild(path)) {
            String last = path.substring(path.lastIndexOf('/') + 1);
            pitfalls.add(isAll(last) ? TrustPitfall.EVERY_REPOSITORY_OF_OWNER : TrustPitfall.OPEN_REPOSITORY);
        } else if (reference == Reference.ANY || (name != null && isAll(name))) {
            pitfalls.add(TrustPitfall.EVERY_REF);
        }
        if (name != null && isWild(name) && !isAll(name)) {
            pitfalls.add(TrustPitfall.OPEN_REF);
        }
        if (reference == Reference.PULL_REQUEST) {
            pitfalls.add(TrustPitfall.PULL_REQUEST);
        }
        return pitfalls;
    }

    private static boolean isAll(String pattern) {
        return !pattern.isEmpty() && pattern.chars().allMatch(c -> c == '*');
    }
}
