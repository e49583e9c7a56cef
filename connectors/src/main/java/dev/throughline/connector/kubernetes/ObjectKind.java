package dev.throughline.connector.kubernetes;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The kinds of objects that are read, by the names of the Kubernetes API. */
enum ObjectKind {
    NAMESPACE("Namespace", Reach.CLUSTER, ""),
    NODE("Node", Reach.CLUSTER, ""),
    POD("Pod", Reach.NAMESPACE, ""),
    REPLICATION_CONTROLLER("ReplicationController", Reach.NAMESPACE, ""),
    DEPLOYMENT("Deployment", Reach.NAMESPACE, "apps", "extensions"),
    STATEFUL_SET("StatefulSet", Reach.NAMESPACE, "apps"),
    DAEMON_SET("DaemonSet", Reach.NAMESPACE, "apps", "extensions"),
    REPLICA_SET("ReplicaSet", Reach.NAMESPACE, "apps", "extensions"),
    JOB("Job", Reach.NAMESPACE, "batch"),
    CRON_JOB("CronJob", Reach.NAMESPACE, "batch"),
    SERVICE("Service", Reach.NAMESPACE, ""),
    ENDPOINT_SLICE("EndpointSlice", Reach.NAMESPACE, "discovery.k8s.io"),
    INGRESS("Ingress", "ingresses", Reach.NAMESPACE, "networking.k8s.io", "extensions"),
    INGRESS_CLASS("IngressClass", "ingressclasses", Reach.CLUSTER, "networking.k8s.io"),
    NETWORK_POLICY("NetworkPolicy", "networkpolicies", Reach.NAMESPACE, "networking.k8s.io", "extensions"),
    GATEWAY_CLASS("GatewayClass", "gatewayclasses", Reach.CLUSTER, "gateway.networking.k8s.io"),
    REFERENCE_GRANT("ReferenceGrant", Reach.NAMESPACE, "gateway.networking.k8s.io"),
    GATEWAY("Gateway", Reach.NAMESPACE, "gateway.networking.k8s.io"),
    HTTP_ROUTE("HTTPRoute", Reach.NAMESPACE, "gateway.networking.k8s.io"),
    GRPC_ROUTE("GRPCRoute", Reach.NAMESPACE, "gateway.networking.k8s.io"),
    TLS_ROUTE("TLSRoute", Reach.NAMESPACE, "gateway.networking.k8s.io"),
    TCP_ROUTE("TCPRoute", Reach.NAMESPACE, "gateway.networking.k8s.io"),
    UDP_ROUTE("UDPRoute", Reach.NAMESPACE, "gateway.networking.k8s.io"),
    VIRTUAL_SERVICE("VirtualService", Reach.NAMESPACE, "networking.istio.io"),
    SERVICE_ACCOUNT("ServiceAccount", Reach.NAMESPACE, ""),
    ROLE("Role", Reach.NAMESPACE, "rbac.authorization.k8s.io"),
    CLUSTER_ROLE("ClusterRole", Reach.CLUSTER, "rbac.authorization.k8s.io"),
    ROLE_BINDING("RoleBinding", Reach.NAMESPACE, "rbac.authorization.k8s.io"),
    CLUSTER_ROLE_BINDING("ClusterRoleBinding", Reach.CLUSTER, "rbac.authorization.k8s.io"),
    SECRET("Secret", Reach.NAMESPACE, ""),
    CONFIG_MAP("ConfigMap", Reach.NAMESPACE, ""),
    ARGO_APPLICATION("Application", Reach.NAMESPACE, "argoproj.io"),
    FLUX_GIT_REPOSITORY("GitRepository", "gitrepositories", Reach.NAMESPACE, "source.toolkit.fluxcd.io"),
    FLUX_KUSTOMIZATION("Kustomization", Reach.NAMESPACE, "kustomize.toolkit.fluxcd.io"),
    FLUX_HELM_RELEASE("HelmRelease", Reach.NAMESPACE, "helm.toolkit.fluxcd.io");

    private enum Reach {
        NAMESPACE,
        CLUSTER
    }

    private static final ImmutableMap<String, ObjectKind> BY_NAME =
            Maps.uniqueIndex(Arrays.asList(values()), k -> k.apiName);
    private static final ImmutableMap<String, ObjectKind> BY_RESOURCE =
            Maps.uniqueIndex(Arrays.asList(values()), k -> k.resource);

    private final String apiName;
    private final String resource;
    private final boolean namespaced;
    private final ImmutableSet<String> groups;

    ObjectKind(String apiName, Reach reach, String... groups) {
        this(apiName, apiName.toLowerCase(Locale.ROOT) + "s", reach, Set.of(groups));
    }

    ObjectKind(String apiName, String resource, Reach reach, String... groups) {
        this(apiName, resource, reach, Set.of(groups));
    }

    ObjectKind(String apiName, String resource, Reach reach, Set<String> groups) {
        this.apiName = apiName;
        this.resource = resource;
        this.namespaced = reach == Reach.NAMESPACE;
        this.groups = ImmutableSet.copyOf(groups);
    }

    /** The kind an object is of; none if it is not read. An object out of a list may lack its version. */
    static @Nullable ObjectKind find(String kind, @Nullable String apiVersion) {
        ObjectKind found = BY_NAME.get(kind);
        if (found == null || apiVersion == null) {
            return found;
        }
        int slash = apiVersion.indexOf('/');
        return found.groups.contains(slash < 0 ? "" : apiVersion.substring(0, slash)) ? found : null;
    }

    /** Whether a kind only has the name of one that is read, and is of another group. */
    static boolean isNamesake(String kind, String group) {
        ObjectKind known = BY_NAME.get(kind);
        return known != null && !known.groups.contains(group);
    }

    /** The name in {@code kind}. */
    String apiName() {
        return apiName;
    }

    boolean namespaced() {
        return namespaced;
    }

    /**
     * The kind that the name of a file tells, as collectors write it: {@code pods.json},
     * {@code authentication_pods.json}, {@code roles.rbac.authorization.k8s.io.json}, {@code deployments/default.json}.
     */
    static @Nullable ObjectKind ofFile(String file) {
        List<String> steps = List.of(file.toLowerCase(Locale.ROOT).split("/", -1));
        for (int i = steps.size() - 1; i >= 0; i--) {
            String stem = steps.get(i).split("\\.", 2)[0];
            ObjectKind found = BY_RESOURCE.get(stem.substring(stem.lastIndexOf('_') + 1));
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
