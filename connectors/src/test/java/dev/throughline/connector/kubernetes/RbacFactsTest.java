package dev.throughline.connector.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.connector.support.Collected;
import dev.throughline.model.AssetKey;
import dev.throughline.model.KubernetesSubject;
import dev.throughline.model.RelationType;
import dev.throughline.model.Role;
import dev.throughline.model.RoleBinding;
import dev.throughline.model.ServiceAccount;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RbacFactsTest {
    private static final String ACCOUNTS = """
        apiVersion: v1
        kind: ServiceAccount
        metadata: {name: api, namespace: shop}
        ---
        apiVersion: v1
        kind: ServiceAccount
        metadata: {name: job, namespace: batch}
        ---
        """;

    @TempDir
    private Path folder;

    private DumpFolder dump;

    @BeforeEach
    void startEmpty() {
        dump = new DumpFolder(folder);
    }

    @Test
    void aServiceAccountCanBecomeTheCloudRoleItIsAnnotatedWith() {
        Collected read = dump.with("sa.yaml", """
            apiVersion: v1
            kind: ServiceAccount
            metadata:
              name: api
              namespace: shop
              annotations: {eks.amazonaws.com/role-arn: "arn:aws:iam::111122223333:role/api"}
            automountServiceAccountToken: false
            """).read();

        AssetKey key = new AssetKey("serviceaccount:prod-eu/shop/api");
        assertThat(read.all(ServiceAccount.class))
                .containsExactly(new ServiceAccount(
                        key, "api", false, List.of("eks.amazonaws.com/role-arn=arn:aws:iam::111122223333:role/api")));
        assertThat(read.relations(RelationType.CAN_AUTHENTICATE_AS))
                .containsExactly(key + " CAN_AUTHENTICATE_AS cloud:arn:aws:iam::111122223333:role/api");
    }

    @Test
    void aRoleHasItsRulesOnResources() {
        Collected read = dump.with("role.yaml", """
            apiVersion: rbac.authorization.k8s.io/v1
            kind: ClusterRole
            metadata: {name: "system:reader"}
            rules:
            - {apiGroups: ["", apps], resources: [pods, pods/log], verbs: [get, list]}
            - {apiGroups: [""], resources: [secrets], resourceNames: [db], verbs: ["*"]}
            - {nonResourceURLs: [/healthz], verbs: [get]}
            """).read();

        assertThat(read.all(Role.class))
                .containsExactly(new Role(
                        new AssetKey("role:prod-eu/-/system:reader"),
                        "system:reader",
                        List.of(
                                "verbs=get,list groups=,apps resources=pods,pods/log names=",
                                "verbs=* groups= resources=secrets names=db")));
        assertThat(read.relations(RelationType.CONTAINS))
                .containsExactly("cluster:prod-eu CONTAINS role:prod-eu/-/system:reader");
    }

    @Test
    void anAggregatedRoleHasTheRulesOfThoseItGathers() {
        Collected read = dump.with("roles.yaml", """
            apiVersion: rbac.authorization.k8s.io/v1
            kind: ClusterRole
            metadata: {name: admin}
            aggregationRule: {clusterRoleSelectors: [{matchLabels: {to-admin: "true"}}]}
            rules: null
            ---
            apiVersion: rbac.authorization.k8s.io/v1
            kind: ClusterRole
            metadata: {name: edit, labels: {to-admin: "true"}}
            aggregationRule: {clusterRoleSelectors: [{matchExpressions: [{key: to-edit, operator: Exists}]}]}
            ---
            apiVersion: rbac.authorization.k8s.io/v1
            kind: ClusterRole
            metadata: {name: view, labels: {to-edit: "true"}}
            rules: [{apiGroups: [""], resources: [pods], verbs: [get]}]
            """).read();

        assertThat(read.get(Role.class, new AssetKey("role:prod-eu/-/admin")).rules())
                .containsExactly("verbs=get groups= resources=pods names=");
    }

    @Test
    void theRulesOfThousandsOfRolesThatGatherEachOtherAreNotKnown() {
        StringBuilder roles = new StringBuilder();
        for (int i = 0; i < 2_000; i++) {
            roles.append("""
                apiVersion: rbac.authorization.k8s.io/v1
                kind: ClusterRole
                metadata: {name: role-%d, labels: {all: "true"}}
                aggregationRule: {clusterRoleSelectors: [{matchLabels: {all: "true"}}]}
                ---
                """.formatted(i));
        }
        Collected read = dump.with("roles.yaml", roles.toString()).read();

        assertThat(read.all(Role.class)).hasSize(2_000).allMatch(role -> role.rules() == null);
        assertThat(read.rejections())
                .hasSize(2_000)
                .allMatch(rejection -> rejection.position().equals("/aggregationRule"));
    }

    @Test
    void aRuleThatCannotBeWrittenDownIsRejected() {
        Collected read = dump.with("role.yaml", """
            apiVersion: rbac.authorization.k8s.io/v1
            kind: Role
            metadata: {name: odd}
            rules: [{apiGroups: [""], resources: ["pods names="], verbs: [get]}]
            """).read();

        assertThat(read.all(Role.class)).isEmpty();
        assertThat(read.rejections())
                .singleElement()
                .satisfies(rejection -> assertThat(rejection.position()).isEqualTo("/0/rules/0/resources"));
    }

    @ParameterizedTest
    @CsvSource({
        "RoleBinding,        Role,        shop, role:prod-eu/shop/reader",
        "RoleBinding,        ClusterRole, shop, role:prod-eu/-/reader",
        "ClusterRoleBinding, ClusterRole, *,    role:prod-eu/-/reader"
    })
    void aBindingGivesARoleWithinItsScope(String kind, String roleKind, String scope, String role) {
        Collected read =
                dump.with("all.yaml", ACCOUNTS + """
                    apiVersion: rbac.authorization.k8s.io/v1
                    kind: %s
                    metadata: {name: readers, namespace: shop}
                    roleRef: {kind: %s, name: reader}
                    subjects: [{kind: ServiceAccount, name: job, namespace: batch}]
                    """.formatted(kind, roleKind)).read();

        String binding = "rolebinding:prod-eu/" + (scope.equals("*") ? "-" : scope) + "/readers";
        assertThat(read.all(RoleBinding.class)).containsExactly(new RoleBinding(new AssetKey(binding), "readers"));
        assertThat(read.relations(RelationType.BINDS))
                .containsExactlyInAnyOrder(
                        binding + " BINDS " + role, binding + " BINDS serviceaccount:prod-eu/batch/job");
        assertThat(read.relations(RelationType.HAS_ROLE))
                .containsExactly("serviceaccount:prod-eu/batch/job HAS_ROLE " + role + " {scope=" + scope + "}");
    }

    @ParameterizedTest
    @CsvSource({
        "Group, system:serviceaccounts,           'batch/job shop/api shop/default'",
        "Group, system:authenticated,             'batch/job shop/api shop/default'",
        "Group, system:serviceaccounts:shop,      'shop/api shop/default'",
        "Group, system:masters,                   ''",
        "User,  system:serviceaccount:shop:api,   'shop/api'",
        "User,  alice@example.com,                ''"
    })
    void groupsAndUsersStandForTheServiceAccountsOfTheDump(String kind, String name, String accounts) {
        Collected read =
                dump.with("all.yaml", ACCOUNTS + """
                    apiVersion: v1
                    kind: Pod
                    metadata: {name: p, namespace: shop}
                    ---
                    apiVersion: rbac.authorization.k8s.io/v1
                    kind: ClusterRoleBinding
                    metadata: {name: b}
                    roleRef: {kind: ClusterRole, name: reader}
                    subjects: [{kind: %s, name: "%s"}]
                    """.formatted(kind, name)).read();

        List<String> expected = accounts.isEmpty()
                ? List.of()
                : List.of(accounts.split(" ")).stream()
                        .map(a -> "serviceaccount:prod-eu/" + a + " HAS_ROLE role:prod-eu/-/reader {scope=*}")
                        .toList();
        assertThat(read.relations(RelationType.HAS_ROLE)).containsExactlyElementsOf(expected);
    }

    @Test
    void aServiceAccountWithoutANamespaceIsInThatOfTheRoleBinding() {
        Collected read = dump.with("all.yaml", """
            apiVersion: rbac.authorization.k8s.io/v1
            kind: RoleBinding
            metadata: {name: b, namespace: shop}
            roleRef: {kind: Role, name: reader}
            subjects: [{kind: ServiceAccount, name: api}]
            ---
            apiVersion: rbac.authorization.k8s.io/v1
            kind: ClusterRoleBinding
            metadata: {name: b}
            roleRef: {kind: ClusterRole, name: reader}
            subjects: [{kind: ServiceAccount, name: api}]
            """).read();

        assertThat(read.relations(RelationType.HAS_ROLE))
                .containsExactly("serviceaccount:prod-eu/shop/api HAS_ROLE role:prod-eu/shop/reader {scope=shop}");
        assertThat(read.rejections())
                .singleElement()
                .satisfies(rejection -> assertThat(rejection.position()).isEqualTo("/1/subjects/0/namespace"));
    }

    @ParameterizedTest
    @CsvSource({
        "iam.gke.io/gcp-service-account, api@acme-shop.iam.gserviceaccount.com, "
                + "//iam.googleapis.com/projects/acme-shop/serviceAccounts/api@acme-shop.iam.gserviceaccount.com",
        "azure.workload.identity/client-id, 0B5A7F43-1111-2222-3333-444455556666, "
                + "entra/appid/0b5a7f43-1111-2222-3333-444455556666"
    })
    void aServiceAccountCanBecomeTheIdentityOfOtherCloudsToo(String annotation, String value, String identity) {
        Collected read = dump.with("sa.yaml", """
            apiVersion: v1
            kind: ServiceAccount
            metadata: {name: api, namespace: shop, annotations: {%s: %s}}
            """.formatted(annotation, value)).read();

        assertThat(read.relations(RelationType.CAN_AUTHENTICATE_AS))
                .containsExactly("serviceaccount:prod-eu/shop/api CAN_AUTHENTICATE_AS cloud:" + identity);
    }

    @Test
    void usersAndGroupsAreSubjectsAndServiceAccountsTheirMembers() {
        Collected read = dump.with("all.yaml", """
            apiVersion: v1
            kind: ServiceAccount
            metadata: {name: api, namespace: shop}
            ---
            apiVersion: rbac.authorization.k8s.io/v1
            kind: ClusterRoleBinding
            metadata: {name: b}
            roleRef: {kind: ClusterRole, name: reader}
            subjects:
            - {kind: User, name: "https://idp.example.com#alice"}
            - {kind: Group, name: "system:serviceaccounts:shop"}
            """).read();

        String group = "subject:prod-eu/Group/system:serviceaccounts:shop";
        assertThat(read.all(KubernetesSubject.class))
                .containsExactlyInAnyOrder(
                        new KubernetesSubject(new AssetKey(group), "system:serviceaccounts:shop", "Group"),
                        new KubernetesSubject(
                                new AssetKey("subject:prod-eu/User/https://idp.example.com#alice"),
                                "https://idp.example.com#alice",
                                "User"));
        assertThat(read.relations(RelationType.BINDS)).contains("rolebinding:prod-eu/-/b BINDS " + group);
        assertThat(read.relations(RelationType.MEMBER_OF))
                .containsExactly("serviceaccount:prod-eu/shop/api MEMBER_OF " + group);
    }

    @Test
    void aTokenSecretSignsInAsItsServiceAccount() {
        Collected read = dump.with("all.yaml", """
            apiVersion: v1
            kind: Secret
            type: kubernetes.io/service-account-token
            metadata: {name: t, namespace: shop, annotations: {kubernetes.io/service-account.name: api}}
            """).read();

        assertThat(read.relations(RelationType.CAN_AUTHENTICATE_TO))
                .containsExactly("secretobject:prod-eu/shop/t CAN_AUTHENTICATE_TO serviceaccount:prod-eu/shop/api"
                        + " {reason=it holds a token of the service account}");
    }
}
