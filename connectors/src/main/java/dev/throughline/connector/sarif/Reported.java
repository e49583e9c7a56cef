package dev.throughline.connector.sarif;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.JsonStream;
import dev.throughline.model.AssetKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A result (SARIF 2.1.0 §3.27) as it is held until all of its run is known: rules, artifacts and bases may stand behind it.
 *
 * @param pointer where it stands
 * @param rule its rule
 * @param taxa what it is classified as
 * @param message what it says
 * @param hash what stays the same when its line moves
 * @param place where it is
 * @param image image it is in, if it names one
 * @param inImage whether it is in an image, named or not
 * @param level its level; null if it says none
 * @param undecided whether the tool does not say that this is a failure, only that it may be one
 * @param suppressions whether it still stands
 * @param url address of it
 * @param flow how a value gets there; null if it does not say
 */
record Reported(
        String pointer,
        DescriptorReference rule,
        List<DescriptorReference> taxa,
        Message message,
        @Nullable String hash,
        Place place,
        @Nullable AssetKey image,
        boolean inImage,
        @Nullable String level,
        boolean undecided,
        Suppressions suppressions,
        @Nullable String url,
        @Nullable Flow flow) {
    private static final Set<String> NO_FAILURES = Set.of("pass", "notapplicable", "informational");
    private static final Set<String> UNDECIDED = Set.of("open", "review");
    private static final String LINE_HASH = "primaryLocationLineHash";

    /** What large results are large of. */
    private static final Set<String> UNREAD = Set.of(
            "attachments",
            "conversionProvenance",
            "fixes",
            "graphTraversals",
            "graphs",
            "properties",
            "relatedLocations",
            "stacks",
            "webRequest",
            "webResponse");

    private static final Map<String, Set<String>> UNREAD_BELOW = Map.of(
            "", Set.of("markdown", "message", "annotations", "relationships", "properties"),
            "physicalLocation", Set.of("contextRegion"),
            "region", Set.of("snippet"));

    /** Reads a result; null for one that is no failure. */
    static @Nullable Reported read(JsonStream element) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        Flow[] flow = new Flow[1];
        element.members((name, value) -> {
            if (name.equals("codeFlows")) {
                flow[0] = Flow.of(value);
            } else if (!UNREAD.contains(name)) {
                node.set(name, value.readWithout(UNREAD_BELOW).node());
            }
        });
        Fields result = element.of(node);
        String kind = result.text("kind");
        String word = kind == null ? "" : kind.toLowerCase(Locale.ROOT);
        return NO_FAILURES.contains(word) ? null : of(result, UNDECIDED.contains(word), flow[0]);
    }

    private static Reported of(Fields result, boolean undecided, @Nullable Flow flow) {
        List<Fields> locations = result.list("locations");
        List<DescriptorReference> taxa = new ArrayList<>();
        result.list("taxa").forEach(taxon -> taxa.add(DescriptorReference.of(taxon)));
        AssetKey image = ImageDigests.ofResult(result);
        return new Reported(
                result.pointer(),
                DescriptorReference.ofRule(result),
                taxa.isEmpty() ? List.of() : taxa,
                Message.of(result.object("message")),
                hash(result),
                locations.isEmpty() ? Place.NONE : Place.of(locations.get(0)),
                image,
                image != null || isInImage(locations),
                result.text("level"),
                undecided,
                Suppressions.of(result),
                result.text("hostedViewerUri"),
                flow);
    }

    /** The hash that platforms compare; else the first that the tool says is one, by a name such as {@code matchBasedId/v1}. */
    private static @Nullable String hash(Fields result) {
        String line = result.object("partialFingerprints").text(LINE_HASH);
        if (line != null) {
            return line;
        }
        for (String member : new String[] {"fingerprints", "partialFingerprints"}) {
            Fields fingerprints = result.object(member);
            for (String name : new TreeSet<>(fingerprints.names())) {
                String text = fingerprints.get(name).node().asText();
                // Semgrep writes the sentence "requires login" where nobody signed in.
                if (isHash(name) && !text.isEmpty() && text.indexOf(' ') < 0) {
                    return name + " " + text;
                }
            }
        }
        return null;
    }

    private static boolean isHash(String name) {
        return name.contains("/v") || name.toLowerCase(Locale.ROOT).contains("hash");
    }

    /** Scanners of images name the image and its layer instead of a file of the repository. */
    private static boolean isInImage(List<Fields> locations) {
        for (Fields location : locations) {
            for (Fields logical : location.list("logicalLocations")) {
                String name = logical.text("fullyQualifiedName");
                if (name != null && name.contains("@sha256:")) {
                    return true;
                }
            }
        }
        return false;
    }
}
