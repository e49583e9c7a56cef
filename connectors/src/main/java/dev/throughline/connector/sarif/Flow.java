package dev.throughline.connector.sarif;

import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.JsonStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The way from where a value comes to where it does harm: the first thread flow of the first code flow (SARIF 2.1.0 §3.36,
 * §3.37), of which only places are kept, and of a long one only those at its ends.
 */
final class Flow {
    private static final int AT_EACH_END = 4;
    private static final int LONGEST = 1_000;

    private static final Map<String, Set<String>> UNREAD = Map.of(
            "", Set.of("state", "stack", "module", "webRequest", "webResponse", "properties", "kinds"),
            "location", Set.of("message", "annotations", "logicalLocations", "relationships"),
            "physicalLocation", Set.of("contextRegion"),
            "region", Set.of("snippet"));

    private final List<Place> first = new ArrayList<>(AT_EACH_END);
    private final Deque<Place> last = new ArrayDeque<>(AT_EACH_END);
    private int steps;

    private Flow() {}

    /** Reads {@code codeFlows}. */
    static Flow of(JsonStream codeFlows) {
        Flow flow = new Flow();
        ofFirst(codeFlows, "threadFlows", threads -> ofFirst(threads, "locations", flow::locations));
        return flow;
    }

    /** Takes a member of the first element, and passes over all the others. */
    private static void ofFirst(JsonStream array, String member, Consumer<JsonStream> taker) {
        boolean[] seen = {false};
        array.elements(element -> {
            if (!seen[0]) {
                seen[0] = true;
                element.members((name, value) -> {
                    if (name.equals(member)) {
                        taker.accept(value);
                    }
                });
            }
        });
    }

    private void locations(JsonStream locations) {
        locations.elements(location -> {
            Fields step = location.readWithout(UNREAD);
            if (step.has("location")) {
                add(Place.of(step.object("location")));
            }
        });
    }

    private void add(Place place) {
        steps++;
        if (first.size() < AT_EACH_END) {
            first.add(place);
        } else {
            if (last.size() == AT_EACH_END) {
                last.removeFirst();
            }
            last.addLast(place);
        }
    }

    /** The places in their order, {@code a.js:3 > b.js:8}; null if there are less than two. */
    @Nullable
    String text(ArtifactPaths paths) {
        StringBuilder text = new StringBuilder();
        int places = append(first, paths, text);
        if (steps > 2 * AT_EACH_END) {
            text.append(" > …");
        }
        places += append(last, paths, text);
        return places < 2 ? null : text.substring(0, Math.min(text.length(), LONGEST));
    }

    private static int append(Iterable<Place> places, ArtifactPaths paths, StringBuilder text) {
        int appended = 0;
        for (Place place : places) {
            String path = paths.of(place);
            if (path != null) {
                text.append(text.length() == 0 ? "" : " > ").append(path);
                if (place.line() != null) {
                    text.append(':').append(place.line());
                }
                appended++;
            }
        }
        return appended;
    }
}
