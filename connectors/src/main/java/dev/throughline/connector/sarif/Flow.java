package dev.throughline.connector.sarif;

import dev.throughline.connector.support.JsonCursor;
import dev.throughline.connector.support.JsonNames;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The way from where a value comes to where it does harm: the first thread flow of the first code flow (SARIF 2.1.0 §3.36,
 * §3.37), of which only places are kept, and of a long one only those at its ends.
 */
final class Flow {
    private static final int AT_EACH_END = 4;
    private static final int LONGEST = 1_000;

    private static final JsonNames CODE_FLOW = JsonNames.of("threadFlows");
    private static final JsonNames THREAD_FLOW = JsonNames.of("locations");
    private static final JsonNames STEP = JsonNames.of("location");
    private static final JsonNames LOCATION = JsonNames.of("physicalLocation");

    private final List<Place> first = new ArrayList<>(AT_EACH_END);
    private final Deque<Place> last = new ArrayDeque<>(AT_EACH_END);
    private int steps;

    private Flow() {}

    /** Reads {@code codeFlows}. */
    static Flow of(JsonCursor codeFlows) {
        Flow flow = new Flow();
        boolean isFirst = true;
        for (boolean more = codeFlows.firstElement(); more; more = codeFlows.nextElement()) {
            if (isFirst) {
                flow.codeFlow(codeFlows);
            }
            isFirst = false;
        }
        return flow;
    }

    private void codeFlow(JsonCursor json) {
        for (String name = json.first(CODE_FLOW); name != null; name = json.next()) {
            boolean isFirst = true;
            for (boolean more = json.firstElement(); more; more = json.nextElement()) {
                if (isFirst) {
                    threadFlow(json);
                }
                isFirst = false;
            }
        }
    }

    private void threadFlow(JsonCursor json) {
        for (String name = json.first(THREAD_FLOW); name != null; name = json.next()) {
            for (boolean more = json.firstElement(); more; more = json.nextElement()) {
                step(json);
            }
        }
    }

    private void step(JsonCursor json) {
        for (String name = json.first(STEP); name != null; name = json.next()) {
            if (!json.isNull()) {
                add(location(json));
            }
        }
    }

    private static Place location(JsonCursor json) {
        Place place = Place.NONE;
        for (String name = json.first(LOCATION); name != null; name = json.next()) {
            place = Place.of(json);
        }
        return place;
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
