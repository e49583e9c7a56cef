package dev.throughline.connector.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.connector.support.Collected;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Ingress;
import dev.throughline.model.KubernetesGateway;
import dev.throughline.model.KubernetesRoute;
import dev.throughline.model.KubernetesService;
import dev.throughline.model.NetworkPolicy;
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
    private static final String POD = """
        apiVersion: v1
        kind: Pod
        metadata: {name: web, labels: {app: web, tier: front}}
        spec: {containers: [{name: app, ports: [{name: http, containerPort: 8080}]}]}
        """;

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
    void aGatewayLeadsToItsRoutesAndTheyToTheirServices() {
        Collected read = dump.with("gateway.yaml", """
            apiVersion: gateway.networking.k8s.io/v1
            kind: Gateway
            metadata: {name: public}
            spec:
              gatewayClassName: istio
              listeners:
              - {name: https, port: 443, protocol: HTTPS, allowedRoutes: {namespaces: {from: All}}}
              - {name: http, port: 80, protocol: HTTP}
            status: {addresses: [{type: IPAddress, value: 203.0.113.20}]}
            ---
            apiVersion: gateway.networking.k8s.io/v1
            kind: HTTPRoute
            metadata: {name: web}
            spec:
              hostnames: [www.example.com]
              parentRefs: [{name: public}]
              rules: [{backendRefs: [{name: web, port: 80}, {kind: Bucket, name: x}]}]
            ---
            apiVersion: gateway.networking.k8s.io/v1
            kind: GRPCRoute
            metadata: {name: far, namespace: other}
            spec:
              parentRefs: [{name: public, namespace: default}, {name: gone}]
              rules: [{backendRefs: [{name: web, namespace: default, port: 80}]}]
            ---
            apiVersion: gateway.networking.k8s.io/v1
            kind: HTTPRoute
            metadata: {name: uninvited, namespace: other}
            spec: {parentRefs: [{name: public, namespace: default, sectionName: http}]}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: proxy, labels: {gateway.networking.k8s.io/gateway-name: public}}
            """).read();

        AssetKey gateway = new AssetKey("gateway:prod-eu/default/public");
        assertThat(read.all(KubernetesGateway.class))
                .containsExactly(new KubernetesGateway(
                        gateway,
                        "public",
                        "istio",
                        List.of("443/HTTPS", "80/HTTP"),
                        List.of("203.0.113.20"),
                        List.of(),
                        null));
        assertThat(read.all(KubernetesRoute.class))
                .contains(
                        new KubernetesRoute(
                                new AssetKey("route:prod-eu/default/HTTPRoute/web"),
                                "web",
                                "HTTPRoute",
                                List.of("www.example.com")),
                        new KubernetesRoute(
                                new AssetKey("route:prod-eu/other/GRPCRoute/far"), "far", "GRPCRoute", List.of("*")));
        assertThat(read.relations(RelationType.ROUTES_TO))
                .containsExactlyInAnyOrder(
                        "address:203.0.113.20 ROUTES_TO " + gateway,
                        gateway + " ROUTES_TO route:prod-eu/default/HTTPRoute/web"
                                + " {hosts=www.example.com, ports=443,80}",
                        gateway + " ROUTES_TO route:prod-eu/other/GRPCRoute/far {ports=443}",
                        "gateway:prod-eu/other/gone ROUTES_TO route:prod-eu/other/GRPCRoute/far",
                        "route:prod-eu/default/HTTPRoute/web ROUTES_TO " + SERVICE
                                + " {hosts=www.example.com, ports=80}",
                        "route:prod-eu/other/GRPCRoute/far ROUTES_TO " + SERVICE + " {hosts=*, ports=80}");
        assertThat(read.relations(RelationType.SELECTS))
                .containsExactly(gateway + " SELECTS workload:prod-eu/default/Pod/proxy");
    }

    private Collected policy(String spec) {
        return dump.with("policy.yaml", """
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: p}
            spec: %s
            """.formatted(spec)).read();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "nothing",
            value = {
                "{podSelector: {}} | true | nothing",
                "{podSelector: {}, policyTypes: [Ingress]} | true | nothing",
                "{podSelector: {}, policyTypes: [Egress], ingress: [{}]} | false | nothing",
                "{podSelector: {}, ingress: [{}]} | true | any",
                "{podSelector: {}, ingress: [{ports: [{port: 8080}, {port: 53, protocol: UDP}]}]} | true |"
                        + " any#8080/TCP,53/UDP",
                "{podSelector: {}, ingress: [{ports: [{port: 1, endPort: 9}, {protocol: SCTP}]}]} | true |"
                        + " any#1-9/TCP,*/SCTP",
                "{podSelector: {}, ingress: [{from: [{ipBlock: {cidr: 0.0.0.0/0, except: [10.0.0.0/8]}}]}]} | true |"
                        + " ipBlock=0.0.0.0/0!10.0.0.0/8",
                "{podSelector: {}, ingress: [{from: [{namespaceSelector: {}}]}]} | true | namespaces=",
                "{podSelector: {}, ingress: [{from: [{podSelector: {matchLabels: {app: a}}}]}]} | true | pods=app=a",
                "{podSelector: {}, ingress: [{from: [{namespaceSelector: {matchLabels: {n: a}}, podSelector:"
                        + " {matchExpressions: [{key: t, operator: In, values: [y, x]}, {key: u, operator:"
                        + " DoesNotExist}]}}], ports: [{port: http}]}]} | true |"
                        + " namespaces=n=a;pods=!u,t in (x,y)#http/TCP"
            })
    void readsWhatAPolicyLetsIn(String spec, boolean isolates, String from) {
        Collected read = policy(spec);

        assertThat(read.all(NetworkPolicy.class))
                .containsExactly(new NetworkPolicy(
                        new AssetKey("networkpolicy:prod-eu/default/p"),
                        "p",
                        isolates,
                        from == null ? List.of() : List.of(from)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | true",
                "{matchLabels: {app: web}} | true",
                "{matchLabels: {app: db}} | false",
                "{matchExpressions: [{key: app, operator: In, values: [web, db]}]} | true",
                "{matchExpressions: [{key: app, operator: NotIn, values: [web]}]} | false",
                "{matchExpressions: [{key: gone, operator: NotIn, values: [web]}]} | true",
                "{matchExpressions: [{key: tier, operator: Exists}]} | true",
                "{matchExpressions: [{key: tier, operator: DoesNotExist}]} | false"
            })
    void aPolicyGuardsTheWorkloadsItSelects(String selector, boolean selects) {
        Collected read = policy("{podSelector: %s}".formatted(selector));

        String policy = "networkpolicy:prod-eu/default/p";
        if (selects) {
            assertThat(read.relations(RelationType.SELECTS)).containsExactly(policy + " SELECTS " + WEB);
            assertThat(read.relations(RelationType.GUARDED_BY)).containsExactly(WEB + " GUARDED_BY " + policy);
        } else {
            assertThat(read.relations(RelationType.SELECTS)).isEmpty();
            assertThat(read.relations(RelationType.GUARDED_BY)).isEmpty();
        }
    }

    @Test
    void aSelectorThatCannotBeWrittenDownIsRejected() {
        Collected read = policy("{podSelector: {}, ingress: [{from: [{podSelector: {matchLabels: {a: \"b;c\"}}}]}]}");

        assertThat(read.all(NetworkPolicy.class)).isEmpty();
        assertThat(read.rejections())
                .singleElement()
                .satisfies(rejection ->
                        assertThat(rejection.position()).isEqualTo("/0/spec/ingress/0/from/0/podSelector/matchLabels"));
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

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        shop  | {kind: Service}             | 1
        shop  | {kind: Service, name: api}  | 1
        shop  | {kind: Service, name: else} | 0
        other | {kind: Service}             | 0
        """)
    void aRouteLeadsIntoAnotherNamespaceOnlyWhereThatGrantsIt(String from, String to, int services) {
        Collected read = dump.with("all.yaml", """
            apiVersion: gateway.networking.k8s.io/v1
            kind: HTTPRoute
            metadata: {name: web, namespace: shop}
            spec: {rules: [{backendRefs: [{name: api, namespace: backend, port: 80}]}]}
            ---
            apiVersion: gateway.networking.k8s.io/v1beta1
            kind: ReferenceGrant
            metadata: {name: g, namespace: backend}
            spec:
              from: [{group: gateway.networking.k8s.io, kind: HTTPRoute, namespace: %s}]
              to: [%s]
            """.formatted(from, to)).read();

        assertThat(read.relations(RelationType.ROUTES_TO)).hasSize(services);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        hostname: www.example.com  | name: public                     | 1
        hostname: '*.example.com'  | name: public                     | 1
        hostname: shop.example.org | name: public                     | 0
        name: web                  | name: public, sectionName: web   | 1
        name: web                  | name: public, sectionName: other | 0
        name: web                  | name: public, port: 443          | 1
        name: web                  | name: public, port: 8443         | 0
        """)
    void aRouteAttachesToTheListenersItMeansAndMeets(String listener, String parent, int attached) {
        Collected read = dump.with("all.yaml", """
            apiVersion: gateway.networking.k8s.io/v1
            kind: GatewayClass
            metadata: {name: c}
            spec: {controllerName: example.com/controller}
            ---
            apiVersion: gateway.networking.k8s.io/v1
            kind: Gateway
            metadata: {name: public}
            spec:
              gatewayClassName: c
              infrastructure: {annotations: {a: b}}
              listeners: [{port: 443, protocol: HTTPS, %s}]
            ---
            apiVersion: gateway.networking.k8s.io/v1
            kind: HTTPRoute
            metadata: {name: web}
            spec: {hostnames: [www.example.com], parentRefs: [{%s}]}
            """.formatted(listener, parent)).read();

        assertThat(read.relations(RelationType.ROUTES_TO)).hasSize(attached);
        KubernetesGateway gateway = read.get(KubernetesGateway.class, new AssetKey("gateway:prod-eu/default/public"));
        assertThat(gateway.controller()).isEqualTo("example.com/controller");
        assertThat(gateway.annotations()).containsExactly("a=b");
    }

    @Test
    void theExceptionsOfABlockStandBehindIt() {
        Collected read = dump.with("all.yaml", """
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: p}
            spec:
              podSelector: {}
              ingress: [{from: [{ipBlock: {cidr: 0.0.0.0/0, except: [10.0.0.0/8, 192.0.2.0/24]}}]}]
            """).read();

        assertThat(read.all(NetworkPolicy.class).get(0).ingressFrom())
                .containsExactly("ipBlock=0.0.0.0/0!10.0.0.0/8!192.0.2.0/24");
    }

    @Test
    void aVirtualServiceOfIstioIsARouteOfAGatewayThatIsOnlyMentioned() {
        Collected read = dump.with("all.yaml", """
            apiVersion: networking.istio.io/v1
            kind: VirtualService
            metadata: {name: web, namespace: shop}
            spec:
              hosts: ["*"]
              gateways: [mesh, edge, istio-system/public]
              http: [{route: [{destination: {host: api, port: {number: 80}}}]}]
              tcp: [{route: [{destination: {host: db.data.svc.cluster.local}}]}]
            """).read();

        String route = "route:prod-eu/shop/VirtualService/web";
        assertThat(read.relations(RelationType.ROUTES_TO))
                .containsExactlyInAnyOrder(
                        "gateway:prod-eu/shop/edge ROUTES_TO " + route + " {hosts=*}",
                        "gateway:prod-eu/istio-system/public ROUTES_TO " + route + " {hosts=*}",
                        route + " ROUTES_TO service:prod-eu/shop/api {hosts=*, ports=80}",
                        route + " ROUTES_TO service:prod-eu/data/db {hosts=*}");
    }
}
