package dev.throughline.model;

import org.jspecify.annotations.Nullable;

/**
 * A thing of the estate that a source described: a node of the graph.
 *
 * <p>Each kind is a record. Its first component is the {@linkplain AssetKey key}; every other component may be
 * {@code null}, which means <em>unknown</em> and never "no". Lists are immutable, and an empty list means that the
 * source looked and found none. Assets are values: immutable, comparable by content, safe to share between threads.
 *
 * <p>An application adds kinds of its own as {@link CustomAsset}.
 */
public sealed interface Asset
        permits AccessKey,
                ActionReference,
                AgentPool,
                Anonymous,
                AnyGitHubUser,
                Attestation,
                Branch,
                ClassificationRule,
                CloudAccount,
                CloudPolicy,
                CloudRegion,
                CloudResource,
                CloudRole,
                Cluster,
                Commit,
                ConfigObject,
                Container,
                ContainerImage,
                ContainerService,
                CustomAsset,
                DataClassification,
                DataStore,
                DeploymentEnvironment,
                Developer,
                EncryptionKey,
                ExposedSecret,
                Identity,
                IdentityGroup,
                ImageIndex,
                ImageTag,
                Ingress,
                Internet,
                KubernetesGateway,
                KubernetesRoute,
                KubernetesService,
                KubernetesSubject,
                LoadBalancer,
                Namespace,
                Network,
                NetworkGateway,
                NetworkPolicy,
                NetworkRuleSet,
                Node,
                Organization,
                OwnershipRule,
                Pipeline,
                PipelineRun,
                PipelineSecret,
                Pod,
                Project,
                PublicAddress,
                Registry,
                RegistryRepository,
                Repository,
                Role,
                RoleBinding,
                Rule,
                Runner,
                RunnerGroup,
                Sbom,
                SecretObject,
                SecretStore,
                SecureFile,
                ServerlessFunction,
                ServiceAccount,
                ServiceConnection,
                SoftwarePackage,
                SourceFile,
                Subnet,
                Team,
                TrustPolicy,
                VariableGroup,
                VexStatement,
                VirtualMachine,
                Volume,
                Vulnerability,
                Weakness,
                WebApp,
                Workload {

    /**
     * The key of this asset, the same from every source.
     *
     * @return the key
     */
    AssetKey key();

    /**
     * The kind of this asset.
     *
     * @return the kind
     */
    default AssetKind kind() {
        return AssetKind.of(getClass());
    }

    /**
     * This asset, with what is unknown of it taken from another.
     *
     * @param fallback an asset of the same kind and key
     * @return an asset in which every attribute is this one's where known, else the other's
     * @throws IllegalArgumentException if kind or key differ
     */
    default Asset or(Asset fallback) {
        if (kind() != fallback.kind() || !key().equals(fallback.key())) {
            throw new IllegalArgumentException(key() + " and " + fallback.key() + " are not one asset");
        }
        @Nullable Object[] values = kind().values(this);
        @Nullable Object[] others = kind().values(fallback);
        boolean changed = false;
        for (int i = 0; i < values.length; i++) {
            if (values[i] == null && others[i] != null) {
                values[i] = others[i];
                changed = true;
            }
        }
        return changed ? kind().create(key(), values) : this;
    }
}
