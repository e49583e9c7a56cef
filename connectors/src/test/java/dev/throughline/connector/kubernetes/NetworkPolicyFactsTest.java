package dev.throughline.connector.kubernetes;

import static dev.throughline.connector.kubernetes.DumpFolder.POD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.connector.support.Collected;
import dev.throughline.model.AssetKey;
import dev.throughline.model.NetworkPolicy;
import dev.throughline.model.RelationType;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NetworkPolicyFactsTest {
    private static final String WEB = "workload:prod-eu/default/Pod/web";

    @TempDir
    private Path folder;

    private DumpFolder dump;

    @BeforeEach
    void startWithAPod() {
        dump = new DumpFolder(folder).with("pod.yaml", POD);
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
}
