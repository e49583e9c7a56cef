package dev.throughline.risk.exposure.kubernetes;

import com.google.common.base.Splitter;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Container;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraph;
import dev.throughline.risk.Verdict.Answer;
import dev.throughline.risk.exposure.Way;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether anything listens where a Service leads. A port that a container declares is taken to be listened on. Kubernetes
 * asks no container to declare its ports (core/v1 Container: "not specifying a port here does not prevent that port from
 * being exposed"), so where none are declared the Service is believed; where others are, it cannot be told. A target that is
 * the name of a port which no container declares leads nowhere, and the Service has then no relation to the workload.
 *
 * @param reached numbers of the ports of the workload that the Service leads to; none if they are not known
 * @param declared ports that its containers declare, as numbers
 */
record Listening(Set<String> reached, Set<String> declared) {
    private static final Splitter COMMAS = Splitter.on(',').omitEmptyStrings();

    static Listening of(RiskGraph graph, AssetKey service, AssetKey workload) {
        Set<String> reached = new TreeSet<>();
        for (Relation routed : graph.outgoing(service, RelationType.ROUTES_TO)) {
            if (routed.to().equals(workload)) {
                COMMAS.split(routed.properties().getOrDefault("ports", "")).forEach(reached::add);
            }
        }
        Set<String> declared = new TreeSet<>();
        for (Container container : graph.targets(workload, RelationType.CONTAINS, Container.class)) {
            ServiceWays.known(container.ports()).forEach(port -> declared.add(number(port)));
        }
        return new Listening(reached, declared);
    }

    /** The end of a way at the workload. */
    Way end(Way way) {
        if (way.answer() != Answer.YES || reached.isEmpty() || declared.isEmpty()) {
            return way;
        }
        List<String> both = reached.stream().filter(declared::contains).toList();
        if (!both.isEmpty()) {
            return way.with("listening", String.join(", ", both));
        }
        AssetKey[] chain = way.evidence().assets().toArray(AssetKey[]::new);
        return Way.unknown(
                        "its service leads to port " + String.join(", ", reached)
                                + ", and its containers declare other ports only",
                        chain)
                .with("declared", String.join(", ", declared));
    }

    /** The number in {@code http=8080/TCP}. */
    private static String number(String port) {
        return port.substring(port.indexOf('=') + 1).split("/", 2)[0];
    }
}
