package dev.throughline.samples.benchmark;

import dev.throughline.fact.FactSink;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.Severity;
import dev.throughline.model.SoftwarePackage;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * What a scanner says of the images of one partition: their packages and weaknesses. Every image is built upon one of the
 * four base images of its organization and has its packages; the others it chooses from the libraries of its organization.
 * A package or vulnerability is described once, however many images have it.
 */
final class ScanFacts implements ServiceFacts {
    private static final int BASE_IMAGES = 4;
    private static final int PACKAGES_OF_BASE = 40;
    private static final int LIBRARIES = 2_000;
    private static final int STRIDE = 37; // prime to the number of libraries, so that no image has one twice
    private static final int VULNERABILITIES = 1_000;
    private static final int WEAKNESSES = 2;

    private final int packages;
    private final Set<AssetKey> told = new HashSet<>();

    /**
     * Starts a partition.
     *
     * @param packages how many packages an image has
     */
    ScanFacts(int packages) {
        this.packages = packages;
    }

    @Override
    public void tell(Service service, FactSink sink) {
        Random random = service.random(2);
        AssetKey image = service.image();
        String base = service.organization() + "/base" + service.number() % BASE_IMAGES;
        sink.accept(AssetKind.CONTAINER_IMAGE.create(
                image, Map.of("architecture", "amd64", "os", "linux", "baseName", "ghcr.io/" + base + ":1")));
        sink.accept(new Relation(image, RelationType.BASED_ON, Service.image(base)));
        int ofBase = Math.min(PACKAGES_OF_BASE, packages);
        for (int i = 0; i < ofBase; i++) {
            tellOfPackage(image, "deb", base.replace('/', '-') + "-lib" + i, "2." + i % 10, sink);
        }
        int first = random.nextInt(LIBRARIES);
        for (int i = 0; i < packages - ofBase; i++) {
            int library = (first + i * STRIDE) % LIBRARIES;
            tellOfPackage(image, "maven", service.organization() + "/library" + library, "1.0." + library % 7, sink);
        }
        int vulnerability = random.nextInt(VULNERABILITIES);
        for (int i = 0; i < WEAKNESSES; i++) {
            tellOfWeakness(image, (vulnerability + i * STRIDE) % VULNERABILITIES, sink);
        }
    }

    private void tellOfPackage(AssetKey image, String type, String name, String version, FactSink sink) {
        AssetKey found = AssetKey.of(AssetKind.SOFTWARE_PACKAGE, "pkg:" + type + "/" + name + "@" + version);
        if (told.add(found)) {
            sink.accept(new SoftwarePackage(found, type, name, version));
        }
        sink.accept(new Relation(image, RelationType.HAS_PACKAGE, found));
    }

    /** One vulnerability in twenty lets an attacker take over. */
    private void tellOfWeakness(AssetKey image, int number, FactSink sink) {
        boolean takesOver = number % 20 == 0;
        AssetKey vulnerability = AssetKey.vulnerability("CVE-2026-" + (10_000 + number));
        if (told.add(vulnerability)) {
            sink.accept(AssetKind.VULNERABILITY.create(
                    vulnerability,
                    Map.of(
                            "cvssScore",
                            takesOver ? 9.8 : 5.3,
                            "cvssVector",
                            takesOver
                                    ? "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"
                                    : "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:L")));
        }
        AssetKey weakness = AssetKey.of(AssetKind.WEAKNESS, Service.hex("weakness " + image + number));
        sink.accept(AssetKind.WEAKNESS.create(
                weakness,
                Map.of(
                        "title",
                        vulnerability.value(),
                        "severity",
                        takesOver ? Severity.CRITICAL : Severity.MEDIUM,
                        "tool",
                        "Trivy")));
        sink.accept(new Relation(weakness, RelationType.AFFECTS, image));
        sink.accept(new Relation(weakness, RelationType.INSTANCE_OF, vulnerability));
    }
}
