package dev.throughline.connector;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.connector.attestation.AttestationConnector;
import dev.throughline.connector.aws.AwsConnector;
import dev.throughline.connector.azure.AzureConnector;
import dev.throughline.connector.azuredevops.AzureDevOpsConnector;
import dev.throughline.connector.checkov.CheckovConnector;
import dev.throughline.connector.classification.ClassificationConnector;
import dev.throughline.connector.cloudformation.CloudFormationConnector;
import dev.throughline.connector.containermapping.ContainerMappingConnector;
import dev.throughline.connector.cyclonedx.CycloneDxConnector;
import dev.throughline.connector.defender.DefenderConnector;
import dev.throughline.connector.epss.EpssConnector;
import dev.throughline.connector.facts.FactsConnector;
import dev.throughline.connector.gcp.GcpConnector;
import dev.throughline.connector.github.GitHubConnector;
import dev.throughline.connector.gitlab.GitLabConnector;
import dev.throughline.connector.gitlabreport.GitLabReportConnector;
import dev.throughline.connector.gitleaks.GitleaksConnector;
import dev.throughline.connector.grype.GrypeConnector;
import dev.throughline.connector.kev.KevConnector;
import dev.throughline.connector.kubernetes.KubernetesConnector;
import dev.throughline.connector.oci.OciLayoutConnector;
import dev.throughline.connector.opengraph.OpenGraphConnector;
import dev.throughline.connector.osv.OsvConnector;
import dev.throughline.connector.sarif.SarifConnector;
import dev.throughline.connector.spdx.SpdxConnector;
import dev.throughline.connector.terraform.TerraformConnector;
import dev.throughline.connector.trivy.TrivyConnector;
import dev.throughline.connector.vex.VexConnector;
import dev.throughline.connector.workflows.WorkflowsConnector;
import dev.throughline.fact.Connector;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Which connector reads which kind of file. Kinds are called as the manifest of the real files calls them. */
final class Readers {
    private static final String REPOSITORY = "github.com/example/corpus";

    /** Kinds that are read. */
    static final Map<String, Reader> BY_KIND = Map.ofEntries(
            reader("aws-config-item", AwsConnector::files),
            reader("aws-inventory", AwsConnector::files),
            reader("azure-defender", DefenderConnector::files),
            reader("azure-inventory", AzureConnector::files),
            reader(
                    "checkov-json",
                    (root, files) -> CheckovConnector.files(root, files).repository(REPOSITORY)),
            reader("csaf", VexConnector::files),
            reader(
                    "cyclonedx",
                    (root, files) -> CycloneDxConnector.files(root, files).repository(REPOSITORY)),
            reader("epss", (root, files) -> EpssConnector.file(root.resolve(files.get(0)))),
            reader("gcp-cai", GcpConnector::files),
            reader(
                    "gitlab-report",
                    (root, files) -> GitLabReportConnector.files(root, files).repository(REPOSITORY)),
            reader(
                    "gitleaks-json",
                    (root, files) -> GitleaksConnector.files(root, files).repository(REPOSITORY)),
            reader(
                    "grype-json",
                    (root, files) -> GrypeConnector.files(root, files).repository(REPOSITORY)),
            reader(
                    "k8s-manifest",
                    (root, files) -> KubernetesConnector.dump(root, files).cluster("corpus")),
            reader("kev", (root, files) -> KevConnector.file(root.resolve(files.get(0)))),
            reader(
                    "kubectl-json",
                    (root, files) -> KubernetesConnector.dump(root, files).cluster("corpus")),
            reader("oci-layout", Readers::layout),
            reader("oci-layout+provenance", Readers::layout),
            reader("opengraph", OpenGraphConnector::files),
            reader("openvex", VexConnector::files),
            reader("osv", OsvConnector::files),
            reader("sarif", (root, files) -> SarifConnector.files(root, files).repository(REPOSITORY)),
            reader("sigstore-bundle", AttestationConnector::files),
            reader("slsa-provenance", AttestationConnector::files),
            reader("spdx", (root, files) -> SpdxConnector.files(root, files).repository(REPOSITORY)),
            reader(
                    "terraform-plan-json",
                    (root, files) -> TerraformConnector.files(root, files).repository(REPOSITORY)),
            reader(
                    "terraform-state-json",
                    (root, files) -> TerraformConnector.files(root, files).repository(REPOSITORY)),
            reader(
                    "trivy-json",
                    (root, files) -> TrivyConnector.files(root, files).repository(REPOSITORY)),
            reader(
                    "trivy-k8s",
                    (root, files) ->
                            TrivyConnector.files(root, files).cluster("corpus").repository(REPOSITORY)),
            reader(
                    "trivy-operator",
                    (root, files) ->
                            TrivyConnector.files(root, files).cluster("corpus").repository(REPOSITORY)),
            reader("vex-cyclonedx", VexConnector::files),
            reader("vuln-attestation", AttestationConnector::files));

    /** Kinds that are read, and of which there are no real files. */
    private static final Map<String, Reader> UNSAMPLED = Map.ofEntries(
            reader("azure-pipeline", Readers::workflow),
            reader(
                    "azuredevops-export",
                    (root, files) -> AzureDevOpsConnector.export(root).organization("example")),
            reader("classification", (root, files) -> ClassificationConnector.file(root.resolve(files.get(0)))),
            reader(
                    "cloudformation-stack",
                    (root, files) -> CloudFormationConnector.files(root, files).repository(REPOSITORY)),
            reader("container-mapping", ContainerMappingConnector::files),
            reader("facts", FactsConnector::files),
            reader(
                    "github-export",
                    (root, files) -> GitHubConnector.export(root).organization("example")),
            reader("github-workflow", Readers::workflow),
            reader(
                    "gitlab-export",
                    (root, files) -> GitLabConnector.export(root).group("example")),
            reader("gitlab-pipeline", Readers::workflow));

    private static final String OTHER_TOOL = "the format of one tool, which has not been asked for";
    private static final String PART_OF_EXPORT = "an answer that is read only as part of an export, by its path there";
    private static final String OTHER_RECORDS = "records of vulnerabilities are read in the format of OSV";

    /** Kinds that are not read, and why. */
    static final Map<String, String> LEFT = Map.ofEntries(
            entry("aqua", OTHER_TOOL),
            entry("arm-template", "a wish, whose expressions only Azure resolves; what came of it is read"),
            entry("asff", OTHER_TOOL),
            entry("aws-examples", "documentation of operations, several answers in one file"),
            entry("aws-inspector2", OTHER_TOOL),
            entry("azure-devops-api", PART_OF_EXPORT),
            entry("cartography-testdata", "constants of a program; its graph is read by Cypher"),
            entry("cve-record", OTHER_RECORDS),
            entry("cvss-vectors", "no source, but cases for a test of CVSS"),
            entry("dependency-track-fpf", OTHER_TOOL),
            entry("doc", "documentation"),
            entry("gcp-artifact-analysis", OTHER_TOOL),
            entry("gcp-inventory", "recordings of a test harness, with headers; Cloud Asset Inventory is read"),
            entry("generic-csv", "says neither its tool nor its format"),
            entry("ghsa", OTHER_RECORDS),
            entry("github-api", PART_OF_EXPORT),
            entry("github-dependency-snapshot", "what is sent to GitHub, not what it says"),
            entry("github-graphql-dependabot", PART_OF_EXPORT),
            entry("github-webhook", "an event, not a state"),
            entry("gitlab-api", PART_OF_EXPORT),
            entry("guac-predicates", "several predicates of another program in one file"),
            entry("harbor", OTHER_TOOL),
            entry("jfrog-xray", OTHER_TOOL),
            entry("kics-json", OTHER_TOOL),
            entry("kube-bench", OTHER_TOOL),
            entry("kubeaudit", OTHER_TOOL),
            entry("kubelinter", OTHER_TOOL),
            entry("kubescape", OTHER_TOOL),
            entry("legitify", OTHER_TOOL),
            entry("npm-audit", OTHER_TOOL),
            entry("nvd-cve", OTHER_RECORDS),
            entry("oci-manifest", "manifests without the layout that says their digests"),
            entry("openapi", "types, not data"),
            entry("openreports", OTHER_TOOL),
            entry("osv-scanner-json", OTHER_TOOL),
            entry("prisma-twistlock", OTHER_TOOL),
            entry("prowler-ocsf", OTHER_TOOL),
            entry("purl-tests", "no source, but cases for a test of package URLs"),
            entry("scorecard-json", OTHER_TOOL),
            entry("semgrep-json", OTHER_TOOL),
            entry("snyk-json", OTHER_TOOL),
            entry("syft-json", "the format of one tool, which writes CycloneDX and SPDX as well"),
            entry("tekton-run", "runs that Tekton Chains turns into provenance, which is read"),
            entry("tfsec-json", OTHER_TOOL),
            entry("wiz", OTHER_TOOL));

    /** Makes a connector for some files. */
    interface Reader {
        Connector of(Path root, List<Path> files);
    }

    private Readers() {}

    static Stream<String> kinds() {
        return BY_KIND.keySet().stream().sorted();
    }

    /** Kinds with and without real files. */
    static Stream<String> allKinds() {
        return Stream.concat(BY_KIND.keySet().stream(), UNSAMPLED.keySet().stream())
                .sorted();
    }

    /** Kinds of which a connector reads a folder. Of the others it is given one file, and means it, wherever it leads. */
    static Stream<String> kindsInFolders() {
        return kinds().filter(kind -> !kind.equals("epss") && !kind.equals("kev"));
    }

    /** The connector that reads a file of a kind. */
    static Connector connector(String kind, Path root, Path file) {
        assertThat(allKinds()).as("kinds that are read").contains(kind);
        return BY_KIND.getOrDefault(kind, UNSAMPLED.get(kind)).of(root, List.of(file));
    }

    /** A name that files of a kind bear. */
    static String name(String kind) {
        return switch (kind) {
            case "azure-pipeline" -> "azure-pipelines.yml";
            case "azuredevops-export", "gitlab-export" -> "projects.json";
            case "classification" -> "classification.yaml";
            case "epss" -> "scores.csv";
            case "github-export" -> "repositories.json";
            case "github-workflow" -> ".github/workflows/build.yml";
            case "gitlab-pipeline" -> ".gitlab-ci.yml";
            case "k8s-manifest" -> "manifest.yaml";
            case "oci-layout", "oci-layout+provenance" -> "index.json";
            default -> "file.json";
        };
    }

    private static Connector layout(Path root, List<Path> files) {
        return OciLayoutConnector.directory(root.resolve(files.get(0)).getParent());
    }

    private static Connector workflow(Path root, List<Path> files) {
        return WorkflowsConnector.files(root, files).repository(REPOSITORY);
    }

    private static Map.Entry<String, Reader> reader(String kind, Reader reader) {
        return Map.entry(kind, reader);
    }
}
