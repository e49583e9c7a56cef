package dev.throughline.risk.exposure.kubernetes;

import com.google.common.base.Splitter;
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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What NetworkPolicies let into a workload (Kubernetes, <em>Network Policies</em>: once any policy isolates a pod, only
 * what some policy allows comes in; what one allows no other forbids).
 */
final class PolicyFilter {
    /** Commas outside of parentheses. */
    private static final Splitter REQUIREMENTS = Splitter.on(Pattern.compile(",(?![^(]*\\))"));

    private static final Pattern SET = Pattern.compile("(\\S+) (in|notin) \\((.*)\\)");

    private final RiskGraph graph;
    private final TrustedRanges trusted;

    PolicyFilter(RiskGraph graph) {
        this.graph = graph;
        this.trusted = TrustedRanges.of(graph);
    }

    /** A way on which packets come from outside the cluster, to some ports; none if they are not known. */
    Way fromOutside(Way way, Workload workload, Set<String> ports) {
        return filter(way, workload, ports, peer -> peer.isAny() || peer.admitsPublic() ? Answer.YES : Answer.NO);
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
            return controllers.stream().anyMatch(controller -> admits(peer.peer(), controller, workload))
                    ? Answer.YES
                    : Answer.NO;
        });
    }

    private Way filter(Way way, Workload workload, Set<String> ports, Function<PolicyPeer, Answer> admits) {
        List<NetworkPolicy> isolating =
                graph.targets(workload.key(), RelationType.GUARDED_BY, NetworkPolicy.class).stream()
                        .filter(policy -> Boolean.TRUE.equals(policy.isolatesIngress()))
                        .toList();
        if (way.answer() == Answer.NO || isolating.isEmpty()) {
            return way;
        }
        Set<String> names = names(workload);
        List<Way> admitted = new ArrayList<>();
        boolean unknown = false;
        for (NetworkPolicy policy : isolating) {
            unknown |= policy.ingressFrom() == null;
            for (String entry : ServiceWays.known(policy.ingressFrom())) {
                PolicyPeer peer = PolicyPeer.parse(entry);
                Answer answer = peer.concerns(ports, names) ? admits.apply(peer) : Answer.NO;
                if (answer == Answer.YES) {
                    Width width = peer.isBlock() ? trusted.width(List.of(peer.range())) : Width.WIDE;
                    admitted.add(
                            way.atMost(width).with("networkPolicy", policy.key().value() + " admits " + entry));
                }
                unknown |= answer == Answer.UNKNOWN;
            }
        }
        if (!admitted.isEmpty()) {
            return Collections.min(admitted);
        }
        AssetKey policy = isolating.get(0).key();
        return unknown
                ? Way.unknown("whether its network policies let this in cannot be told", policy, workload.key())
                : Way.closed("its network policies let nothing in from there", policy, workload.key());
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
    private boolean admits(String peer, Workload controller, Workload workload) {
        String namespaces = null;
        String pods = null;
        for (String part : peer.split(";", -1)) {
            if (part.startsWith("namespaces=")) {
                namespaces = part.substring("namespaces=".length());
            } else if (part.startsWith("pods=")) {
                pods = part.substring("pods=".length());
            }
        }
        boolean namespaceFits = namespaces == null
                ? String.valueOf(controller.namespace()).equals(workload.namespace())
                : fits(namespaces, namespaceLabels(controller));
        return namespaceFits && (pods == null || fits(pods, controller.labels()));
    }

    private Set<String> namespaceLabels(Workload workload) {
        String value = workload.key().value();
        String cluster = value.substring(0, value.indexOf('/'));
        Set<String> labels = new HashSet<>();
        graph.find(
                        AssetKey.inCluster(AssetKind.NAMESPACE, cluster, String.valueOf(workload.namespace())),
                        Namespace.class)
                .map(Namespace::labels)
                .ifPresent(labels::addAll);
        labels.add("kubernetes.io/metadata.name=" + workload.namespace()); // set by the API server on every namespace
        return labels;
    }

    /** Whether labels fulfil a selector in the text form of the Kubernetes API: {@code a=b,c in (d,e),!f}. */
    private static boolean fits(String selector, @Nullable Iterable<String> labels) {
        Map<String, String> held = new HashMap<>();
        if (labels != null) {
            labels.forEach(label -> {
                int equals = label.indexOf('=');
                held.put(equals < 0 ? label : label.substring(0, equals), label.substring(equals + 1));
            });
        }
        return selector.isEmpty() || REQUIREMENTS.splitToStream(selector).allMatch(r -> fulfils(r, held));
    }

    private static boolean fulfils(String requirement, Map<String, String> labels) {
        Matcher set = SET.matcher(requirement);
        if (set.matches()) {
            String value = labels.get(set.group(1));
            boolean among =
                    value != null && List.of(set.group(3).split(",", -1)).contains(value);
            return set.group(2).equals("in") == among;
        }
        if (requirement.startsWith("!")) {
            return !labels.containsKey(requirement.substring(1));
        }
        int equals = requirement.indexOf('=');
        return equals < 0
                ? labels.containsKey(requirement)
                : requirement.substring(equals + 1).equals(labels.get(requirement.substring(0, equals)));
    }
}
