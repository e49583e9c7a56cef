package dev.throughline.connector.trivy;

/** Reports as Trivy writes them. */
final class TrivyReports {
    static final String MANIFEST = "sha256:" + "a".repeat(64);
    static final String CONFIG = "sha256:" + "b".repeat(64);

    private TrivyReports() {}

    static String pushed() {
        return "{\"ImageID\": \"" + CONFIG + "\", \"RepoDigests\": [\"ghcr.io/acme/shop@" + MANIFEST + "\"]}";
    }

    static String image(String metadata, String results) {
        return report("container_image", metadata, results);
    }

    static String report(String type, String metadata, String results) {
        return """
            {
              "SchemaVersion": 2,
              "CreatedAt": "2026-11-18T05:11:09.338402Z",
              "ArtifactType": "%s",
              "Metadata": %s,
              "Results": %s
            }
            """.formatted(type, metadata, results);
    }
}
