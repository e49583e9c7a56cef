package dev.throughline.risk.exposure.kubernetes;

import com.google.common.base.Splitter;
import dev.throughline.model.KubernetesService;
import dev.throughline.risk.exposure.Addresses;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a Service tells the controller of its cloud about the load balancer it wants. */
final class LoadBalancerSettings {
    /** What each cloud's controller reads as "inside only", by annotation; {@code *} for any value. */
    private static final Map<String, List<String>> INTERNAL = Map.ofEntries(
            Map.entry("service.beta.kubernetes.io/aws-load-balancer-internal", List.of("true", "0.0.0.0/0")),
            Map.entry("service.beta.kubernetes.io/aws-load-balancer-scheme", List.of("internal")),
            Map.entry("service.beta.kubernetes.io/azure-load-balancer-internal", List.of("true")),
            Map.entry("networking.gke.io/load-balancer-type", List.of("internal")),
            Map.entry("cloud.google.com/load-balancer-type", List.of("internal")),
            Map.entry("service.beta.kubernetes.io/openstack-internal-load-balancer", List.of("true")),
            Map.entry("service.beta.kubernetes.io/alibaba-cloud-loadbalancer-address-type", List.of("intranet")),
            Map.entry("service.beta.kubernetes.io/alicloud-loadbalancer-address-type", List.of("intranet")),
            Map.entry("service.beta.kubernetes.io/oci-load-balancer-internal", List.of("true")),
            Map.entry("oci-network-load-balancer.oraclecloud.com/internal", List.of("true")),
            Map.entry("service.kubernetes.io/ibm-load-balancer-cloud-provider-ip-type", List.of("private")),
            Map.entry("service.kubernetes.io/qcloud-loadbalancer-internal-subnetid", List.of("*")),
            Map.entry("service.beta.kubernetes.io/osc-load-balancer-internal", List.of("true")));

    /** Annotations that name the ranges that may come in, by commas. */
    private static final List<String> RANGES = List.of(
            "service.beta.kubernetes.io/load-balancer-source-ranges",
            "service.beta.kubernetes.io/azure-allowed-ip-ranges");

    private static final String TAGS = "service.beta.kubernetes.io/azure-allowed-service-tags";
    private static final String AWS_SCHEME = "service.beta.kubernetes.io/aws-load-balancer-scheme";
    private static final String AWS_INTERNAL = "service.beta.kubernetes.io/aws-load-balancer-internal";
    private static final String AWS_TYPE = "service.beta.kubernetes.io/aws-load-balancer-type";
    private static final Set<String> AWS_CLASSES = Set.of("service.k8s.aws/nlb", "eks.amazonaws.com/nlb");
    private static final Splitter COMMAS = Splitter.on(',').trimResults().omitEmptyStrings();

    private final KubernetesService service;
    private final Map<String, String> annotations = new LinkedHashMap<>();

    LoadBalancerSettings(KubernetesService service) {
        this.service = service;
        for (String annotation : ServiceWays.known(service.annotations())) {
            int equals = annotation.indexOf('=');
            annotations.put(
                    equals < 0 ? annotation : annotation.substring(0, equals), annotation.substring(equals + 1));
        }
    }

    /** The annotation that keeps it inside. */
    Optional<String> internal() {
        return annotations.entrySet().stream()
                .filter(a -> isInternal(INTERNAL.getOrDefault(a.getKey(), List.of()), a.getValue()))
                .map(a -> a.getKey() + "=" + a.getValue())
                .findFirst();
    }

    private static boolean isInternal(List<String> values, String value) {
        return values.contains("*") ? !value.isBlank() : values.contains(value.toLowerCase(Locale.ROOT));
    }

    /**
     * Whether the AWS Load Balancer Controller makes it, and was not told whether inside or out. Since version 2.2 that means
     * inside for a new one, while one that was there stays as it was.
     */
    boolean leftToAwsController() {
        boolean made = Set.of("external", "nlb-ip").contains(annotations.getOrDefault(AWS_TYPE, ""))
                || AWS_CLASSES.contains(String.valueOf(service.loadBalancerClass()));
        return made && !annotations.containsKey(AWS_SCHEME) && !annotations.containsKey(AWS_INTERNAL);
    }

    /** The ranges it admits: those of the field, else of annotations; none for any. Named groups are kept as they are. */
    List<String> sources() {
        List<String> sources = new ArrayList<>(ServiceWays.known(service.sourceRanges()));
        for (String annotation : RANGES) {
            if (sources.isEmpty() || annotation.contains("azure")) {
                sources.addAll(list(annotation));
            }
        }
        for (String tag : list(TAGS)) {
            sources.add(tag.equalsIgnoreCase("Internet") ? "0.0.0.0/0" : tag);
        }
        return sources;
    }

    private List<String> list(String annotation) {
        @Nullable String value = annotations.get(annotation);
        return value == null ? List.of() : COMMAS.splitToList(value);
    }

    /** Its addresses. */
    List<String> addresses() {
        return ServiceWays.known(service.loadBalancerAddresses());
    }

    boolean hasPrivateAddressesOnly() {
        return !addresses().isEmpty() && addresses().stream().noneMatch(LoadBalancerSettings::isPublic);
    }

    /** Whether a load balancer is public. The names of internal ones of AWS begin with a word that says so. */
    static boolean isPublic(String address) {
        return Addresses.isPublic(address)
                && !(address.startsWith("internal-") && address.endsWith(".elb.amazonaws.com"));
    }
}
