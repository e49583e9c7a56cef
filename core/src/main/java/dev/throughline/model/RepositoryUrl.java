package dev.throughline.model;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The address of a Git repository, brought to one form.
 *
 * <p>Reads what Git accepts (git-clone(1), <em>Git URLs</em>: {@code https}, {@code ssh}, {@code git} and the
 * scp-like {@code user@host:path}), what tools put around it ({@code git+https://…}, {@code #ref}, {@code @ref},
 * {@code .git}, a trailing slash), browser addresses below a repository ({@code /tree/main}, {@code /-/blob/…}), API
 * addresses, and the bare form of a key. Host and path are lower-case: GitHub, GitLab and Azure DevOps ignore case
 * in both (GitHub REST: "The name is not case sensitive"), and so do the hosts people run themselves, for the most part. {@code *.visualstudio.com} and
 * {@code ssh.dev.azure.com} become {@code dev.azure.com}, where a repository is {@code organization/project/repository}.
 *
 * @param host host name, lower-case, with its port unless it is the scheme's own
 * @param path path of the repository, without slashes at its ends
 */
public record RepositoryUrl(String host, String path) {
    private static final Pattern SCHEME =
            Pattern.compile("^(?:git\\+|scm:git:|spdx\\+git\\+)*([a-z][a-z0-9.-]*)://", Pattern.CASE_INSENSITIVE);
    private static final List<String> SCHEMES = List.of("https", "http", "ssh", "git");
    private static final Pattern SCP = Pattern.compile("^(?:[^@/:]+@)([^:/]+):(?!//)(.+)$");
    private static final Pattern HOST = Pattern.compile("[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::[0-9]{1,5})?");
    private static final Pattern SEGMENT =
            Pattern.compile("[^\\s/\\\\?#%:*|\"<>\\p{Cntrl}]+(?: [^\\s/\\\\?#%:*|\"<>\\p{Cntrl}]+)*");
    private static final List<String> GITHUB_HOSTS =
            List.of("api.github.com", "www.github.com", "ssh.github.com", "ssh.github.com:443");
    private static final List<String> BROWSER_PATHS = List.of(
            "tree",
            "blob",
            "commit",
            "commits",
            "actions",
            "releases",
            "pull",
            "pulls",
            "issues",
            "raw",
            "security",
            "wiki");

    /**
     * Checks the form.
     *
     * @throws IllegalArgumentException if host or path cannot be those of a repository
     */
    public RepositoryUrl {
        List<String> segments = Arrays.asList(path.split("/", -1));
        boolean valid = HOST.matcher(host).matches()
                && segments.size() >= 2
                && segments.stream().allMatch(s -> SEGMENT.matcher(s).matches() && !s.equals(".") && !s.equals(".."));
        if (!valid) {
            throw new IllegalArgumentException(
                    "'" + Text.quote(host + "/" + path) + "' is not the address of a repository");
        }
    }

    /**
     * Reads an address.
     *
     * @param text any form named above
     * @return the canonical address
     * @throws IllegalArgumentException if it names no repository
     */
    public static RepositoryUrl parse(String text) {
        String rest = text.strip();
        var scheme = SCHEME.matcher(rest);
        var scp = SCP.matcher(rest);
        String host;
        String path;
        if (scheme.find()) {
            if (!SCHEMES.contains(scheme.group(1).toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException("'" + Text.quote(text) + "' is not the address of a Git repository");
            }
            rest = rest.substring(scheme.end());
            rest = rest.substring(userInfoEnd(rest));
            int slash = rest.indexOf('/');
            host = withoutDefaultPort(slash < 0 ? rest : rest.substring(0, slash), scheme.group(1));
            path = slash < 0 ? "" : rest.substring(slash + 1);
        } else if (scp.matches()) {
            host = scp.group(1);
            path = scp.group(2);
        } else {
            int slash = rest.indexOf('/');
            host = slash < 0 ? "" : rest.substring(0, slash);
            path = slash < 0 ? rest : rest.substring(slash + 1);
        }
        return canonical(host.toLowerCase(Locale.ROOT), clean(path), text);
    }

    /** {@return the key of this repository} */
    AssetKey key() {
        return AssetKey.of(AssetKind.REPOSITORY, host + "/" + path);
    }

    private static int userInfoEnd(String rest) {
        int slash = rest.indexOf('/');
        int at = (slash < 0 ? rest : rest.substring(0, slash)).lastIndexOf('@');
        return at + 1;
    }

    private static String withoutDefaultPort(String authority, String scheme) {
        String port = switch (scheme.toLowerCase(Locale.ROOT)) {
            case "https" -> ":443";
            case "http" -> ":80";
            case "ssh" -> ":22";
            default -> ":9418";
        };
        return authority.endsWith(port) ? authority.substring(0, authority.length() - port.length()) : authority;
    }

    /** Drops query, fragment and ref, decodes escapes, and drops slashes at the ends. */
    private static String clean(String path) {
        String cleaned = path.replaceFirst("[?#].*$", "").replaceFirst("@[^/]*(?:/.*)?$", "");
        try {
            cleaned = URLDecoder.decode(cleaned.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("'" + Text.quote(path) + "' has a broken percent escape", e);
        }
        return cleaned.replaceAll("^/+|/+$", "").replaceAll("/{2,}", "/");
    }

    private static RepositoryUrl canonical(String host, String path, String text) {
        if (path.isEmpty()) {
            throw new IllegalArgumentException("'" + Text.quote(text) + "' is not the address of a repository");
        }
        if (host.endsWith(".visualstudio.com") || host.equals("dev.azure.com") || host.equals("ssh.dev.azure.com")) {
            return azureDevOps(host, path);
        }
        List<String> segments = List.of(path.split("/"));
        if (GITHUB_HOSTS.contains(host)) {
            return of(
                    "github.com", segments.get(0).equals("repos") ? segments.subList(1, segments.size()) : segments, 2);
        }
        if (path.startsWith("api/v3/repos/")) { // GitHub Enterprise Server
            return of(host, segments.subList(3, segments.size()), 2);
        }
        if (host.equals("github.com") || host.equals("bitbucket.org")) {
            return of(host, segments, 2);
        }
        int end = segments.indexOf("-"); // GitLab separates the project from pages below it with "/-/"
        if (end < 0 && !host.equals("gitlab.com")) {
            end = firstBrowserPath(segments);
        }
        return of(host, segments, end < 0 ? segments.size() : end);
    }

    private static int firstBrowserPath(List<String> segments) {
        for (int i = 2; i < segments.size(); i++) {
            if (BROWSER_PATHS.contains(segments.get(i))) {
                return i;
            }
        }
        return -1;
    }

    private static RepositoryUrl of(String host, List<String> segments, int length) {
        String path = String.join("/", segments.subList(0, Math.min(length, segments.size())))
                .toLowerCase(Locale.ROOT);
        return new RepositoryUrl(host, path.endsWith(".git") ? path.substring(0, path.length() - 4) : path);
    }

    /**
     * {@code dev.azure.com/{org}/{project}/_git/{repo}}, {@code {org}.visualstudio.com/[DefaultCollection/]{project}/_git/{repo}},
     * {@code ssh.dev.azure.com:v3/{org}/{project}/{repo}}. Without a project, project and repository have one name.
     */
    private static RepositoryUrl azureDevOps(String host, String path) {
        List<String> segments = new ArrayList<>(List.of(path.split("/")));
        segments.removeIf(s -> s.equals("_git") || s.equals("v3") || s.equalsIgnoreCase("DefaultCollection"));
        if (host.endsWith(".visualstudio.com") && !host.equals("vs-ssh.visualstudio.com")) {
            segments.add(0, host.substring(0, host.length() - ".visualstudio.com".length()));
        }
        if (segments.size() == 2) {
            segments.add(segments.get(1));
        }
        int apis = segments.indexOf("_apis"); // {org}/{project}/_apis/git/repositories/{repo}
        if (apis > 0 && segments.size() > apis + 3) {
            segments = List.of(segments.get(0), segments.get(1), segments.get(apis + 3));
        }
        return of("dev.azure.com", segments, 3);
    }

    /** {@return {@code host/path}} */
    @Override
    public String toString() {
        return host + "/" + path;
    }
}
