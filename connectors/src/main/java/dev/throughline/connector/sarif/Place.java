package dev.throughline.connector.sarif;

import dev.throughline.connector.support.Fields;
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

    private static final int LONGEST = 4_096;

    /** The place of a location. */
    static Place of(Fields location) {
        Fields physical = location.object("physicalLocation");
        Place artifact = ofArtifact(physical.object("artifactLocation"));
        return new Place(
                artifact.uri,
                artifact.base,
                artifact.artifact,
                physical.object("region").number("startLine"));
    }

    /** A whole file. */
    static Place ofArtifact(Fields artifact) {
        String uri = artifact.text("uri");
        if (uri != null && uri.length() > LONGEST) {
            throw new WrongShape(artifact.pointer() + "/uri", "an address of more than " + LONGEST + " characters");
        }
        return new Place(uri, artifact.text("uriBaseId"), artifact.number("index"), null);
    }
}
