package dev.throughline.connector.kubernetes;

import com.google.common.base.Suppliers;
import dev.throughline.connector.kubernetes.PodSpec.ContainerSpec;
import dev.throughline.connector.kubernetes.PodSpec.PortSpec;
import dev.throughline.connector.support.Fields;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Tells which workload serves an ingress class, where that can be known: by the controller the IngressClass names and
 * what the workload was told to be, or by the labels that the project of the controller puts on it.
 */
final class IngressControllers {
    private static final String CONTROLLER_CLASS = "controller-class";

    /** Command line options that name a class, of ingress-nginx and NGINX, HAProxy and Traefik. */
    private static final Set<String> CLASS_FLAGS =
            Set.of("ingress-class", "ingress.class", "providers.kubernetesingress.ingressclass");

    /** Labels of the pods that carry the traffic, by {@code spec.controller} of the IngressClass. */
    private static final Map<String, Map<String, String>> WELL_KNOWN = Map.of(
            "k8s.io/ingress-nginx",
                    Map.of(
                            "app.kubernetes.io/name", "ingress-nginx",
                            "app.kubernetes.io/component", "controller"),
            "nginx.org/ingress-controller", Map.of("app.kubernetes.io/name", "nginx-ingress"),
            "traefik.io/ingress-controller", Map.of("app.kubernetes.io/name", "traefik"),
            "haproxy.org/ingress-controller/haproxy", Map.of("app.kubernetes.io/name", "kubernetes-ingress"),
            "haproxy-ingress.github.io/controller", Map.of("app.kubernetes.io/name", "haproxy-ingress"),
            "ingress-controllers.konghq.com/kong", Map.of("app.kubernetes.io/name", "kong"));

    private static final Set<String> WEB_PORT_NAMES = Set.of("http", "https", "web", "websecure");
    private static final Set<Long> WEB_PORTS = Set.of(80L, 443L);

    private final Dump dump;
    private final Map<String, List<WorkloadName>> serving = new HashMap<>();
    private final Supplier<List<RunningWorkload>> candidates = Suppliers.memoize(this::candidates);

    IngressControllers(Dump dump) {
        this.dump = dump;
    }

    /** Whether pods may serve a class. */
    static boolean mayServe(PodTemplate template) {
        return template.spec().containers().stream().anyMatch(c -> !c.flags().isEmpty())
                || WELL_KNOWN.keySet().stream().anyMatch(controller -> isWellKnown(template, controller));
    }

    /** The options of a container that tell which class it serves, as {@code name=value} without leading hyphens. */
    static List<String> flags(Fields container) {
        List<String> flags = new ArrayList<>();
        for (String field : List.of("command", "args")) {
            for (Iterator<String> words = container.strings(field).iterator(); words.hasNext(); ) {
                String word = withoutHyphens(words.next());
                int equals = word.indexOf('=');
                String name = equals < 0 ? word : word.substring(0, equals);
                if (name.equals(CONTROLLER_CLASS) || CLASS_FLAGS.contains(name)) {
                    if (equals >= 0) {
                        flags.add(word);
                    } else if (words.hasNext()) {
                        flags.add(name + "=" + words.next());
                    }
                }
            }
        }
        return List.copyOf(flags);
    }

    private static String withoutHyphens(String word) {
        return word.startsWith("--") ? word.substring(2) : word.startsWith("-") ? word.substring(1) : word;
    }

    /** The controller that a class names. */
    @Nullable
    String named(@Nullable String className) {
        return className == null ? null : dump.ingressClasses.get(new ObjectName(ObjectName.CLUSTER_WIDE, className));
    }

    /** The workloads that serve a class; none if that cannot be known. */
    List<WorkloadName> serving(@Nullable String className) {
        return className == null ? List.of() : serving.computeIfAbsent(className, this::find);
    }

    private List<WorkloadName> find(String className) {
        String controller = named(className);
        return candidates.get().stream()
                .filter(w -> serves(w, className, controller))
                .map(RunningWorkload::name)
                .toList();
    }

    private List<RunningWorkload> candidates() {
        return dump.ingressNamespaces.stream()
                .flatMap(namespace -> dump.workloads.of(namespace).all().stream())
                .filter(w -> mayServe(w.template()) || w.pods().stream().anyMatch(pod -> mayServe(pod.template())))
                .toList();
    }

    private static boolean serves(RunningWorkload workload, String className, @Nullable String controller) {
        String told = flag(workload, Set.of(CONTROLLER_CLASS));
        if (told != null) {
            return told.equals(controller);
        }
        if (controller != null && isWellKnown(workload.template(), controller)) {
            return true;
        }
        // Others are told a class too, such as external-dns, but do not carry the traffic.
        return className.equals(flag(workload, CLASS_FLAGS)) && hasWebPort(workload);
    }

    private static @Nullable String flag(RunningWorkload workload, Set<String> names) {
        for (ContainerSpec container : workload.containers()) {
            for (String flag : container.flags()) {
                int equals = flag.indexOf('=');
                if (names.contains(flag.substring(0, equals))) {
                    return flag.substring(equals + 1);
                }
            }
        }
        return null;
    }

    private static boolean isWellKnown(PodTemplate template, String controller) {
        Map<String, String> labels = WELL_KNOWN.get(controller);
        return labels != null && template.labels().entrySet().containsAll(labels.entrySet());
    }

    private static boolean hasWebPort(RunningWorkload workload) {
        return workload.containers().stream().flatMap(c -> c.ports().stream()).anyMatch(IngressControllers::isWebPort);
    }

    private static boolean isWebPort(PortSpec port) {
        return WEB_PORTS.contains(port.number()) || (port.name() != null && WEB_PORT_NAMES.contains(port.name()));
    }
}
