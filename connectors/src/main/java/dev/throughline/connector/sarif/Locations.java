package dev.throughline.connector.sarif;

import dev.throughline.connector.support.JsonCursor;
import dev.throughline.connector.support.JsonNames;
import dev.throughline.model.AssetKey;
import org.jspecify.annotations.Nullable;

/** Where a result is (SARIF 2.1.0 §3.27.12): the first place, and the image that any of them names. */
final class Locations {
    private static final JsonNames LOCATION = JsonNames.of("physicalLocation", "logicalLocations");
    private static final JsonNames LOGICAL = JsonNames.of("fullyQualifiedName");

    private @Nullable Place first;
    private boolean inImage;
    private boolean imageDecided;
    private @Nullable AssetKey image;

    /** Reads {@code locations}. */
    void read(JsonCursor json) {
        for (boolean more = json.firstElement(); more; more = json.nextElement()) {
            location(json);
        }
    }

    private void location(JsonCursor json) {
        Place place = Place.NONE;
        String named = null;
        for (String name = json.first(LOCATION); name != null; name = json.next()) {
            if (name.equals("physicalLocation")) {
                place = Place.of(json);
            } else {
                named = nameOfImage(json);
            }
        }
        if (first == null) {
            first = place;
        }
        if (!imageDecided) {
            decide(named, place.uri());
        }
    }

    /** The first logical location that is one in an image. */
    private @Nullable String nameOfImage(JsonCursor json) {
        String found = null;
        for (boolean more = json.firstElement(); more; more = json.nextElement()) {
            for (String name = json.first(LOGICAL); name != null; name = json.next()) {
                String text = json.text();
                if (text != null && found == null && ImageDigests.isIn(text)) {
                    found = text;
                }
                inImage |= text != null && text.contains("@sha256:");
            }
        }
        return found;
    }

    private void decide(@Nullable String named, @Nullable String uri) {
        if (named != null) {
            imageDecided = true;
            image = ImageDigests.of(named, true);
        } else if (uri != null && ImageDigests.isIn(uri)) {
            imageDecided = true;
            image = ImageDigests.of(uri, false);
        }
    }

    /** The first place. */
    Place place() {
        return first == null ? Place.NONE : first;
    }

    /** The image, if one is named; scanners of images name it and its layer instead of a file of the repository. */
    @Nullable
    AssetKey image() {
        return image;
    }

    /** Whether it is in an image, named or not. */
    boolean inImage() {
        return inImage || image != null;
    }
}
