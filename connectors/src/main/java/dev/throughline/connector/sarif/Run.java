package dev.throughline.connector.sarif;

import com.fasterxml.jackson.databind.node.BooleanNode;
import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.JsonCursor;
import dev.throughline.connector.support.JsonShape;
import dev.throughline.connector.support.JsonStream;
import dev.throughline.connector.support.Records;
import dev.throughline.fact.FactSink;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a run (SARIF 2.1.0 §3.14) holds, or a property file that a part of it was moved to (§4). It is taken member by member as
 * it passes by; tools write them in any order.
 */
final class Run {
    /** Of tools and taxonomies: not what is longer than anybody reads here. */
    private static final JsonShape COMPONENT = new JsonShape(
            Map.of(),
            Map.of(
                    "",
                    Set.of("notifications", "translationMetadata"),
                    "rules",
                    Set.of("help", "helpUri", "deprecatedIds", "deprecatedNames", "deprecatedGuids"),
                    "taxa",
                    Set.of("shortDescription", "fullDescription", "help", "relationships", "properties")));

    private final String pointer;
    private final int mostResults;
    private final List<Place> artifacts = new ArrayList<>();
    private final List<Fields> extensions = new ArrayList<>();
    private final List<Fields> taxonomies = new ArrayList<>();
    private final List<Fields> provenance = new ArrayList<>();
    private final List<Reported> results = new ArrayList<>();
    private Fields driver = Fields.NONE;
    private Fields bases = Fields.NONE;
    private Fields properties = Fields.NONE;
    private Fields references = Fields.NONE;
    private boolean failed;
    private boolean hasResults;
    private long resultCount;

    Run(String pointer, int mostResults) {
        this.pointer = pointer;
        this.mostResults = mostResults;
    }

    void take(JsonStream object, FactSink sink) {
        object.members((name, value) -> member(name, value, sink));
    }

    void member(String name, JsonStream value, FactSink sink) {
        switch (name) {
            case "tool" -> value.members((part, component) -> member(part, component, sink));
            case "driver" -> driver = value.read(COMPONENT);
            case "extensions" -> extensions.addAll(value.read(COMPONENT).elements());
            case "taxonomies" -> taxonomies.addAll(value.read(COMPONENT).elements());
            case "artifacts" -> value.elements(this::artifact);
            case "originalUriBaseIds" -> bases = value.read();
            case "versionControlProvenance" -> provenance.addAll(value.read().elements());
            case "properties" -> properties = value.read();
            case "externalPropertyFileReferences" -> references = value.read();
            case "invocations" -> value.elements(this::invocation);
            case "results" -> results(value, sink);
            default -> {}
        }
    }

    private void artifact(JsonStream artifact) {
        Place[] place = {Place.NONE};
        artifact.members((name, value) -> {
            if (name.equals("location") && !value.isNull()) {
                place[0] = Place.ofArtifact(value.cursor());
            }
        });
        artifacts.add(place[0]);
    }

    private void invocation(JsonStream invocation) {
        invocation.members((name, value) -> {
            if (name.equals("executionSuccessful")) {
                failed |= value.read().node().equals(BooleanNode.FALSE);
            }
        });
    }

    private void results(JsonStream array, FactSink sink) {
        hasResults |= !array.isNull();
        JsonCursor cursor = array.cursor();
        array.elements(element -> {
            resultCount++;
            if (results.size() < mostResults) {
                Records.passing(element, sink, result -> result(result, cursor));
            }
        });
    }

    private void result(JsonStream element, JsonCursor cursor) {
        Reported before = results.isEmpty() ? null : results.get(results.size() - 1);
        Reported result = ResultReader.read(element, cursor, before);
        if (result != null) {
            results.add(result);
        }
    }

    /** Takes over what was moved to a property file. */
    void add(Run moved) {
        driver = moved.driver.isAbsent() ? driver : moved.driver;
        extensions.addAll(moved.extensions);
        taxonomies.addAll(moved.taxonomies);
        artifacts.addAll(moved.artifacts);
        failed |= moved.failed;
        hasResults |= moved.hasResults;
        resultCount += moved.resultCount;
        results.addAll(moved.results.subList(0, Math.min(moved.results.size(), mostResults - results.size())));
    }

    /** Why this may be less than there is: a tool that could not work must not look as if it found nothing (§3.20.14). */
    List<String> gaps() {
        List<String> gaps = new ArrayList<>();
        if (!hasResults) {
            gaps.add(pointer + " has no results property, so nothing was scanned");
        }
        if (failed) {
            gaps.add(pointer + " says that its execution failed");
        }
        if (resultCount > mostResults) {
            gaps.add("only " + mostResults + " of " + resultCount + " results of " + pointer + " were read");
        }
        return gaps;
    }

    String pointer() {
        return pointer;
    }

    /** Name of the tool, as it writes it. */
    @Nullable
    String tool() {
        return driver.text("name");
    }

    ToolRules rules() {
        return new ToolRules(driver, extensions, taxonomies());
    }

    Taxonomies taxonomies() {
        return new Taxonomies(taxonomies);
    }

    List<Place> artifacts() {
        return artifacts;
    }

    Fields bases() {
        return bases;
    }

    List<Fields> provenance() {
        return provenance;
    }

    Fields properties() {
        return properties;
    }

    /** Which parts were moved to property files. */
    Fields references() {
        return references;
    }

    List<Reported> results() {
        return results;
    }
}
