package dev.throughline.connector.defender;

import org.jspecify.annotations.Nullable;

/**
 * The software that has a vulnerability: {@code additionalData.softwareDetails} of an image, fields of {@code
 * additionalData} itself of a machine.
 *
 * @param name name of the package; null if unknown
 * @param version its version
 * @param fixedVersion version that mends it
 */
record VulnerableSoftware(
        @Nullable String name,
        @Nullable String version,
        @Nullable String fixedVersion) {
    static VulnerableSoftware of(AnyCase data) {
        AnyCase software = data.object("softwareDetails");
        return software.text("packageName") == null
                ? new VulnerableSoftware(
                        data.text("softwareName"), data.text("softwareVersion"), data.text("recommendedVersion"))
                : new VulnerableSoftware(
                        software.text("packageName"), software.text("version"), software.text("fixedVersion"));
    }

    /** {@code name@version}; empty if the name is unknown. */
    String identity() {
        return name == null ? "" : name + "@" + (version == null ? "" : version);
    }

    /** For people. */
    String label() {
        return name == null ? "" : version == null ? name : name + " " + version;
    }
}
