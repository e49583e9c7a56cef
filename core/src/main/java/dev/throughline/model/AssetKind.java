package dev.throughline.model;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of assets: one constant for each record that implements {@link Asset}.
 *
 * <p>A kind knows the label of its nodes in Neo4j, the prefix of its keys, its attributes (the record's components
 * other than the key) and the connectors whose word on it counts first.
 */
public enum AssetKind {
    /** {@link Organization}. */
    ORGANIZATION(Area.SOURCE, "Organization", "organization", Organization.class, "github", "azuredevops", "gitlab"),
    /** {@link Project}. */
    PROJECT(Area.SOURCE, "Project", "project", Project.class, "github", "azuredevops", "gitlab"),
    /** {@link Repository}. */
    REPOSITORY(Area.SOURCE, "Repository", "repository", Repository.class, "github", "azuredevops", "gitlab"),
    /** {@link Branch}. */
    BRANCH(Area.SOURCE, "Branch", "branch", Branch.class, "github", "azuredevops", "gitlab"),
    /** {@link Commit}. */
    COMMIT(Area.SOURCE, "Commit", "commit", Commit.class, "github", "azuredevops", "gitlab"),
    /** {@link Developer}. */
    DEVELOPER(Area.SOURCE, "Developer", "developer", Developer.class, "github", "azuredevops", "gitlab"),
    /** {@link Team}. */
    TEAM(Area.SOURCE, "Team", "team", Team.class, "github", "azuredevops", "gitlab"),
    /** {@link SourceFile}. */
    SOURCE_FILE(Area.SOURCE, "SourceFile", "file", SourceFile.class, "github", "azuredevops", "gitlab"),
    /** {@link OwnershipRule}. */
    OWNERSHIP_RULE(
            Area.SOURCE, "OwnershipRule", "ownershiprule", OwnershipRule.class, "github", "azuredevops", "gitlab"),
    /** {@link Pipeline}. */
    PIPELINE(Area.PIPELINE, "Pipeline", "pipeline", Pipeline.class, "github", "azuredevops", "gitlab"),
    /** {@link PipelineRun}. */
    PIPELINE_RUN(Area.PIPELINE, "PipelineRun", "run", PipelineRun.class, "github", "azuredevops", "gitlab"),
    /** {@link Runner}. */
    RUNNER(Area.PIPELINE, "Runner", "runner", Runner.class, "github", "azuredevops", "gitlab"),
    /** {@link RunnerGroup}. */
    RUNNER_GROUP(Area.PIPELINE, "RunnerGroup", "runnergroup", RunnerGroup.class, "github", "azuredevops", "gitlab"),
    /** {@link AgentPool}. */
    AGENT_POOL(Area.PIPELINE, "AgentPool", "agentpool", AgentPool.class, "azuredevops"),
    /** {@link DeploymentEnvironment}. */
    DEPLOYMENT_ENVIRONMENT(
            Area.PIPELINE,
            "DeploymentEnvironment",
            "environment",
            DeploymentEnvironment.class,
            "github",
            "azuredevops",
            "gitlab"),
    /** {@link ServiceConnection}. */
    SERVICE_CONNECTION(Area.PIPELINE, "ServiceConnection", "serviceconnection", ServiceConnection.class, "azuredevops"),
    /** {@link VariableGroup}. */
    VARIABLE_GROUP(Area.PIPELINE, "VariableGroup", "variablegroup", VariableGroup.class, "azuredevops"),
    /** {@link PipelineSecret}. */
    PIPELINE_SECRET(
            Area.PIPELINE, "PipelineSecret", "pipelinesecret", PipelineSecret.class, "github", "azuredevops", "gitlab"),
    /** {@link SecureFile}. */
    SECURE_FILE(Area.PIPELINE, "SecureFile", "securefile", SecureFile.class, "azuredevops"),
    /** {@link ActionReference}. */
    ACTION_REFERENCE(
            Area.PIPELINE, "ActionReference", "action", ActionReference.class, "github", "azuredevops", "gitlab"),
    /** {@link Registry}. */
    REGISTRY(Area.ARTIFACT, "Registry", "registry", Registry.class),
    /** {@link RegistryRepository}. */
    REGISTRY_REPOSITORY(Area.ARTIFACT, "RegistryRepository", "registryrepository", RegistryRepository.class),
    /** {@link ContainerImage}. */
    CONTAINER_IMAGE(Area.ARTIFACT, "ContainerImage", "image", ContainerImage.class, "oci", "trivy"),
    /** {@link ImageIndex}. */
    IMAGE_INDEX(Area.ARTIFACT, "ImageIndex", "imageindex", ImageIndex.class, "oci"),
    /** {@link ImageTag}. */
    IMAGE_TAG(Area.ARTIFACT, "ImageTag", "imagetag", ImageTag.class),
    /** {@link SoftwarePackage}. */
    SOFTWARE_PACKAGE(Area.ARTIFACT, "Package", "package", SoftwarePackage.class),
    /** {@link Sbom}. */
    SBOM(Area.ARTIFACT, "Sbom", "sbom", Sbom.class),
    /** {@link Attestation}. */
    ATTESTATION(Area.ARTIFACT, "Attestation", "attestation", Attestation.class, "attestations"),
    /** {@link Vulnerability}. */
    VULNERABILITY(Area.WEAKNESS, "Vulnerability", "vulnerability", Vulnerability.class, "nvd", "osv"),
    /** {@link VexStatement}. */
    VEX_STATEMENT(Area.WEAKNESS, "VexStatement", "vex", VexStatement.class),
    /** {@link Rule}. */
    RULE(Area.WEAKNESS, "Rule", "rule", Rule.class),
    /** {@link Weakness}. */
    WEAKNESS(Area.WEAKNESS, "Finding", "finding", Weakness.class),
    /** {@link ExposedSecret}. */
    EXPOSED_SECRET(Area.WEAKNESS, "ExposedSecret", "secret", ExposedSecret.class, "github", "azuredevops", "gitlab"),
    /** {@link Cluster}. */
    CLUSTER(Area.KUBERNETES, "Cluster", "cluster", Cluster.class, "kubernetes"),
    /** {@link Namespace}. */
    NAMESPACE(Area.KUBERNETES, "Namespace", "namespace", Namespace.class, "kubernetes"),
    /** {@link Node}. */
    NODE(Area.KUBERNETES, "Node", "node", Node.class, "kubernetes"),
    /** {@link Workload}. */
    WORKLOAD(Area.KUBERNETES, "Workload", "workload", Workload.class, "kubernetes"),
    /** {@link Pod}. */
    POD(Area.KUBERNETES, "Pod", "pod", Pod.class, "kubernetes"),
    /** {@link Container}. */
    CONTAINER(Area.KUBERNETES, "Container", "container", Container.class, "kubernetes"),
    /** {@link KubernetesService}. */
    KUBERNETES_SERVICE(Area.KUBERNETES, "KubernetesService", "service", KubernetesService.class, "kubernetes"),
    /** {@link Ingress}. */
    INGRESS(Area.KUBERNETES, "Ingress", "ingress", Ingress.class, "kubernetes"),
    /** {@link KubernetesGateway}. */
    KUBERNETES_GATEWAY(Area.KUBERNETES, "KubernetesGateway", "gateway", KubernetesGateway.class, "kubernetes"),
    /** {@link KubernetesRoute}. */
    KUBERNETES_ROUTE(Area.KUBERNETES, "KubernetesRoute", "route", KubernetesRoute.class, "kubernetes"),
    /** {@link NetworkPolicy}. */
    NETWORK_POLICY(Area.KUBERNETES, "NetworkPolicy", "networkpolicy", NetworkPolicy.class, "kubernetes"),
    /** {@link ServiceAccount}. */
    SERVICE_ACCOUNT(Area.KUBERNETES, "ServiceAccount", "serviceaccount", ServiceAccount.class, "kubernetes"),
    /** {@link KubernetesSubject}. */
    KUBERNETES_SUBJECT(Area.KUBERNETES, "KubernetesSubject", "subject", KubernetesSubject.class, "kubernetes"),
    /** {@link Role}. */
    ROLE(Area.KUBERNETES, "Role", "role", Role.class, "kubernetes"),
    /** {@link RoleBinding}. */
    ROLE_BINDING(Area.KUBERNETES, "RoleBinding", "rolebinding", RoleBinding.class, "kubernetes"),
    /** {@link SecretObject}. */
    SECRET_OBJECT(Area.KUBERNETES, "SecretObject", "secretobject", SecretObject.class, "kubernetes"),
    /** {@link ConfigObject}. */
    CONFIG_OBJECT(Area.KUBERNETES, "ConfigObject", "configmap", ConfigObject.class, "kubernetes"),
    /** {@link Volume}. */
    VOLUME(Area.KUBERNETES, "Volume", "volume", Volume.class, "kubernetes"),
    /** {@link CloudAccount}. */
    CLOUD_ACCOUNT(Area.CLOUD, "CloudAccount", "cloudaccount", CloudAccount.class, "aws", "azure", "gcp"),
    /** {@link CloudRegion}. */
    CLOUD_REGION(Area.CLOUD, "CloudRegion", "cloudregion", CloudRegion.class, "aws", "azure", "gcp"),
    /** {@link VirtualMachine}. */
    VIRTUAL_MACHINE(Area.CLOUD, "VirtualMachine", "cloud", VirtualMachine.class, "aws", "azure", "gcp"),
    /** {@link ContainerService}. */
    CONTAINER_SERVICE(Area.CLOUD, "ContainerService", "cloud", ContainerService.class, "aws", "azure", "gcp"),
    /** {@link ServerlessFunction}. */
    SERVERLESS_FUNCTION(Area.CLOUD, "ServerlessFunction", "cloud", ServerlessFunction.class, "aws", "azure", "gcp"),
    /** {@link WebApp}. */
    WEB_APP(Area.CLOUD, "WebApp", "cloud", WebApp.class, "aws", "azure", "gcp"),
    /** {@link LoadBalancer}. */
    LOAD_BALANCER(Area.CLOUD, "LoadBalancer", "cloud", LoadBalancer.class, "aws", "azure", "gcp"),
    /** {@link PublicAddress}. */
    PUBLIC_ADDRESS(Area.CLOUD, "PublicAddress", "address", PublicAddress.class),
    /** {@link Network}. */
    NETWORK(Area.CLOUD, "Network", "cloud", Network.class, "aws", "azure", "gcp"),
    /** {@link Subnet}. */
    SUBNET(Area.CLOUD, "Subnet", "cloud", Subnet.class, "aws", "azure", "gcp"),
    /** {@link NetworkRuleSet}. */
    NETWORK_RULE_SET(Area.CLOUD, "NetworkRuleSet", "cloud", NetworkRuleSet.class, "aws", "azure", "gcp"),
    /** {@link NetworkGateway}. */
    NETWORK_GATEWAY(Area.CLOUD, "NetworkGateway", "cloud", NetworkGateway.class, "aws", "azure", "gcp"),
    /** {@link CloudResource}. */
    CLOUD_RESOURCE(Area.CLOUD, "CloudResource", "cloud", CloudResource.class, "aws", "azure", "gcp"),
    /** {@link Identity}. */
    IDENTITY(Area.IDENTITY, "Identity", "cloud", Identity.class, "aws", "azure", "gcp"),
    /** {@link IdentityGroup}. */
    IDENTITY_GROUP(Area.IDENTITY, "IdentityGroup", "cloud", IdentityGroup.class, "aws", "azure", "gcp"),
    /** {@link CloudRole}. */
    CLOUD_ROLE(Area.IDENTITY, "CloudRole", "cloud", CloudRole.class, "aws", "azure", "gcp"),
    /** {@link CloudPolicy}. */
    CLOUD_POLICY(Area.IDENTITY, "CloudPolicy", "cloud", CloudPolicy.class, "aws", "azure", "gcp"),
    /** {@link TrustPolicy}. */
    TRUST_POLICY(Area.IDENTITY, "TrustPolicy", "cloud", TrustPolicy.class, "aws", "azure", "gcp"),
    /** {@link AccessKey}. */
    ACCESS_KEY(Area.IDENTITY, "AccessKey", "cloud", AccessKey.class, "aws", "azure", "gcp"),
    /** {@link DataStore}. */
    DATA_STORE(Area.DATA, "DataStore", "cloud", DataStore.class, "aws", "azure", "gcp"),
    /** {@link SecretStore}. */
    SECRET_STORE(Area.DATA, "SecretStore", "cloud", SecretStore.class, "aws", "azure", "gcp"),
    /** {@link EncryptionKey}. */
    ENCRYPTION_KEY(Area.DATA, "EncryptionKey", "cloud", EncryptionKey.class, "aws", "azure", "gcp"),
    /** {@link DataClassification}. */
    DATA_CLASSIFICATION(Area.DATA, "DataClassification", "classification", DataClassification.class, "classification"),
    /** {@link ClassificationRule}. */
    CLASSIFICATION_RULE(
            Area.DATA, "ClassificationRule", "classificationrule", ClassificationRule.class, "classification"),
    /** {@link Internet}. */
    INTERNET(Area.OUTSIDE, "Internet", "outside", Internet.class),
    /** {@link Anonymous}. */
    ANONYMOUS(Area.OUTSIDE, "Anonymous", "outside", Anonymous.class),
    /** {@link AnyGitHubUser}. */
    ANY_GITHUB_USER(Area.OUTSIDE, "AnyGitHubUser", "outside", AnyGitHubUser.class),
    /** {@link CustomAsset}. */
    CUSTOM_ASSET(Area.OPEN, "CustomAsset", "custom", CustomAsset.class);

    /** The parts of the ontology, in the order in which code flows to the cloud. */
    public enum Area {
        /** Where code lives. */
        SOURCE,
        /** What builds and deploys it. */
        PIPELINE,
        /** What the build made. */
        ARTIFACT,
        /** What is wrong with it. */
        WEAKNESS,
        /** Where it runs, in Kubernetes. */
        KUBERNETES,
        /** Where it runs, in a cloud. */
        CLOUD,
        /** Who may act. */
        IDENTITY,
        /** What is worth stealing. */
        DATA,
        /** Where attackers come from. */
        OUTSIDE,
        /** What an embedding application adds. */
        OPEN
    }

    private static final ImmutableMap<Class<?>, AssetKind> BY_TYPE = Maps.uniqueIndex(List.of(values()), k -> k.type);
    private static final ImmutableMap<String, AssetKind> BY_LABEL = Maps.uniqueIndex(List.of(values()), k -> k.label);

    private final Area area;
    private final String label;
    private final String prefix;
    private final Class<? extends Asset> type;
    private final ImmutableSet<String> authorities;

    @SuppressWarnings("ImmutableEnumChecker") // it holds method handles in an array nobody else sees
    private final Attributes attributes;

    AssetKind(Area area, String label, String prefix, Class<? extends Asset> type, String... authorities) {
        this.area = area;
        this.label = label;
        this.prefix = prefix;
        this.type = type;
        this.authorities = ImmutableSet.copyOf(authorities);
        this.attributes = Attributes.of(type);
    }

    /**
     * The kind of a record type.
     *
     * @param type a record type that implements {@link Asset}
     * @return its kind
     */
    public static AssetKind of(Class<? extends Asset> type) {
        AssetKind kind = BY_TYPE.get(type);
        if (kind == null) {
            throw new IllegalArgumentException(type + " is not a kind of asset");
        }
        return kind;
    }

    /**
     * The kind with a label.
     *
     * @param label a label such as {@code Repository}
     * @return its kind
     * @throws IllegalArgumentException if no kind has this label
     */
    public static AssetKind labelled(String label) {
        AssetKind kind = BY_LABEL.get(label);
        if (kind == null) {
            throw new IllegalArgumentException("there is no kind of asset named '" + Text.quote(label) + "'");
        }
        return kind;
    }

    /**
     * The part of the ontology this kind belongs to.
     *
     * @return the area
     */
    public Area area() {
        return area;
    }

    /**
     * The label of its nodes in Neo4j.
     *
     * @return the label
     */
    public String label() {
        return label;
    }

    /**
     * The part of its keys before the first colon. All kinds of cloud resources share {@code cloud}.
     *
     * @return the prefix
     */
    public String prefix() {
        return prefix;
    }

    /**
     * The record of this kind.
     *
     * @return the record type
     */
    public Class<? extends Asset> type() {
        return type;
    }

    /**
     * The families of connectors whose word on this kind counts before that of others.
     *
     * @return names as in {@link Scope#connector()}; empty when all count the same
     */
    public Set<String> authorities() {
        return authorities;
    }

    /**
     * The names of the attributes, in the order of the record's components, without the key.
     *
     * @return the names
     */
    public List<String> attributes() {
        return attributes.names();
    }

    /**
     * The type of an attribute: {@code String}, {@code Boolean}, {@code Long}, {@code Double}, {@code Instant}, an enum,
     * or {@code List} (of strings).
     *
     * @param attribute index in {@link #attributes()}
     * @return the type
     */
    public Class<?> attributeType(int attribute) {
        return attributes.type(attribute);
    }

    /**
     * The values of an asset of this kind.
     *
     * @param asset an asset of this kind
     * @return a new array in the order of {@link #attributes()}, {@code null} where unknown
     */
    public @Nullable Object[] values(Asset asset) {
        return attributes.read(asset);
    }

    /**
     * One value of an asset of this kind.
     *
     * @param asset an asset of this kind
     * @param attribute index in {@link #attributes()}
     * @return the value, {@code null} if it is unknown
     */
    public @Nullable Object value(Asset asset, int attribute) {
        return attributes.read(asset, attribute);
    }

    /**
     * Makes an asset of this kind.
     *
     * @param key its key
     * @param values values in the order of {@link #attributes()}, {@code null} where unknown
     * @return the asset
     */
    public Asset create(AssetKey key, @Nullable Object... values) {
        return attributes.create(key, values);
    }

    /**
     * Makes an asset of this kind from named values; what is not named is unknown.
     *
     * @param key its key
     * @param values values by name of attribute
     * @return the asset
     * @throws IllegalArgumentException if a name is not an attribute of this kind
     */
    public Asset create(AssetKey key, Map<String, ?> values) {
        @Nullable Object[] row = new @Nullable Object[attributes().size()];
        values.forEach((name, value) -> {
            int index = attributes().indexOf(name);
            if (index < 0) {
                throw new IllegalArgumentException(label + " has no attribute '" + Text.quote(name) + "'");
            }
            row[index] = value;
        });
        return create(key, row);
    }

    /**
     * The asset of this kind of which nothing but the key is known.
     *
     * @param key its key
     * @return the asset
     */
    public Asset unknown(AssetKey key) {
        return create(key, new @Nullable Object[attributes().size()]);
    }

    /**
     * The kind an asset must have that so far has only been mentioned by its key.
     *
     * @param key a key
     * @return the kind its prefix tells; {@link #CLOUD_RESOURCE} for every cloud resource
     */
    public static AssetKind mentioned(AssetKey key) {
        return key.space().mentioned(key);
    }

    /** Refuses a key of another kind. Called by the records' constructors. */
    void check(AssetKey key) {
        if (!key.mayBe(this)) {
            throw new IllegalArgumentException("'" + Text.quote(key.text()) + "' is not the key of a " + label
                    + ": it must start with " + prefix + ":");
        }
    }

    static AssetKind[] withPrefix(String prefix) {
        return Arrays.stream(values()).filter(k -> k.prefix.equals(prefix)).toArray(AssetKind[]::new);
    }
}
