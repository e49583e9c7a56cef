package dev.throughline.connector.sarif;

import dev.throughline.connector.support.Fields;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Turns artifact locations into paths from the root of the repository (SARIF 2.1.0 §3.4, §3.14.14). All of it is text:
 * nothing is looked up, and broken addresses are taken as they are.
 */
final class ArtifactPaths {
    private static final Pattern ABSOLUTE = Pattern.compile("(?:[A-Za-z][A-Za-z0-9+.-]*:|/).*", Pattern.DOTALL);
    private static final Pattern FILE = Pattern.compile("(?i)file:/*");
    private static final int MOST_BASES = 16;

    private final List<Place> artifacts;
    private final Fields bases;
    private final @Nullable String root;
    private final Map<Place, String> read = new HashMap<>();

    /** A base that adds nothing to an address. */
    private @Nullable String emptyBase;

    ArtifactPaths(Run run) {
        this.artifacts = run.artifacts();
        this.bases = run.bases();
        this.root = root(run.provenance());
    }

    /** Which base is the root of the repository: the log says it itself (§3.23.7), or the name everybody uses does. */
    private @Nullable String root(List<Fields> provenances) {
        for (Fields provenance : provenances) {
            String id = provenance.object("mappedTo").text("uriBaseId");
            if (id != null) {
                return id;
            }
        }
        return bases.names().stream()
                .filter(n -> n.contains("SRCROOT"))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    @Nullable
    String of(Place place) {
        Place file = place.uri() == null ? atIndex(place.artifact()) : place;
        String uri = file.uri();
        if (uri == null || (isPath(uri) && isEmpty(file.base()))) {
            return uri;
        }
        return read.computeIfAbsent(new Place(uri, file.base(), null, null), this::path);
    }

    /** Whether an address, as most are, is a path from its base that nothing has to be undone in. */
    private static boolean isPath(String uri) {
        boolean isPlain = uri.indexOf('%') < 0 && uri.indexOf('\\') < 0 && uri.indexOf(':') < 0;
        boolean isNormal = !uri.startsWith(".") && !uri.contains("/.") && !uri.contains("//");
        return isPlain && isNormal && !uri.isEmpty() && !uri.startsWith("/") && !uri.endsWith("/");
    }

    private boolean isEmpty(@Nullable String base) {
        if (base == null || base.equals(emptyBase)) {
            return true;
        }
        boolean isEmpty = base.equals(root) || bases.object(base).text("uri") == null;
        emptyBase = isEmpty ? base : emptyBase;
        return isEmpty;
    }

    /** A path that leads on from where the log is; null for an address of any other kind. */
    static @Nullable String relative(String uri) {
        String path = text(uri);
        boolean leadsOut = isAbsolute(path) || List.of(path.split("/", -1)).contains("..");
        return leadsOut ? null : normal(path);
    }

    private @Nullable String path(Place file) {
        String path = text(String.valueOf(file.uri()));
        return normal(isAbsolute(path) ? belowRoot(path) : fromRoot(path, file.base()));
    }

    private Place atIndex(@Nullable Long index) {
        return index == null || index < 0 || index >= artifacts.size() ? Place.NONE : artifacts.get(index.intValue());
    }

    /** Puts the relative bases in front, up to the root or else to the first base that is absolute. */
    private String fromRoot(String path, @Nullable String firstBase) {
        String whole = path;
        String base = firstBase;
        for (int i = 0; i < MOST_BASES && base != null && !base.equals(root); i++) {
            Fields declared = bases.object(base);
            String uri = declared.text("uri");
            if (uri == null) {
                return whole;
            }
            if (isAbsolute(text(uri))) {
                String absolute = text(uri) + "/" + whole;
                return root == null ? whole : belowRoot(absolute);
            }
            whole = text(uri) + "/" + whole;
            base = declared.text("uriBaseId");
        }
        return whole;
    }

    /** Takes away the base that an absolute address is below: the root, or the outermost one. */
    private String belowRoot(String absolute) {
        String path = FILE.matcher(absolute).replaceFirst("/").replace("//", "/");
        Map<Integer, String> prefixes = new TreeMap<>();
        for (String id : bases.names()) {
            String uri = bases.object(id).text("uri");
            String base = uri == null ? "" : FILE.matcher(text(uri)).replaceFirst("/");
            if (!base.isEmpty() && path.startsWith(base.endsWith("/") ? base : base + "/")) {
                prefixes.put(id.equals(root) ? -1 : base.length(), base);
            }
        }
        return prefixes.isEmpty()
                ? path
                : path.substring(prefixes.values().iterator().next().length());
    }

    private static boolean isAbsolute(String path) {
        return ABSOLUTE.matcher(path).matches();
    }

    /** Undoes percent escapes, as far as they are sound, and what tools on Windows write. */
    private static String text(String uri) {
        return PercentEscapes.decode(uri).replace('\\', '/');
    }

    private static @Nullable String normal(String path) {
        Deque<String> steps = new ArrayDeque<>();
        for (String step : path.split("/", -1)) {
            if (step.equals("..")) {
                steps.pollLast();
            } else if (!step.isEmpty() && !step.equals(".")) {
                steps.addLast(step);
            }
        }
        return steps.isEmpty() ? null : String.join("/", steps);
    }
}
