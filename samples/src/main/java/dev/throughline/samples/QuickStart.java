package dev.throughline.samples;

import static dev.throughline.model.AssetKey.INTERNET;
import static dev.throughline.risk.Factor.INTERNET_EXPOSED;
import static dev.throughline.risk.Factor.SENSITIVE_DATA;

import dev.throughline.Assessment;
import dev.throughline.Throughline;
import dev.throughline.connector.classification.ClassificationConnector;
import dev.throughline.connector.github.GitHubConnector;
import dev.throughline.connector.kubernetes.KubernetesConnector;
import dev.throughline.connector.sarif.SarifConnector;
import dev.throughline.connector.trivy.TrivyConnector;
import dev.throughline.graph.EmbeddedNeo4j;
import dev.throughline.model.AssetKey;
import dev.throughline.risk.Level;
import java.nio.file.Path;

/** The example of the README. Run it in {@code samples/datasets/harborline}. */
public final class QuickStart {
    private QuickStart() {}

    /**
     * Reads the exports that lie in the working directory, and prints what is most urgent.
     *
     * @param args none
     */
    public static void main(String[] args) {
        try (var throughline = Throughline.storedIn(EmbeddedNeo4j.at(Path.of("risk-graph")))) {
            throughline.ingest(
                    GitHubConnector.export(Path.of("github")).organization("harborline"),
                    KubernetesConnector.dump(Path.of("kubernetes/prod-eu")).cluster("prod-eu"),
                    TrivyConnector.files(Path.of("trivy")),
                    SarifConnector.files(Path.of("sarif/payments-api"))
                            .repository("github.com/harborline/payments-api"),
                    ClassificationConnector.file(Path.of("classification.yaml")));

            Assessment now = throughline.assess();

            now.attackPaths()
                    .from(INTERNET)
                    .to(SENSITIVE_DATA)
                    .withinHops(8)
                    .top(10)
                    .forEach(System.out::println);
            now.findings()
                    .inProduction()
                    .with(INTERNET_EXPOSED, SENSITIVE_DATA)
                    .atLeast(Level.HIGH)
                    .prioritized()
                    .limit(20)
                    .forEach(System.out::println);
            now.chain(AssetKey.workload("prod-eu", "payments", "Deployment", "payments-api"))
                    .origin()
                    .ifPresent(System.out::println);
            throughline.publish(now);
        }
    }
}
