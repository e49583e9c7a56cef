package dev.throughline.connector.kubernetes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What the files of a dump say, as light records; nothing is joined yet. */
final class Dump {
    final ByName<NamespaceObject> namespaces = new ByName<>();
    final ByName<NodeObject> nodes = new ByName<>();
    final WorkloadObjects workloads;
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

    /** What pods run as. */
    final Set<ObjectName> usedAccounts = new HashSet<>();

    /** Where workloads are that may serve ingress classes. */
    final Set<String> ingressNamespaces = new TreeSet<>();

    private final Set<String> partitions = new TreeSet<>(Set.of(ObjectName.CLUSTER_WIDE));
    private final Map<String, Tally> tallies = new HashMap<>();
    private final List<String> problems = new ArrayList<>();

    /**
     * A dump that says nothing yet.
     *
     * @param most how many pods and controllers are held in memory
     */
    Dump(int most) {
        this.workloads = new WorkloadObjects(most);
    }

    /** Takes note that something of a namespace was there, readable or not. */
    void mention(String namespace) {
        partitions.add(namespace);
    }

    /** What became of the objects of a namespace, but for workloads. */
    Tally tally(String namespace) {
        return tallies.computeIfAbsent(namespace, n -> new Tally());
    }

    /** Takes note of a file that could not be read to its end. */
    void unreadable(String problem) {
        problems.add(problem);
    }

    /** The namespaces something was said of, and {@link ObjectName#CLUSTER_WIDE}; sorted. */
    Set<String> partitions() {
        return partitions;
    }

    /** One sentence for each file that could not be read. */
    List<String> problems() {
        return problems;
    }
}
