package dev.throughline.connector.sarif;

import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.JsonCursor;
import dev.throughline.connector.support.JsonNames;
import dev.throughline.connector.support.JsonStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a result (SARIF 2.1.0 §3.27) token by token: a log is results, and of most of what they say nothing is made. */
final class ResultReader {
    private static final Set<String> NO_FAILURES = Set.of("pass", "notapplicable", "informational");
    private static final Set<String> UNDECIDED = Set.of("open", "review");
    private static final JsonNames NAMES = JsonNames.of(
            "baselineState",
            "codeFlows",
            "fingerprints",
            "hostedViewerUri",
            "kind",
            "level",
            "locations",
            "message",
            "partialFingerprints",
            "rule",
            "ruleId",
            "ruleIndex",
            "suppressions",
            "taxa");

    private final JsonCursor json;
    private final LineHash hash = new LineHash();
    private final Locations locations = new Locations();
    private String kind = "";
    private @Nullable String level;
    private @Nullable String baselineState;
    private @Nullable String url;
    private DescriptorReference rule = DescriptorReference.NONE;
    private @Nullable String ruleId;
    private @Nullable Long ruleIndex;
    private Message message = Message.NONE;
    private @Nullable Flow flow;
    private List<Fields> suppressions = List.of();
    private List<DescriptorReference> taxa = List.of();

    private ResultReader(JsonCursor json) {
        this.json = json;
    }

    /** Reads the result that a cursor is at; null for one that is no failure. What it shares with the one before is kept once. */
    static @Nullable Reported read(JsonStream element, JsonCursor json, @Nullable Reported before) {
        ResultReader reader = new ResultReader(json);
        for (String name = json.first(NAMES); name != null; name = json.next()) {
            reader.member(name);
        }
        return NO_FAILURES.contains(reader.kind) ? null : reader.result(element.place(), before);
    }

    private void member(String name) {
        switch (name) {
            case "baselineState" -> baselineState = json.text();
            case "codeFlows" -> flow = Flow.of(json);
            case "fingerprints" -> hash.full(json);
            case "hostedViewerUri" -> url = json.text();
            case "kind" -> kind = kind(json.text());
            case "level" -> level = json.text();
            case "locations" -> locations.read(json);
            case "message" -> message = Message.of(json);
            case "partialFingerprints" -> hash.partial(json);
            case "rule" -> rule = DescriptorReference.of(json);
            case "ruleId" -> ruleId = json.text();
            case "ruleIndex" -> ruleIndex = json.number();
            case "suppressions" -> suppressions = json.read().elements();
            default -> taxa = taxa(json);
        }
    }

    private static String kind(@Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }

    private static List<DescriptorReference> taxa(JsonCursor array) {
        List<DescriptorReference> taxa = new ArrayList<>();
        for (boolean more = array.firstElement(); more; more = array.nextElement()) {
            taxa.add(DescriptorReference.of(array));
        }
        return taxa.isEmpty() ? List.of() : taxa;
    }

    private Reported result(Fields at, @Nullable Reported before) {
        DescriptorReference whole = rule.ofRule(ruleId, ruleIndex);
        return new Reported(
                at,
                before != null && before.rule().equals(whole) ? before.rule() : whole,
                taxa,
                before != null && before.message().equals(message) ? before.message() : message,
                hash.text(),
                locations.place(),
                locations.image(),
                locations.inImage(),
                level,
                UNDECIDED.contains(kind),
                Suppressions.of(suppressions, baselineState),
                url,
                flow);
    }
}
