package dev.throughline.model;

import static dev.throughline.model.AssetKind.*;
import static dev.throughline.model.RelationType.Ends.between;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;
import java.util.Set;

/**
 * What a relation between two assets means, and between which kinds it may stand. In Neo4j the name of the constant is
 * the relationship type.
 */
public enum RelationType {
    /** The source holds the target: organization, account or cluster down to container. */
    CONTAINS(
            between(ORGANIZATION)
                    .and(
                            PROJECT,
                            REPOSITORY,
                            TEAM,
                            RUNNER_GROUP,
                            RUNNER,
                            AGENT_POOL,
                            PIPELINE_SECRET,
                            DEPLOYMENT_ENVIRONMENT),
            between(PROJECT)
                    .and(
                            PROJECT,
                            REPOSITORY,
                            TEAM,
                            PIPELINE,
                            SERVICE_CONNECTION,
                            VARIABLE_GROUP,
                            SECURE_FILE,
                            DEPLOYMENT_ENVIRONMENT,
                            PIPELINE_SECRET,
                            RUNNER),
            between(REPOSITORY)
                    .and(
                            BRANCH,
                            COMMIT,
                            SOURCE_FILE,
                            OWNERSHIP_RULE,
                            EXPOSED_SECRET,
                            PIPELINE_SECRET,
                            DEPLOYMENT_ENVIRONMENT,
                            RUNNER,
                            ATTESTATION),
            between(DEPLOYMENT_ENVIRONMENT).and(PIPELINE_SECRET),
            between(RUNNER_GROUP, AGENT_POOL).and(RUNNER),
            between(REGISTRY).and(REGISTRY_REPOSITORY),
            between(REGISTRY_REPOSITORY).and(IMAGE_TAG),
            between(CLOUD_ACCOUNT).and(CLOUD_REGION, CLUSTER, CLOUD_RESOURCE),
            between(CLOUD_REGION).and(CLUSTER, CLOUD_RESOURCE),
            between(CLOUD_RESOURCE).and(CLOUD_RESOURCE, CLOUD_ACCOUNT),
            between(CLUSTER).and(NAMESPACE, NODE, ROLE, ROLE_BINDING, KUBERNETES_SUBJECT),
            between(NAMESPACE)
                    .and(
                            WORKLOAD,
                            POD,
                            KUBERNETES_SERVICE,
                            INGRESS,
                            KUBERNETES_GATEWAY,
                            KUBERNETES_ROUTE,
                            NETWORK_POLICY,
                            SERVICE_ACCOUNT,
                            ROLE,
                            ROLE_BINDING,
                            SECRET_OBJECT,
                            CONFIG_OBJECT),
            between(WORKLOAD).and(POD, CONTAINER, VOLUME),
            between(POD).and(CONTAINER)),
    /** The source answers for the target; from CODEOWNERS, tags or a catalogue. */
    OWNS(
            Set.of("pattern"),
            between(TEAM, DEVELOPER)
                    .and(
                            REPOSITORY,
                            SOURCE_FILE,
                            OWNERSHIP_RULE,
                            PIPELINE,
                            CONTAINER_IMAGE,
                            WORKLOAD,
                            NAMESPACE,
                            CLUSTER,
                            CLOUD_ACCOUNT,
                            CLOUD_RESOURCE)),
    /** The repository holds the definition of the pipeline. */
    DEFINES(between(REPOSITORY).and(PIPELINE)),
    /** The pipeline was executed as the run. */
    RAN(between(PIPELINE).and(PIPELINE_RUN)),
    /** The run built the commit; the branch points at it. */
    ON_COMMIT(between(PIPELINE_RUN, BRANCH).and(COMMIT)),
    /** The run pushed the image; {@code method} tells who says so. */
    PUSHED(Set.of("runId", "method"), between(PIPELINE_RUN).and(CONTAINER_IMAGE, IMAGE_INDEX)),
    /** The document is about the image or repository. */
    DESCRIBED_BY(
            between(CONTAINER_IMAGE, IMAGE_INDEX).and(ATTESTATION, SBOM),
            between(REPOSITORY).and(SBOM)),
    /** The tag pointed at the image when it was observed. */
    TAGGED(between(IMAGE_TAG).and(CONTAINER_IMAGE, IMAGE_INDEX)),
    /** The registry repository holds the image, since {@code pushedAt} by the clock of the registry. */
    HOLDS(Set.of("pushedAt"), between(REGISTRY_REPOSITORY).and(CONTAINER_IMAGE, IMAGE_INDEX)),
    /** The image is the variant of the index for a platform. */
    VARIANT_OF(Set.of("platform"), between(CONTAINER_IMAGE).and(IMAGE_INDEX)),
    /** The image says that it was built upon the other. */
    BASED_ON(between(CONTAINER_IMAGE).and(CONTAINER_IMAGE, IMAGE_INDEX, IMAGE_TAG)),
    /** The image begins with the layers of the other. */
    HAS_LAYER_OF(between(CONTAINER_IMAGE).and(CONTAINER_IMAGE)),
    /** The package is in the image or declared by the repository. */
    HAS_PACKAGE(Set.of("path"), between(CONTAINER_IMAGE, REPOSITORY).and(SOFTWARE_PACKAGE)),
    /** The package needs the other. */
    DEPENDS_ON(between(SOFTWARE_PACKAGE).and(SOFTWARE_PACKAGE)),
    /** The pipeline runs the action. */
    USES_ACTION(between(PIPELINE).and(ACTION_REFERENCE)),
    /** Jobs of the pipeline, or of any pipeline of the repository, may run on the runner. */
    RUNS_ON(Set.of("labels"), between(PIPELINE, REPOSITORY).and(RUNNER, RUNNER_GROUP, AGENT_POOL)),
    /** The pipeline deploys to the environment. */
    DEPLOYS_TO(between(PIPELINE).and(DEPLOYMENT_ENVIRONMENT)),
    /** The platform was told that the source went, or deployed, to the environment; not that it still runs there. */
    DEPLOYED_TO(
            Set.of("task", "ref", "creator", "createdAt", "cluster", "namespace", "deployment", "region", "host"),
            between(COMMIT, PIPELINE_RUN, CONTAINER_IMAGE, IMAGE_INDEX).and(DEPLOYMENT_ENVIRONMENT)),
    /** The pipeline is handed the secret. */
    USES_SECRET(between(PIPELINE).and(PIPELINE_SECRET, VARIABLE_GROUP, SECURE_FILE)),
    /** The pipeline may use the connection. */
    USES_CONNECTION(between(PIPELINE).and(SERVICE_CONNECTION)),
    /** The source runs the image; {@code reference} is what it was asked to run. */
    CREATED_FROM(
            Set.of("reference"),
            between(CONTAINER, POD, WORKLOAD, CLOUD_RESOURCE).and(CONTAINER_IMAGE, IMAGE_INDEX, IMAGE_TAG)),
    /** The source acts as the identity. */
    RUNS_AS(
            between(WORKLOAD, POD).and(SERVICE_ACCOUNT),
            between(CLOUD_RESOURCE, DEPLOYMENT_ENVIRONMENT, NODE).and(CLOUD_RESOURCE)),
    /** The source belongs to the group. */
    MEMBER_OF(
            between(CLOUD_RESOURCE).and(CLOUD_RESOURCE),
            between(SERVICE_ACCOUNT).and(KUBERNETES_SUBJECT),
            between(DEVELOPER).and(TEAM, ORGANIZATION),
            between(TEAM).and(TEAM)),
    /** The identity holds the role, at {@code scope}, if {@code condition} holds; {@code role} is one on code. */
    HAS_ROLE(
            Set.of("scope", "condition", "role"),
            between(SERVICE_ACCOUNT).and(ROLE),
            between(CLOUD_RESOURCE).and(CLOUD_RESOURCE),
            between(TEAM, DEVELOPER).and(REPOSITORY, PROJECT, ORGANIZATION)),
    /** The identity may activate the role, at {@code scope}, if {@code condition} holds, until the time {@code until}. */
    ELIGIBLE_FOR(Set.of("scope", "condition", "until"), between(CLOUD_RESOURCE).and(CLOUD_RESOURCE)),
    /** The identity decides on requests of others to activate the role. */
    APPROVES(between(CLOUD_RESOURCE).and(CLOUD_RESOURCE)),
    /** The source lets the outside identity act as it. */
    TRUSTS(
            Set.of("issuer", "subject", "condition", "mapping"),
            between(CLOUD_RESOURCE)
                    .and(CLOUD_RESOURCE, REPOSITORY, BRANCH, DEPLOYMENT_ENVIRONMENT, SERVICE_ACCOUNT, CLUSTER)),
    /** The source can become the identity. */
    CAN_AUTHENTICATE_AS(between(SERVICE_ACCOUNT, SERVICE_CONNECTION, WORKLOAD, DEVELOPER, CLOUD_RESOURCE)
            .and(CLOUD_RESOURCE, SERVICE_ACCOUNT)),
    /** The credential opens the target. */
    CAN_AUTHENTICATE_TO(
            Set.of("reason"),
            between(
                            EXPOSED_SECRET,
                            SECRET_OBJECT,
                            CONFIG_OBJECT,
                            PIPELINE_SECRET,
                            VARIABLE_GROUP,
                            SECURE_FILE,
                            SERVICE_CONNECTION,
                            CLOUD_RESOURCE)
                    .and(
                            CLOUD_RESOURCE,
                            CLOUD_ACCOUNT,
                            REPOSITORY,
                            ORGANIZATION,
                            REGISTRY,
                            REGISTRY_REPOSITORY,
                            CLUSTER,
                            SERVICE_ACCOUNT,
                            WORKLOAD,
                            DEVELOPER,
                            CUSTOM_ASSET)),
    /** Traffic for the source goes on to the target. */
    ROUTES_TO(
            Set.of("ports", "protocols", "hosts"),
            between(PUBLIC_ADDRESS).and(KUBERNETES_SERVICE, INGRESS, KUBERNETES_GATEWAY, NODE, CLOUD_RESOURCE),
            between(CLOUD_RESOURCE).and(KUBERNETES_SERVICE, NODE, POD, CLOUD_RESOURCE),
            between(INGRESS, KUBERNETES_GATEWAY).and(KUBERNETES_SERVICE, KUBERNETES_ROUTE),
            between(KUBERNETES_ROUTE).and(KUBERNETES_SERVICE),
            between(KUBERNETES_SERVICE).and(WORKLOAD, POD)),
    /** The target filters traffic of the source, or limits what may be done with it or by it. */
    GUARDED_BY(
            between(CLOUD_RESOURCE, CLOUD_ACCOUNT).and(CLOUD_RESOURCE),
            between(WORKLOAD, POD).and(NETWORK_POLICY)),
    /** The source can read the target in its file system or environment. */
    MOUNTS(
            Set.of("readOnly", "path"),
            between(WORKLOAD, POD, CONTAINER).and(VOLUME, SECRET_OBJECT, CONFIG_OBJECT),
            between(CLOUD_RESOURCE).and(CLOUD_RESOURCE)),
    /** The pod runs on the node. */
    SCHEDULED_ON(between(POD, WORKLOAD).and(NODE)),
    /** The labels of the target fit the selector of the source. */
    SELECTS(
            between(KUBERNETES_SERVICE, NETWORK_POLICY).and(WORKLOAD, POD),
            between(INGRESS, KUBERNETES_GATEWAY).and(WORKLOAD)),
    /** The binding joins the role and a subject. */
    BINDS(between(ROLE_BINDING).and(ROLE, SERVICE_ACCOUNT, KUBERNETES_SUBJECT)),
    /** The resource was created from the repository: a {@code tag}, {@code address} or {@code application} says so. */
    PROVISIONED_BY(
            Set.of("tag", "address", "application", "listedBy", "path", "revision"),
            between(CLOUD_RESOURCE, WORKLOAD, CLUSTER).and(REPOSITORY, SOURCE_FILE)),
    /** The source keeps data in the target. */
    STORES(between(WORKLOAD, CLOUD_RESOURCE).and(CLOUD_RESOURCE, VOLUME)),
    /** Data of the source is copied to the target. */
    REPLICATES_TO(between(CLOUD_RESOURCE).and(CLOUD_RESOURCE)),
    /** The source holds data of the class. */
    CLASSIFIED_AS(
            Set.of("reason"),
            between(CLOUD_RESOURCE, SECRET_OBJECT, VOLUME, WORKLOAD, CUSTOM_ASSET)
                    .and(DATA_CLASSIFICATION)),
    /** The weakness is at the asset: {@code location}, {@code commit}, {@code flow} of a value, {@code suppression}. */
    AFFECTS(
            Set.of("location", "flow", "commit", "suppression"),
            between(WEAKNESS)
                    .and(
                            REPOSITORY,
                            SOURCE_FILE,
                            COMMIT,
                            PIPELINE,
                            CONTAINER_IMAGE,
                            IMAGE_INDEX,
                            SOFTWARE_PACKAGE,
                            WORKLOAD,
                            CONTAINER,
                            NODE,
                            CLUSTER,
                            ORGANIZATION,
                            PROJECT,
                            CLOUD_ACCOUNT,
                            CLOUD_RESOURCE)),
    /** The weakness is a case of the vulnerability or rule. */
    INSTANCE_OF(between(WEAKNESS).and(VULNERABILITY, RULE)),
    /** The statement is about the vulnerability. */
    SPEAKS_OF(between(VEX_STATEMENT).and(VULNERABILITY)),
    /** The statement is about the product; one without a version is meant in every version. */
    APPLIES_TO(between(VEX_STATEMENT).and(SOFTWARE_PACKAGE, CONTAINER_IMAGE, REGISTRY_REPOSITORY, REPOSITORY)),
    /** The statement is about the package within its products; without any it is about all that is in them. */
    COVERS(between(VEX_STATEMENT).and(SOFTWARE_PACKAGE)),
    /** What another graph says; {@code kind} is its word for it, {@code traversable} whether it leads an attacker on. */
    CUSTOM(Set.of("kind", "traversable"), between(CUSTOM_ASSET).and(CUSTOM_ASSET));

    private final ImmutableSet<String> properties;
    /** For each prefix of a start, with its colon, that prefix and those of the ends it may then have. */
    private final ImmutableList<ImmutableList<String>> prefixes;

    private final ImmutableSetMultimap<AssetKind, AssetKind> ends;

    RelationType(Ends... ends) {
        this(Set.of(), ends);
    }

    RelationType(Set<String> properties, Ends... ends) {
        this.properties = ImmutableSet.copyOf(properties);
        ImmutableSetMultimap.Builder<String, String> allowed = ImmutableSetMultimap.builder();
        ImmutableSetMultimap.Builder<AssetKind, AssetKind> kinds = ImmutableSetMultimap.builder();
        for (Ends pair : ends) {
            for (AssetKind from : pair.from) {
                for (AssetKind to : pair.to) {
                    allowed.put(from.prefix() + ":", to.prefix() + ":");
                    kinds.put(from, to);
                }
            }
        }
        this.prefixes = allowed.build().asMap().entrySet().stream()
                .map(start -> ImmutableList.<String>builder()
                        .add(start.getKey())
                        .addAll(start.getValue())
                        .build())
                .collect(ImmutableList.toImmutableList());
        this.ends = kinds.build();
    }

    /**
     * Whether a relation of this type may lead from one asset to another. Every type may start or end at a custom asset.
     *
     * @param from where it starts
     * @param to where it ends
     * @return whether it may
     */
    public boolean allows(AssetKey from, AssetKey to) {
        return joins(from.text(), to.text()) || from.mayBe(CUSTOM_ASSET) || to.mayBe(CUSTOM_ASSET);
    }

    private boolean joins(String from, String to) {
        for (int i = 0; i < prefixes.size(); i++) {
            ImmutableList<String> start = prefixes.get(i);
            if (from.startsWith(start.get(0))) {
                return startsWithOne(to, start);
            }
        }
        return false;
    }

    private static boolean startsWithOne(String to, ImmutableList<String> start) {
        for (int i = 1; i < start.size(); i++) {
            if (to.startsWith(start.get(i))) {
                return true;
            }
        }
        return false;
    }

    /**
     * The properties a relation of this type may have.
     *
     * @return their names
     */
    public Set<String> properties() {
        return properties;
    }

    /**
     * The kinds it may stand between. {@link AssetKind#CLOUD_RESOURCE} stands for every kind of cloud resource.
     *
     * @return kinds it may start at, each with the kinds it may then end at
     */
    public ImmutableSetMultimap<AssetKind, AssetKind> ends() {
        return ends;
    }

    /** Kinds that a relation may start at and end at. */
    static final class Ends {
        private final ImmutableSet<AssetKind> from;
        private final ImmutableSet<AssetKind> to;

        private Ends(ImmutableSet<AssetKind> from, ImmutableSet<AssetKind> to) {
            this.from = from;
            this.to = to;
        }

        static Ends between(AssetKind... from) {
            return new Ends(ImmutableSet.copyOf(from), ImmutableSet.of());
        }

        Ends and(AssetKind... to) {
            return new Ends(from, ImmutableSet.copyOf(to));
        }
    }
}
