package dev.throughline.samples;

import com.google.common.collect.Iterables;
import dev.throughline.Throughline;
import dev.throughline.connector.attestation.AttestationConnector;
import dev.throughline.connector.attestation.SignaturePolicy;
import dev.throughline.connector.aws.AwsConnector;
import dev.throughline.connector.azure.AzureConnector;
import dev.throughline.connector.azuredevops.AzureDevOpsConnector;
import dev.throughline.connector.checkov.CheckovConnector;
import dev.throughline.connector.classification.ClassificationConnector;
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
import dev.throughline.model.Scope;
import dev.throughline.store.ConflictException;
import dev.throughline.store.IngestReport;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.AuthTokens;

/**
 * What came of reading one source of an estate.
 *
 * @param source the source
 * @param report what was read; null if it could not be read at all
 * @param error why it could not be read at all; null if it could
 */
record Reading(
        Estate.Source source,
        @Nullable IngestReport report,
        @Nullable String error) {
    /**
     * Reads all sources of an estate, one after the other. One that fails keeps what it had, and the rest goes on.
     *
     * @return one for each source, in their order; one for each scope of facts
     */
    static List<Reading> all(Estate estate, Throughline throughline) {
        return all(estate, throughline, (number, source) -> {});
    }

    /**
     * Reads all sources of an estate, as {@link #all(Estate, Throughline)} does.
     *
     * @param begun is told before each source, with its number from 1
     */
    static List<Reading> all(Estate estate, Throughline throughline, BiConsumer<Integer, Estate.Source> begun) {
        Map<Scope, Integer> lines = new HashMap<>();
        List<Reading> readings = new ArrayList<>();
        int number = 0;
        for (Estate.Source source : estate.sources()) {
            begun.accept(++number, source);
            try {
                for (Connector connector : connectors(source, estate)) {
                    Integer other = lines.putIfAbsent(connector.scope(), source.line());
                    readings.add(
                            other == null
                                    ? of(source, connector, throughline)
                                    : new Reading(source, null, replacing(source, estate, connector.scope(), other)));
                }
            } catch (SourceException e) {
                readings.add(new Reading(source, null, e.getMessage()));
            }
        }
        return readings;
    }

    private static Reading of(Estate.Source source, Connector connector, Throughline throughline) {
        try {
            return new Reading(source, Iterables.getOnlyElement(throughline.ingest(connector)), null);
        } catch (SourceException | ConflictException e) {
            return new Reading(source, null, e.getMessage());
        }
    }

    private static @Nullable String replacing(Estate.Source source, Estate estate, Scope scope, int other) {
        return refused(
                        source,
                        estate.file(),
                        "reads " + scope + " as the source on line " + other
                                + " does, and would replace it: give one a name, or list the files of both in one")
                .getMessage();
    }

    private static List<? extends Connector> connectors(Estate.Source source, Estate estate) {
        Connector connector = connector(source, estate);
        return connector instanceof FactsConnector facts ? facts.scopes() : List.of(connector);
    }

    private static SourceException refused(Estate.Source source, Path estate, String cause) {
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
            case GITHUB -> GitHubConnector.export(files.folder()).organization(source.required("organization"));
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
        String variable = source.required("password-env");
        String password = System.getenv(variable);
        if (password == null) {
            throw new IllegalArgumentException("the environment variable " + variable + " is not set; it must hold the"
                    + " password of " + source.required("user"));
        }
        CartographyConnector connector = CartographyConnector.connect(
                source.required("uri"),
                AuthTokens.basic(source.required("user"), password),
                source.with("database", Neo4jSettings.defaults(), Neo4jSettings::withDatabase));
        return source.with("name", connector, CartographyConnector::named);
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

    /** Whether anything of the source could not be read. Records that were refused one by one are not counted. */
    boolean failed() {
        return report == null || !report.problems().isEmpty();
    }
}
