package dev.throughline.connector;

import dev.throughline.Assessment;
import dev.throughline.Throughline;
import dev.throughline.attack.AttackEdge;
import dev.throughline.attack.AttackPath;
import dev.throughline.attack.AttackSituation;
import dev.throughline.attack.AttackStep;
import dev.throughline.attack.Likelihood;
import dev.throughline.connector.classification.ClassificationConnector;
import dev.throughline.connector.trivy.TrivyConnector;
import dev.throughline.fact.Connector;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Evidence;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.risk.Factor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** A folder with an export of a cloud, the scan of an image with a vulnerability, and a store that somebody classified. */
public final class CloudEstate {
    public static final String DIGEST = "sha256:" + "a".repeat(64);

    private final Path folder;

    public CloudEstate(Path folder) {
        this.folder = folder;
    }

    /** Reads the cloud, the scan and the classification, and gives the paths to the store. */
    public List<AttackPath> pathsTo(String store, Connector cloud) throws IOException {
        Path scan = Files.writeString(folder.resolve("scan.json"), """
            {"SchemaVersion": 2, "ArtifactName": "api", "ArtifactType": "container_image",
             "Metadata": {"RepoDigests": ["registry.example/api@%s"]},
             "Results": [{"Target": "api", "Class": "lang-pkgs", "Type": "jar", "Vulnerabilities": [
               {"VulnerabilityID": "CVE-2021-44228", "PkgName": "log4j-core", "InstalledVersion": "2.14.1",
                "PkgIdentifier": {"PURL": "pkg:maven/org.apache.logging.log4j/log4j-core@2.14.1"},
                "SeveritySource": "nvd", "Severity": "CRITICAL",
                "CVSS": {"nvd": {"V3Vector": "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H", "V3Score": 10.0}}}]}]}
            """.formatted(DIGEST));
        Path rules = Files.writeString(folder.resolve("classification.yaml"), """
            sensitive:
              - key: %s
                reason: card tokens
            """.formatted(store));
        try (Throughline throughline = Throughline.inMemory().with(new InternetExploitsCloudService())) {
            throughline.ingest(cloud, TrivyConnector.files(scan), ClassificationConnector.file(rules));
            Assessment assessment = throughline.assess();
            return assessment.attackPaths().to(new AssetKey(store)).list();
        }
    }

    /** From the internet to an exposed service that runs an image of which something is known. */
    private static final class InternetExploitsCloudService implements AttackEdge {
        @Override
        public List<String> techniques() {
            return List.of("T1190");
        }

        @Override
        public void derive(AttackSituation situation, Consumer<AttackStep> steps) {
            for (AssetKey service : situation.factors().with(Factor.INTERNET_EXPOSED)) {
                for (Relation runs : situation.graph().outgoing(service, RelationType.CREATED_FROM)) {
                    if (!situation
                            .graph()
                            .incoming(runs.to(), RelationType.AFFECTS)
                            .isEmpty()) {
                        steps.accept(new AttackStep(
                                AssetKey.INTERNET,
                                name(),
                                service,
                                techniques(),
                                Likelihood.EASY.probability(),
                                Evidence.of("it runs a vulnerable image", service, runs.to()),
                                List.of(),
                                List.of()));
                    }
                }
            }
        }
    }
}
