package dev.throughline.connector.kubernetes;

import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.InputFile;
import dev.throughline.connector.support.Json;
import dev.throughline.connector.support.JsonLimits;
import dev.throughline.connector.support.JsonStream;
import dev.throughline.connector.support.Yaml;
import dev.throughline.fact.Rejection;
import dev.throughline.fact.SourceException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes the objects out of a file, whatever they are wrapped in: YAML documents, a {@code List}, a list of one kind
 * such as {@code DeploymentList} whose items say no kind of their own, or a single object.
 */
final class ManifestReader {
    private static final String LIST = "List";
    private static final String ITEMS = "items";
    private static final int SEARCHED_FOR_TEMPLATES = 1 << 20;

    private final JsonLimits limits;
    private final Taker taker;

    /** The item that was read last. Those of a list are much alike. */
    private Fields last = Fields.NONE;

    ManifestReader(JsonLimits limits, Taker taker) {
        this.limits = limits;
        this.taker = taker;
    }

    /** Takes objects in the order of the file, before the rest of the file is known to be sound. */
    interface Taker {
        /**
         * Takes an object.
         *
         * @param kind its kind
         * @param apiVersion its version, where it or its list says so
         * @param object the object
         */
        void object(String kind, @Nullable String apiVersion, Fields object);

        /** Takes note of something that is no object. */
        void reject(Rejection rejection);
    }

    void read(InputFile file) {
        String name = file.name().toLowerCase(Locale.ROOT);
        if (name.endsWith(".json") || name.endsWith(".json.gz")) {
            json(file);
            return;
        }
        try {
            Yaml.documents(file, limits, this::document);
        } catch (SourceException e) {
            throw templateOr(e, file);
        }
    }

    private void json(InputFile file) {
        Map<Integer, ListedKind> bareLists = new HashMap<>();
        int[] documents = {0};
        Json.documents(file, limits, document -> {
            boolean[] bare = {false};
            Fields root = document.around(List.of(ITEMS), item -> bare[0] |= !own(read(item)));
            if (!isList(root)) {
                document(root);
            } else if (bare[0]) {
                bareLists.put(documents[0], listed(root));
            }
            complete(root);
            documents[0]++;
        });
        if (!bareLists.isEmpty()) {
            bareLists(file, bareLists);
        }
    }

    private Fields read(JsonStream item) {
        last = item.read(ObjectShape.READ, last);
        return last;
    }

    /** kubectl writes the kind of a list behind its items, so items without a kind are read when it is known. */
    private void bareLists(InputFile file, Map<Integer, ListedKind> lists) {
        int[] documents = {0};
        Json.documents(file, limits, document -> {
            ListedKind listed = lists.get(documents[0]++);
            if (listed != null) {
                document.around(List.of(ITEMS), item -> bare(read(item), listed));
            }
        });
    }

    private void document(Fields root) {
        if (!root.node().isObject()) {
            reject(root, "expected a Kubernetes object");
        } else if (isList(root)) {
            List<Fields> items = root.list(ITEMS);
            ListedKind listed = null;
            for (Fields item : items) {
                if (!own(item)) {
                    listed = listed == null ? listed(root) : listed;
                    bare(item, listed);
                }
            }
            complete(root);
        } else if (!own(root)) {
            ObjectKind kind = ObjectKind.ofFile(root.file());
            if (kind == null || !root.has("metadata")) {
                reject(root, "an object without a kind");
            } else {
                taker.object(kind.apiName(), root.text("apiVersion"), root);
            }
        }
    }

    /** Takes an object that says its kind; false if it says none. */
    private boolean own(Fields object) {
        if (!object.node().path("kind").isTextual()) {
            return false;
        }
        String kind = object.node().path("kind").textValue();
        if (kind.equals("Status")
                && "Failure".equals(object.node().path("status").textValue())) {
            throw refused(object, "an error of the API server instead of objects");
        }
        String apiVersion = object.node().path("apiVersion").textValue();
        taker.object(kind, apiVersion, object);
        return true;
    }

    private void bare(Fields item, ListedKind listed) {
        if (!item.node().isObject()) {
            reject(item, "expected a Kubernetes object");
        } else if (!item.node().path("kind").isTextual()) {
            taker.object(listed.kind, listed.apiVersion, item);
        }
    }

    private static boolean isList(Fields root) {
        String kind = root.node().path("kind").textValue();
        return kind == null
                ? root.node().has(ITEMS)
                : kind.equals(LIST) || (kind.endsWith(LIST) && root.node().has(ITEMS));
    }

    private static ListedKind listed(Fields list) {
        String kind = list.node().path("kind").asText(LIST);
        if (!kind.equals(LIST)) {
            return new ListedKind(kind.substring(0, kind.length() - LIST.length()), list.text("apiVersion"));
        }
        ObjectKind named = ObjectKind.ofFile(list.file());
        if (named == null) {
            throw refused(list, "neither the items nor the list nor the name of the file say what kind they are");
        }
        return new ListedKind(named.apiName(), null);
    }

    /** A page that others follow is not the list (Kubernetes API Concepts, <em>Retrieving large results in chunks</em>). */
    private static void complete(Fields list) {
        if (!list.node().path("metadata").path("continue").asText("").isEmpty()) {
            throw refused(list, "one page of a list that goes on elsewhere");
        }
    }

    private static SourceException refused(Fields at, String cause) {
        return new SourceException(new Rejection(at.file(), at.pointer(), cause), null);
    }

    private void reject(Fields at, String cause) {
        taker.reject(new Rejection(at.file(), at.pointer(), cause));
    }

    /** Templates are the usual reason why a manifest is not YAML. */
    private SourceException templateOr(SourceException e, InputFile file) {
        try (InputStream in = file.open()) {
            String head = new String(in.readNBytes(SEARCHED_FOR_TEMPLATES), StandardCharsets.UTF_8);
            int found = head.indexOf("{{");
            if (found < 0) {
                return e;
            }
            String before = head.substring(0, found);
            long line = before.chars().filter(c -> c == '\n').count() + 1;
            int column = found - before.lastIndexOf('\n');
            String cause = "a template with {{…}}, not a manifest: render it first, for example with helm template";
            return new SourceException(new Rejection(file.name(), line + ":" + column, cause), e);
        } catch (IOException unreadable) {
            e.addSuppressed(unreadable);
            return e;
        }
    }

    private record ListedKind(String kind, @Nullable String apiVersion) {}
}
