package dev.throughline.samples;

import com.google.common.collect.ImmutableSet;

/** The types of sources that an estate file may list, with the fields each has besides {@code type} and {@code path}. */
enum SourceType {
    /** A folder with answers of the GitHub REST API. */
    GITHUB(ImmutableSet.of("organization"), ImmutableSet.of(SourceType.SECRET_KEY)),
    /** A folder with answers of the Azure DevOps REST API. */
    AZUREDEVOPS(ImmutableSet.of("organization"), ImmutableSet.of()),
    /** A folder with answers of the GitLab REST API. */
    GITLAB(ImmutableSet.of("group"), ImmutableSet.of("host")),
    /** Definitions of pipelines in a checkout. */
    WORKFLOWS(ImmutableSet.of("repository"), ImmutableSet.of()),
    /** SARIF logs. */
    SARIF(ImmutableSet.of(), ImmutableSet.of("repository", "name")),
    /** in-toto attestations. */
    ATTESTATIONS(ImmutableSet.of(), ImmutableSet.of("name")),
    /** An OCI image layout. */
    OCI(ImmutableSet.of(), ImmutableSet.of("name")),
    /** Reports of Trivy. */
    TRIVY(ImmutableSet.of(), ImmutableSet.of("repository", "cluster", "name")),
    /** What jobs say they pushed. */
    CONTAINER_MAPPING(
            ImmutableSet.of(),
            ImmutableSet.of("repository", "platform", "project", "commit", "run", "pipeline", "name")),
    /** States and plans of Terraform and OpenTofu. */
    TERRAFORM(ImmutableSet.of(), ImmutableSet.of("repository", "folder", "cluster", "name")),
    /** What CloudFormation made of templates. */
    CLOUDFORMATION(ImmutableSet.of("repository"), ImmutableSet.of("template", "name")),
    /** Reports of Grype. */
    GRYPE(ImmutableSet.of(), ImmutableSet.of("repository", "name")),
    /** Security reports of GitLab CI. */
    GITLAB_REPORT(ImmutableSet.of(), ImmutableSet.of("repository", "name", SourceType.SECRET_KEY)),
    /** Reports of Checkov. */
    CHECKOV(ImmutableSet.of("repository"), ImmutableSet.of("name")),
    /** Reports of gitleaks. */
    GITLEAKS(ImmutableSet.of("repository"), ImmutableSet.of("name", SourceType.SECRET_KEY)),
    /** Bills of materials in CycloneDX. */
    CYCLONEDX(ImmutableSet.of(), ImmutableSet.of("repository", "name")),
    /** Bills of materials in SPDX. */
    SPDX(ImmutableSet.of(), ImmutableSet.of("repository", "name")),
    /** VEX documents. */
    VEX(ImmutableSet.of(), ImmutableSet.of("name")),
    /** Exports of the objects of a cluster. */
    KUBERNETES(ImmutableSet.of("cluster"), ImmutableSet.of()),
    /** Answers of the AWS command line and items of AWS Config. */
    AWS(ImmutableSet.of(), ImmutableSet.of("account", "region", "name")),
    /** Exports of Azure and Entra. */
    AZURE(ImmutableSet.of(), ImmutableSet.of("name")),
    /** Exports of Microsoft Defender for Cloud. */
    DEFENDER(ImmutableSet.of(), ImmutableSet.of("name")),
    /** Exports of Google Cloud's asset inventory. */
    GCP(ImmutableSet.of(), ImmutableSet.of("name")),
    /** CISA's catalogue of known exploited vulnerabilities. */
    KEV(ImmutableSet.of(), ImmutableSet.of()),
    /** Probabilities of exploitation. */
    EPSS(ImmutableSet.of(), ImmutableSet.of()),
    /** Advisories in the OSV format. */
    OSV(ImmutableSet.of(), ImmutableSet.of("name")),
    /** Graphs in the OpenGraph format. */
    OPENGRAPH(ImmutableSet.of(), ImmutableSet.of("name")),
    /** A graph that Cartography keeps in a Neo4j. */
    CARTOGRAPHY(ImmutableSet.of("uri", "user", "password-env"), ImmutableSet.of("database", "name")),
    /** Facts as JSON lines, such as an export. */
    FACTS(ImmutableSet.of(), ImmutableSet.of("name")),
    /** A classification file. */
    CLASSIFICATION(ImmutableSet.of(), ImmutableSet.of());

    /** Names the environment variable with the key by which values of secrets are hashed. */
    static final String SECRET_KEY = "secret-key-env";

    private final ImmutableSet<String> required;
    private final ImmutableSet<String> optional;

    SourceType(ImmutableSet<String> required, ImmutableSet<String> optional) {
        this.required = required;
        this.optional = optional;
    }

    /** Fields without which a source of this type cannot be read. */
    ImmutableSet<String> required() {
        return required;
    }

    /** Whether a source of this type is files, so that it has a path. */
    boolean isFiles() {
        return this != CARTOGRAPHY;
    }

    boolean has(String field) {
        return required.contains(field) || optional.contains(field);
    }
}
