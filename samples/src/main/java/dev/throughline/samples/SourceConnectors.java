package dev.throughline.samples;

import dev.throughline.connector.attestation.AttestationConnector;
import dev.throughline.connector.attestation.SignaturePolicy;
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
import dev.throughline.fact.Rejection;
import dev.throughline.fact.SourceException;
import dev.throughline.graph.CartographyConnector;
import dev.throughline.graph.Neo4jSettings;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.AuthTokens;

/** Which connector reads which type of source, with which of its settings. */
final class SourceConnectors {
    private SourceConnectors() {}

    /**
     * The connectors that read a source: one, but for facts of several scopes.
     *
     * @throws SourceException if its paths name nothing, or a setting cannot be
     */
    static List<? extends Connector> of(Estate.Source source, Estate estate) {
        Connector connector = connector(source, estate);
        return connector instanceof FactsConnector facts ? facts.scopes() : List.of(connector);
    }

    /** The same for every fault of the file: where it is, and the cause. */
    static SourceException refused(Estate.Source source, Path estate, String cause) {
        return new SourceException(new Rejection(estate.toString(), "line " + source.line(), cause), null);
    }

    private static Connector connector(Estate.Source source, Estate estate) {
        try {
            if (!source.type().isFiles()) {
                return cartography(source);
            }
            Path folder = Objects.requireNonNull(estate.file().toAbsolutePath().getParent());
            return connector(
                    source,
                    FileChoice.of(folder, source.paths()).only(source.include(), source.exclude()),
                    estate.trust());
        } catch (IllegalArgumentException | UncheckedIOException e) {
            throw refused(source, estate.file(), String.valueOf(e.getMessage()));
        }
    }

    private static Connector connector(Estate.Source source, FileChoice files, @Nullable SignaturePolicy trust) {
        return switch (source.type()) {
            case GITHUB ->
                source.with(
                        SourceType.SECRET_KEY,
                        GitHubConnector.export(files.folder()).organization(source.required("organization")),
                        (connector, variable) -> connector.hashingSecrets(secretKey(variable)));
            case AZUREDEVOPS ->
                AzureDevOpsConnector.export(files.folder()).organization(source.required("organization"));
            case GITLAB ->
                source.with(
                        "host",
                        GitLabConnector.export(files.folder()).group(source.required("group")),
                        GitLabConnector::host);
            case WORKFLOWS ->
                files.read(WorkflowsConnector::files, WorkflowsConnector::files)
                        .repository(source.required("repository"));
            case SARIF -> sarif(source, files.read(SarifConnector::files, SarifConnector::files));
            case ATTESTATIONS -> attestations(source, files, trust);
            case OCI -> oci(source, OciLayoutConnector.directory(files.folder()), trust);
            case TRIVY -> trivy(source, files.read(TrivyConnector::files, TrivyConnector::files));
            case CONTAINER_MAPPING ->
                containerMapping(
                        source, files.read(ContainerMappingConnector::files, ContainerMappingConnector::files));
            case TERRAFORM -> terraform(source, files.read(TerraformConnector::files, TerraformConnector::files));
            case CLOUDFORMATION ->
                cloudFormation(source, files.read(CloudFormationConnector::files, CloudFormationConnector::files));
            case GRYPE -> grype(source, files.read(GrypeConnector::files, GrypeConnector::files));
            case GITLAB_REPORT ->
                gitlabReport(source, files.read(GitLabReportConnector::files, GitLabReportConnector::files));
            case CHECKOV ->
                source.with(
                                "name",
                                files.read(CheckovConnector::files, CheckovConnector::files),
                                CheckovConnector::named)
                        .repository(source.required("repository"));
            case GITLEAKS -> gitleaks(source, files.read(GitleaksConnector::files, GitleaksConnector::files));
            case CYCLONEDX -> cycloneDx(source, files.read(CycloneDxConnector::files, CycloneDxConnector::files));
            case SPDX -> spdx(source, files.read(SpdxConnector::files, SpdxConnector::files));
            case VEX -> source.with("name", files.read(VexConnector::files, VexConnector::files), VexConnector::named);
            case KUBERNETES ->
                files.read(KubernetesConnector::dump, KubernetesConnector::dump).cluster(source.required("cluster"));
            case AWS -> aws(source, files.read(AwsConnector::files, AwsConnector::files));
            case AZURE ->
                source.with("name", files.read(AzureConnector::files, AzureConnector::files), AzureConnector::named);
            case DEFENDER ->
                source.with(
                        "name",
                        files.read(DefenderConnector::files, DefenderConnector::files),
                        DefenderConnector::named);
            case GCP -> source.with("name", files.read(GcpConnector::files, GcpConnector::files), GcpConnector::named);
            case KEV -> KevConnector.file(files.file());
            case EPSS -> EpssConnector.file(files.file());
            case OSV -> source.with("name", files.read(OsvConnector::files, OsvConnector::files), OsvConnector::named);
            case OPENGRAPH ->
                source.with(
                        "name",
                        files.read(OpenGraphConnector::files, OpenGraphConnector::files),
                        OpenGraphConnector::named);
            case CARTOGRAPHY -> throw new IllegalStateException("not files");
            case FACTS ->
                source.with("name", files.read(FactsConnector::files, FactsConnector::files), FactsConnector::named);
            case CLASSIFICATION -> ClassificationConnector.file(files.file());
        };
    }

    private static Connector cartography(Estate.Source source) {
        String password = environment(source.required("password-env"), "the password of " + source.required("user"));
        CartographyConnector connector = CartographyConnector.connect(
                source.required("uri"),
                AuthTokens.basic(source.required("user"), password),
                source.with("database", Neo4jSettings.defaults(), Neo4jSettings::withDatabase));
        return source.with("name", connector, CartographyConnector::named);
    }

    private static String environment(String variable, String what) {
        String value = System.getenv(variable);
        if (value == null) {
            throw new IllegalArgumentException(
                    "the environment variable " + variable + " is not set; it must hold " + what);
        }
        return value;
    }

    private static Connector attestations(Estate.Source source, FileChoice files, @Nullable SignaturePolicy trust) {
        AttestationConnector connector = files.read(AttestationConnector::files, AttestationConnector::files);
        AttestationConnector named = source.with("name", connector, AttestationConnector::named);
        return trust == null ? named : named.trusting(trust);
    }

    private static Connector oci(Estate.Source source, OciLayoutConnector connector, @Nullable SignaturePolicy trust) {
        OciLayoutConnector named = source.with("name", connector, OciLayoutConnector::named);
        return trust == null ? named : named.trusting(trust);
    }

    private static Connector sarif(Estate.Source source, SarifConnector connector) {
        SarifConnector named = source.with("name", connector, SarifConnector::named);
        return source.with("repository", named, SarifConnector::repository);
    }

    private static Connector trivy(Estate.Source source, TrivyConnector connector) {
        TrivyConnector named = source.with("name", connector, TrivyConnector::named);
        TrivyConnector ofRepository = source.with("repository", named, TrivyConnector::repository);
        return source.with("cluster", ofRepository, TrivyConnector::cluster);
    }

    private static Connector containerMapping(Estate.Source source, ContainerMappingConnector connector) {
        ContainerMappingConnector known = source.with("name", connector, ContainerMappingConnector::named);
        known = source.with("repository", known, ContainerMappingConnector::repository);
        known = source.with("platform", known, ContainerMappingConnector::platform);
        known = source.with("project", known, ContainerMappingConnector::project);
        known = source.with("commit", known, ContainerMappingConnector::commit);
        known = source.with("run", known, ContainerMappingConnector::run);
        return source.with("pipeline", known, ContainerMappingConnector::pipeline);
    }

    private static Connector terraform(Estate.Source source, TerraformConnector connector) {
        TerraformConnector known = source.with("name", connector, TerraformConnector::named);
        known = source.with("repository", known, TerraformConnector::repository);
        known = source.with("folder", known, TerraformConnector::folder);
        return source.with("cluster", known, TerraformConnector::cluster);
    }

    private static Connector cloudFormation(Estate.Source source, CloudFormationConnector connector) {
        CloudFormationConnector known = source.with("name", connector, CloudFormationConnector::named)
                .repository(source.required("repository"));
        return source.with("template", known, CloudFormationConnector::template);
    }

    private static Connector grype(Estate.Source source, GrypeConnector connector) {
        GrypeConnector named = source.with("name", connector, GrypeConnector::named);
        return source.with("repository", named, GrypeConnector::repository);
    }

    private static Connector gitlabReport(Estate.Source source, GitLabReportConnector connector) {
        GitLabReportConnector named = source.with("name", connector, GitLabReportConnector::named);
        GitLabReportConnector known = source.with("repository", named, GitLabReportConnector::repository);
        return source.with(
                SourceType.SECRET_KEY, known, (reports, variable) -> reports.hashingSecrets(secretKey(variable)));
    }

    private static Connector gitleaks(Estate.Source source, GitleaksConnector connector) {
        GitleaksConnector named =
                source.with("name", connector, GitleaksConnector::named).repository(source.required("repository"));
        return source.with(
                SourceType.SECRET_KEY, named, (reports, variable) -> reports.hashingSecrets(secretKey(variable)));
    }

    private static byte[] secretKey(String variable) {
        return environment(variable, "the key that hashes secrets").getBytes(StandardCharsets.UTF_8);
    }

    private static Connector cycloneDx(Estate.Source source, CycloneDxConnector connector) {
        CycloneDxConnector named = source.with("name", connector, CycloneDxConnector::named);
        return source.with("repository", named, CycloneDxConnector::repository);
    }

    private static Connector spdx(Estate.Source source, SpdxConnector connector) {
        SpdxConnector named = source.with("name", connector, SpdxConnector::named);
        return source.with("repository", named, SpdxConnector::repository);
    }

    private static Connector aws(Estate.Source source, AwsConnector connector) {
        AwsConnector named = source.with("name", connector, AwsConnector::named);
        AwsConnector ofAccount = source.with("account", named, AwsConnector::account);
        return source.with("region", ofAccount, AwsConnector::region);
    }
}
