package dev.throughline.connector.kubernetes;

import static dev.throughline.connector.kubernetes.DumpFolder.POD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.connector.support.Collected;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Ingress;
import dev.throughline.model.KubernetesService;
import dev.throughline.model.PublicAddress;
import dev.throughline.model.RelationType;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NetworkFactsTest {
    private static final String WEB = "workload:prod-eu/default/Pod/web";
    private static final String SERVICE = "service:prod-eu/default/web";

    @TempDir
    private Path folder;

    private DumpFolder dump;

    @BeforeEach
    void startWithAPod() {
        dump = new DumpFolder(folder).with("pod.yaml", POD);
    }

    private DumpFolder service(String spec) {
        return dump.with("service.yaml", """
            apiVersion: v1
            kind: Service
            metadata: {name: web}
            spec: %s
            """.formatted(spec));
    }

    @Test
    void readsAServiceAsItIsWritten() {
        Collected read = dump.with("service.yaml", """
            apiVersion: v1
            kind: Service
            metadata:
              name: web
              annotations: {service.beta.kubernetes.io/aws-load-balancer-scheme: internet-facing}
            spec:
              type: LoadBalancer
              selector: {app: web}
              externalIPs: [198.51.100.4]
              loadBalancerSourceRanges: [198.51.100.0/24]
              ports:
              - {name: https, port: 443, targetPort: http, nodePort: 30443}
              - {name: dns, port: 53, protocol: UDP}
            status: {loadBalancer: {ingress: [{ip: 203.0.113.10}, {hostname: LB.example.com}]}}
            """).read();

        assertThat(read.all(KubernetesService.class))
                .containsExactly(new KubernetesService(
                        new AssetKey(SERVICE),
                        "web",
                        "LoadBalancer",
                        List.of("443/TCP->http@30443", "53/UDP->53"),
                        List.of("198.51.100.4"),
                        List.of("203.0.113.10", "LB.example.com"),
                        List.of("198.51.100.0/24"),
                        List.of("service.beta.kubernetes.io/aws-load-balancer-scheme=internet-facing"),
                        null,
                        null));
        assertThat(read.relations(RelationType.SELECTS)).containsExactly(SERVICE + " SELECTS " + WEB);
        assertThat(read.relations(RelationType.ROUTES_TO))
                .containsExactlyInAnyOrder(
                        SERVICE + " ROUTES_TO " + WEB + " {ports=53,8080, protocols=TCP,UDP}",
                        "address:198.51.100.4 ROUTES_TO " + SERVICE + " {ports=53,443, protocols=TCP,UDP}",
                        "address:203.0.113.10 ROUTES_TO " + SERVICE + " {ports=53,443, protocols=TCP,UDP}",
                        "address:lb.example.com ROUTES_TO " + SERVICE + " {ports=53,443, protocols=TCP,UDP}");
    }

    @ParameterizedTest
    @CsvSource({"app: web", "'app: web, tier: front'"})
    void aServiceSelectsPodsThatHaveAllItsLabels(String selector) {
        Collected read = service("{selector: {%s}, ports: [{port: 80}]}".formatted(selector))
                .read();

        assertThat(read.relations(RelationType.SELECTS)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ports: [{port: 80}]}",
                "{selector: {}, ports: [{port: 80}]}",
                "{selector: {app: other}, ports: [{port: 80}]}",
                "{selector: {app: web, tier: back}, ports: [{port: 80}]}",
                "{type: ExternalName, externalName: example.com, selector: {app: web}}"
            })
    void aServiceSelectsNoOthersAndWithoutASelectorNone(String spec) {
        Collected read = service(spec).read();

        assertThat(read.relations(RelationType.SELECTS)).isEmpty();
        assertThat(read.relations(RelationType.ROUTES_TO)).isEmpty();
    }

    @Test
    void aServiceInAnotherNamespaceSelectsNothingHere() {
        Collected read = dump.with("s.yaml", """
            apiVersion: v1
            kind: Service
            metadata: {name: web, namespace: other}
            spec: {selector: {app: web}, ports: [{port: 80}]}
            """).read();

        assertThat(read.relations(RelationType.SELECTS)).isEmpty();
    }

    @Test
    void aNumberNeedNotBeDeclaredToBeReached() {
        Collected read = service("{selector: {app: web}, ports: [{port: 80, targetPort: 9999}]}")
                .read();

        assertThat(read.relations(RelationType.ROUTES_TO))
                .containsExactly(SERVICE + " ROUTES_TO " + WEB + " {ports=9999, protocols=TCP}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{port: 80, targetPort: grpc}", "{port: 80, targetPort: http, protocol: UDP}"})
    void aNamedPortThatNoContainerDeclaresLeadsNowhere(String port) {
        Collected read =
                service("{selector: {app: web}, ports: [%s]}".formatted(port)).read();

        assertThat(read.relations(RelationType.SELECTS)).hasSize(1);
        assertThat(read.relations(RelationType.ROUTES_TO)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"10.0.0.5", "192.168.1.1", "172.16.0.1", "127.0.0.1", "169.254.1.1", "100.64.0.9", "fd00::1"})
    void anAddressOfAPrivateNetworkIsNotPublic(String address) {
        Collected read = service("{type: LoadBalancer, ports: [{port: 80}], externalIPs: [\"%s\"]}".formatted(address))
                .read();

        assertThat(read.all(PublicAddress.class)).isEmpty();
        assertThat(read.all(KubernetesService.class).get(0).externalAddresses()).containsExactly(address);
    }

    @Test
    void anIngressLeadsToItsServices() {
        Collected read = service("{ports: [{name: http, port: 80}]}")
                .with("ingress.yaml", """
                    apiVersion: networking.k8s.io/v1
                    kind: Ingress
                    metadata: {name: web, annotations: {a: b}}
                    spec:
                      ingressClassName: nginx
                      defaultBackend: {service: {name: fallback, port: {number: 8080}}}
                      rules:
                      - host: www.example.com
                        http: {paths: [{path: /, backend: {service: {name: web, port: {name: http}}}}]}
                      - http: {paths: [{path: /, backend: {service: {name: web, port: {number: 443}}}}]}
                      - host: files.example.com
                        http: {paths: [{path: /, backend: {resource: {kind: Bucket, name: files}}}]}
                    status: {loadBalancer: {ingress: [{ip: 203.0.113.10}]}}
                    """)
                .read();

        AssetKey key = new AssetKey("ingress:prod-eu/default/web");
        assertThat(read.all(Ingress.class))
                .containsExactly(new Ingress(
                        key,
                        "web",
                        "nginx",
                        List.of("www.example.com", "*", "files.example.com"),
                        List.of("203.0.113.10"),
                        List.of("a=b"),
                        null));
        assertThat(read.relations(RelationType.ROUTES_TO))
                .containsExactlyInAnyOrder(
                        "address:203.0.113.10 ROUTES_TO " + key,
                        key + " ROUTES_TO service:prod-eu/default/fallback {hosts=*, ports=8080}",
                        key + " ROUTES_TO " + SERVICE + " {hosts=*,www.example.com, ports=443,80}");
        assertThat(read.relations(RelationType.SELECTS)).isEmpty();
    }

    @Test
    void readsAnIngressOfTheOldForm() {
        Collected read = dump.with("ingress.yaml", """
            apiVersion: extensions/v1beta1
            kind: Ingress
            metadata: {name: web, annotations: {kubernetes.io/ingress.class: nginx}}
            spec: {backend: {serviceName: web, servicePort: 80}}
            """).read();

        assertThat(read.all(Ingress.class)).extracting(Ingress::className).containsExactly("nginx");
        assertThat(read.relations(RelationType.ROUTES_TO))
                .containsExactly("ingress:prod-eu/default/web ROUTES_TO " + SERVICE + " {hosts=*, ports=80}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "k8s.io/ingress-nginx | app.kubernetes.io/name: ingress-nginx, app.kubernetes.io/component: controller"
                        + " | []",
                "k8s.io/ingress-nginx | app: x | [--controller-class=k8s.io/ingress-nginx]",
                "example.com/own      | app: x | [--controller-class, example.com/own]",
                "nginx.org/other      | app: x | [-ingress-class=nginx]",
                "traefik.io/ingress-controller | app.kubernetes.io/name: traefik | []"
            })
    void anIngressIsServedByTheControllerOfItsClass(String controller, String labels, String args) {
        Collected read = controller(controller, labels, args, 443).read();

        assertThat(read.relations(RelationType.SELECTS))
                .containsExactly("ingress:prod-eu/default/web SELECTS workload:prod-eu/edge/Deployment/edge");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "k8s.io/ingress-nginx | app: x | [] | 443",
                "k8s.io/ingress-nginx | app.kubernetes.io/name: ingress-nginx, app.kubernetes.io/component: controller"
                        + " | [--controller-class=k8s.io/internal] | 443",
                "nginx.org/other      | app: external-dns | [--ingress-class=nginx] | 7979",
                "nginx.org/other      | app: x | [--ingress-class=internal] | 443"
            })
    void aControllerThatCannotBeKnownIsNotGuessed(String controller, String labels, String args, int port) {
        Collected read = controller(controller, labels, args, port).read();

        assertThat(read.relations(RelationType.SELECTS)).isEmpty();
    }

    private DumpFolder controller(String controller, String labels, String args, int port) {
        return dump.with("edge.yaml", """
            apiVersion: networking.k8s.io/v1
            kind: IngressClass
            metadata: {name: nginx}
            spec: {controller: "%s"}
            ---
            apiVersion: networking.k8s.io/v1
            kind: Ingress
            metadata: {name: web}
            spec: {ingressClassName: nginx}
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: edge, namespace: edge}
            spec:
              template:
                metadata: {labels: {%s}}
                spec: {containers: [{name: c, args: %s, ports: [{containerPort: %d}]}]}
            """.formatted(controller, labels, args, port));
    }

    @Test
    void aServiceWithoutASelectorLeadsWhereItsEndpointSlicesSay() {
        Collected read = dump.with("all.yaml", """
            apiVersion: v1
            kind: Service
            metadata: {name: db}
            spec: {loadBalancerClass: service.k8s.aws/nlb, ports: [{port: 5432}]}
            ---
            apiVersion: discovery.k8s.io/v1
            kind: EndpointSlice
            metadata: {name: db-1, labels: {kubernetes.io/service-name: db}}
            addressType: IPv4
            ports: [{port: 5432, protocol: TCP}]
            endpoints:
            - {addresses: [10.0.0.7], targetRef: {kind: Pod, name: db-0}}
            - {addresses: [192.0.2.9]}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: db-0}
            """).read();

        assertThat(read.relations(RelationType.ROUTES_TO))
                .containsExactly("service:prod-eu/default/db ROUTES_TO workload:prod-eu/default/Pod/db-0 {ports=5432,"
                        + " protocols=TCP}");
        KubernetesService service = read.get(KubernetesService.class, new AssetKey("service:prod-eu/default/db"));
        assertThat(service.endpoints()).containsExactly("192.0.2.9");
        assertThat(service.loadBalancerClass()).isEqualTo("service.k8s.aws/nlb");
    }
}
