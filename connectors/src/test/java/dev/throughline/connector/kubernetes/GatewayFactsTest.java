package dev.throughline.connector.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.connector.support.Collected;
import dev.throughline.model.AssetKey;
import dev.throughline.model.KubernetesGateway;
import dev.throughline.model.KubernetesRoute;
import dev.throughline.model.RelationType;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Gateways, routes and virtual services. */
final class GatewayFactsTest {
    private static final String SERVICE = "service:prod-eu/default/web";

    @TempDir
    private Path folder;

    private DumpFolder dump;

    @BeforeEach
    void startEmpty() {
        dump = new DumpFolder(folder);
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
