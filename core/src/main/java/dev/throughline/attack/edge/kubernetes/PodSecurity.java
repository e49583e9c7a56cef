package dev.throughline.attack.edge.kubernetes;

import dev.throughline.attack.Likelihood;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Namespace;
import dev.throughline.model.RiskGraph;
import org.jspecify.annotations.Nullable;

/** The Pod Security Standard that a namespace enforces (Kubernetes, Pod Security Admission). */
record PodSecurity(@Nullable String level) {
    static PodSecurity of(RiskGraph graph, AssetKey namespace) {
        return new PodSecurity(graph.find(namespace, Namespace.class)
                .map(Namespace::podSecurity)
                .orElse(null));
    }

    /** One that is set to privileged forbids nothing; where none is set, something else may still forbid it. */
    Likelihood likelihood() {
        return "privileged".equals(level) ? Likelihood.TRIVIAL : Likelihood.EASY;
    }

    /** Baseline and restricted forbid privileged containers, host namespaces and host paths. */
    boolean forbidsPrivileged() {
        return "baseline".equals(level) || "restricted".equals(level);
    }
}
