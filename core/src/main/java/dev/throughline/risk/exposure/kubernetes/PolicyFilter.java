package dev.throughline.risk.exposure.kubernetes;

import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Container;
import dev.throughline.model.Namespace;
import dev.throughline.model.NetworkPolicy;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraph;
import dev.throughline.model.Workload;
import dev.throughline.risk.Verdict.Answer;
import dev.throughline.risk.exposure.TrustedRanges;
import dev.throughline.risk.exposure.Way;
import dev.throughline.risk.exposure.Way.Width;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * What NetworkPolicies let into a workload (Kubernetes, <em>Network Policies</em>: once any policy isolates a pod, only
 * what some policy allows comes in; what one allows no other forbids).
 */
final class PolicyFilter {
    private final RiskGraph graph;
    private final TrustedRanges trusted;

    PolicyFilter(RiskGraph graph) {
        this.graph = graph;
        this.trusted = TrustedRanges.of(graph);
    }

    /** A way on which packets come from outside the cluster, to some ports; none if they are not known. */
    Way fromOutside(Way way, Workload workload, Set<String> ports) {
        return filter(way, workload, ports, peer -> {
            if (peer.isAny() || peer.admitsPublic()) {
                return Answer.YES;
            }
            return peer.admitsAddresses() ? Answer.UNKNOWN : Answer.NO;
        });
    }

    /** A way on which packets come from the pods of a controller inside the cluster. */
    Way fromController(Way way, List<Workload> controllers, Workload workload, Set<String> ports) {
        return filter(way, workload, ports, peer -> {
            if (peer.isAny()) {
                return Answer.YES;
            }
            if (controllers.isEmpty() || peer.isBlock()) {
                return Answer.UNKNOWN;
            }
            return controllers.stream()
                    .map(controller -> admits(peer.peer(), controller, workload))
                    .max(Labels.CLOSED_FIRST)
                    .orElse(Answer.UNKNOWN);
        });
    }

    private Way filter(Way way, Workload workload, Set<String> ports, Function<PolicyPeer, Answer> admits) {
        List<NetworkPolicy> isolating =
                graph.targets(workload.key(), RelationType.GUARDED_BY, NetworkPolicy.class).stream()
                        .filter(policy -> Boolean.TRUE.equals(policy.isolatesIngress()))
                        .toList();
        // What is on the network of its node is not told from the node by most network plug-ins.
        boolean onNode = Boolean.TRUE.equals(workload.hostNetwork());
        if (way.answer() == Answer.NO || isolating.isEmpty() || onNode) {
            return way;
        }
        Set<String> names = names(workload);
        List<Way> admitted = new ArrayList<>();
        Set<String> doubtful = new LinkedHashSet<>();
        for (NetworkPolicy policy : isolating) {
            if (policy.ingressFrom() == null) {
                doubtful.add(policy.key().value() + " admits what was not read");
            }
            for (String entry : ServiceWays.known(policy.ingressFrom())) {
                PolicyPeer peer = PolicyPeer.parse(entry);
                Answer answer = peer.concerns(ports, names) ? admits.apply(peer) : Answer.NO;
                if (answer == Answer.YES) {
                    Width width = peer.isBlock() ? trusted.width(List.of(peer.range())) : Width.WIDE;
                    admitted.add(
                            way.atMost(width).with("networkPolicy", policy.key().value() + " admits " + entry));
                }
                if (answer == Answer.UNKNOWN) {
                    doubtful.add(policy.key().value() + " admits " + entry);
                }
            }
        }
        if (!admitted.isEmpty()) {
            return Collections.min(admitted);
        }
        AssetKey policy = isolating.get(0).key();
        return doubtful.isEmpty()
                ? Way.closed("its network policies let nothing in from there", policy, workload.key())
                : Way.unknown("whether its network policies let this in cannot be told", policy, workload.key())
                        .with("networkPolicy", String.join("; ", doubtful));
    }

    /** The named ports of a workload with their numbers, as {@code http=8080}. */
    private Set<String> names(Workload workload) {
        Set<String> names = new HashSet<>();
        for (Container container : graph.targets(workload.key(), RelationType.CONTAINS, Container.class)) {
            ServiceWays.known(container.ports()).stream()
                    .filter(port -> port.indexOf('=') > 0)
                    .forEach(port -> names.add(port.split("/", 2)[0]));
        }
        return names;
    }

    /** Whether a peer of a policy of {@code workload}'s namespace stands for the pods of the controller. */
    private Answer admits(String peer, Workload controller, Workload workload) {
        String namespaces = null;
        String pods = null;
        for (String part : peer.split(";", -1)) {
            if (part.startsWith("namespaces=")) {
                namespaces = part.substring("namespaces=".length());
            } else if (part.startsWith("pods=")) {
                pods = part.substring("pods=".length());
            }
        }
        boolean same = String.valueOf(controller.namespace()).equals(workload.namespace());
        Answer namespace =
                namespaces != null ? namespaceLabels(controller).fit(namespaces) : same ? Answer.YES : Answer.NO;
        Answer pod = pods == null ? Answer.YES : Labels.of(controller.labels()).fit(pods);
        return Labels.CLOSED_FIRST.compare(namespace, pod) < 0 ? namespace : pod;
    }

    private Labels namespaceLabels(Workload workload) {
        String value = workload.key().value();
        String cluster = value.substring(0, value.indexOf('/'));
        Labels labels = Labels.of(graph.find(
                        AssetKey.inCluster(AssetKind.NAMESPACE, cluster, String.valueOf(workload.namespace())),
                        Namespace.class)
                .map(Namespace::labels)
                .orElse(null));
        // The API server sets it on every namespace.
        return labels.with("kubernetes.io/metadata.name", String.valueOf(workload.namespace()));
    }
}
