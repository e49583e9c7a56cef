package dev.throughline.connector.sarif;

import dev.throughline.connector.support.JsonCursor;
import dev.throughline.connector.support.JsonNames;
import dev.throughline.connector.support.WrongShape;
import org.jspecify.annotations.Nullable;

/**
 * A place in a file (SARIF 2.1.0 §3.28, §3.29), as a log addresses it.
 *
 * @param uri address of the file
 * @param base name of the base that the address is relative to
 * @param artifact index of the file among the artifacts of the run, which has its address
 * @param line first line, from 1
 */
record Place(
        @Nullable String uri,
        @Nullable String base,
        @Nullable Long artifact,
        @Nullable Long line) {
    static final Place NONE = new Place(null, null, null, null);

    private static final JsonNames PHYSICAL = JsonNames.of("artifactLocation", "region");
    private static final JsonNames ARTIFACT = JsonNames.of("uri", "uriBaseId", "index");
    private static final JsonNames REGION = JsonNames.of("startLine");
    private static final int LONGEST = 4_096;

    /** Reads a physical location. */
    static Place of(JsonCursor physical) {
        Place artifact = NONE;
        Long line = null;
        for (String name = physical.first(PHYSICAL); name != null; name = physical.next()) {
            if (name.equals("region")) {
                line = startLine(physical);
            } else {
                artifact = ofArtifact(physical);
            }
        }
        return new Place(artifact.uri, artifact.base, artifact.artifact, line);
    }

    private static @Nullable Long startLine(JsonCursor region) {
        Long line = null;
        for (String name = region.first(REGION); name != null; name = region.next()) {
            line = region.number();
        }
        return line;
    }

    /** Reads an artifact location, a whole file. */
    static Place ofArtifact(JsonCursor artifact) {
        String uri = null;
        String base = null;
        Long index = null;
        for (String name = artifact.first(ARTIFACT); name != null; name = artifact.next()) {
            switch (name) {
                case "uri" -> uri = uri(artifact);
                case "uriBaseId" -> base = artifact.text();
                default -> index = artifact.number();
            }
        }
        return new Place(uri, base, index, null);
    }

    private static @Nullable String uri(JsonCursor value) {
        String uri = value.text();
        if (uri != null && uri.length() > LONGEST) {
            throw new WrongShape(value.pointer(), "an address of more than " + LONGEST + " characters");
        }
        return uri;
    }
}
