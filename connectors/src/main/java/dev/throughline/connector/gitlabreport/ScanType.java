package dev.throughline.connector.gitlabreport;

import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.WrongShape;
import dev.throughline.model.Text;
import java.util.Locale;

/** The kinds of scans whose reports are read: {@code scan.type}. */
enum ScanType {
    /** Static analysis of code, or of infrastructure as code. */
    SAST,
    /** Search for credentials. */
    SECRET_DETECTION,
    /** Search for vulnerable packages in lock files. */
    DEPENDENCY_SCANNING,
    /** Search for vulnerable packages in an image. */
    CONTAINER_SCANNING,
    /** Search for vulnerable packages in the images that a cluster runs. */
    CLUSTER_IMAGE_SCANNING;

    static ScanType of(Fields scan) {
        String type = scan.text("type");
        if (type == null) {
            throw new WrongShape(
                    "/scan/type",
                    "missing, so nobody knows what was scanned; security reports of schema 14 and 15 tell");
        }
        for (ScanType known : values()) {
            if (known.name().toLowerCase(Locale.ROOT).equals(type)) {
                return known;
            }
        }
        throw new WrongShape(
                "/scan/type",
                "a report of type '" + Text.quote(type) + "' is not read; sast, secret_detection, dependency_scanning,"
                        + " container_scanning and cluster_image_scanning are");
    }

    boolean isOfImages() {
        return this == CONTAINER_SCANNING || this == CLUSTER_IMAGE_SCANNING;
    }
}
