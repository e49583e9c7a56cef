package dev.throughline.connector.kubernetes;

import dev.throughline.fact.Rejection;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the files of a dump say, as light records; nothing is joined yet. */
final class Dump {
    final ByName<NamespaceObject> namespaces = new ByName<>();
    final ByName<NodeObject> nodes = new ByName<>();
    final ByName<PodObject> pods = new ByName<>();
    final Map<WorkloadName, ControllerObject> controllers = new HashMap<>();
    final ByName<ServiceObject> services = new ByName<>();
    final ByName<EndpointSliceObject> endpointSlices = new ByName<>();
    final ByName<IngressObject> ingresses = new ByName<>();
    final ByName<String> ingressClasses = new ByName<>();
    final ByName<NetworkPolicyObject> policies = new ByName<>();
    final ByName<String> gatewayClasses = new ByName<>();
    final ByName<ReferenceGrantObject> referenceGrants = new ByName<>();
    final ByName<GatewayObject> gateways = new ByName<>();
    final ByName<RouteObject> routes = new ByName<>();
    final ByName<AccountObject> accounts = new ByName<>();
    final ByName<RoleObject> roles = new ByName<>();
    final ByName<BindingObject> bindings = new ByName<>();
    final ByName<EntriesObject> secrets = new ByName<>();
    final ByName<EntriesObject> configMaps = new ByName<>();
    final ByName<ArgoApplication> argoApplications = new ByName<>();
    final ByName<FluxGitRepository> fluxGitRepositories = new ByName<>();
    final ByName<FluxKustomization> fluxKustomizations = new ByName<>();
    final ByName<FluxHelmRelease> fluxHelmReleases = new ByName<>();

    private final Set<String> partitions = new TreeSet<>(Set.of(ObjectName.CLUSTER_WIDE));
    private final Map<String, Map<Addition, Integer>> objects = new HashMap<>();
    private final Map<String, List<Rejection>> rejections = new TreeMap<>();
    private final List<String> problems = new ArrayList<>();

    /** Takes note that something of a namespace was there, readable or not. */
    void mention(String namespace) {
        partitions.add(namespace);
    }

    /** Takes note of an object of a namespace that could be used, and what it added. */
    void used(String namespace, Addition addition) {
        objects.computeIfAbsent(namespace, n -> new EnumMap<>(Addition.class)).merge(addition, 1, Integer::sum);
    }

    void reject(String namespace, Rejection rejection) {
        rejections.computeIfAbsent(namespace, n -> new ArrayList<>()).add(rejection);
    }

    /** Takes note of a file that could not be read to its end. */
    void unreadable(String problem) {
        problems.add(problem);
    }

    /** The namespaces something was said of, and {@link ObjectName#CLUSTER_WIDE}; sorted. */
    Set<String> partitions() {
        return partitions;
    }

    /** How many objects of a namespace could be used, by what they added. */
    Map<Addition, Integer> objects(String namespace) {
        return objects.getOrDefault(namespace, Map.of());
    }

    /** What had to be left out of a namespace. */
    List<Rejection> rejections(String namespace) {
        return rejections.getOrDefault(namespace, List.of());
    }

    /** One sentence for each file that could not be read. */
    List<String> problems() {
        return problems;
    }
}
