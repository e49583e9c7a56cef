package dev.throughline.attack.edge.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.Estate;
import dev.throughline.attack.AttackStep;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RelationType;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Permissions are judged by who holds them: each estate has two or three bindings, none of which is enough. */
class JointPermissionsTest {
    private static final AssetKey HOLDER = Estate.inShop(AssetKind.SERVICE_ACCOUNT, "holder");
    private static final AssetKey EVERY_ACCOUNT = AssetKey.parse("subject:prod/Group/system:serviceaccounts");
    private static final AssetKey SIGNED_IN = AssetKey.parse("subject:prod/Group/system:authenticated");
    private static final String CREATE = "verbs=create groups= resources=secrets names=";
    private static final String READ = "verbs=get groups= resources=secrets names=";
    private static final String TOKENS = "PermissionMakesTokenSecret";

    private final Estate estate = Shop.estate();
    private int roles;

    /** Binds a role of its own with one rule. */
    private JointPermissionsTest bind(AssetKey subject, String scope, String rule) {
        String name = "part" + roles++;
        AssetKey role = Estate.inShop(AssetKind.ROLE, name);
        AssetKey binding = AssetKey.inNamespace(AssetKind.ROLE_BINDING, "prod", scope.equals("*") ? "-" : scope, name);
        estate.asset(role, Map.of("rules", List.of(rule))).asset(binding, Map.of("name", name));
        estate.relation(binding, RelationType.BINDS, role).relation(binding, RelationType.BINDS, subject);
        return this;
    }

    private JointPermissionsTest group(AssetKey group, AssetKey... members) {
        estate.asset(group, Map.of("type", "Group"));
        for (AssetKey member : members) {
            estate.relation(member, RelationType.MEMBER_OF, group);
        }
        return this;
    }

    private String reached(String edge, AssetKey from) {
        return estate.steps(edge).stream()
                .filter(step -> step.from().equals(from))
                .map(step -> step.to().text())
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        PermissionMakesTokenSecret | shop | verbs=create groups= resources=secrets names= | shop | verbs=watch groups= resources=secrets names= | serviceaccount:prod/shop/api
        PermissionMakesTokenSecret | shop | verbs=create groups= resources=secrets names= | * | verbs=list groups= resources=secrets names= | serviceaccount:prod/shop/api
        PermissionMakesTokenSecret | * | verbs=create groups= resources=secrets names= | other | verbs=get groups= resources=secrets names= | serviceaccount:prod/other/far
        PermissionBindsRole | * | verbs=bind groups=rbac.authorization.k8s.io resources=clusterroles names= | * | verbs=create groups=rbac.authorization.k8s.io resources=clusterrolebindings names= | cluster:prod
        PermissionBindsRole | * | verbs=bind groups=rbac.authorization.k8s.io resources=clusterroles names=edit | shop | verbs=create groups=rbac.authorization.k8s.io resources=rolebindings names= | namespace:prod/shop
        PermissionEscalatesRole | shop | verbs=escalate groups=rbac.authorization.k8s.io resources=roles names= | * | verbs=patch groups=rbac.authorization.k8s.io resources=roles names= | namespace:prod/shop
        PermissionLiftsPodSecurity | * | verbs=patch groups= resources=namespaces names= | other | verbs=create groups=apps resources=deployments names= | subject:prod/Group/system:nodes
        PermissionImpersonates | * | verbs=impersonate groups= resources=groups names=system:masters | * | verbs=impersonate groups= resources=users names= | cluster:prod
        """)
    void whatTwoBindingsAllowTogetherIsAStepOfWhoeverHoldsBoth(
            String edge, String scope, String rule, String otherScope, String otherRule, String reached) {
        bind(HOLDER, scope, rule).bind(HOLDER, otherScope, otherRule);

        assertThat(reached(edge, HOLDER)).isEqualTo(reached);
    }

    @Test
    void threeBindingsMaySignCertificates() {
        bind(HOLDER, "*", "verbs=create groups=certificates.k8s.io resources=certificatesigningrequests names=");
        bind(
                HOLDER,
                "*",
                "verbs=update groups=certificates.k8s.io resources=certificatesigningrequests/approval names=");
        assertThat(reached("PermissionSignsCertificate", HOLDER)).isEmpty();

        bind(
                HOLDER,
                "*",
                "verbs=approve groups=certificates.k8s.io resources=signers names=kubernetes.io/kube-apiserver-client");
        assertThat(reached("PermissionSignsCertificate", HOLDER)).contains("serviceaccount:prod/other/far");
    }

    @ParameterizedTest
    @CsvSource({"shop, other", "other, shop"})
    void permissionsInDifferentNamespacesDoNotMeet(String create, String read) {
        bind(HOLDER, create, CREATE).bind(HOLDER, read, READ);

        assertThat(estate.steps(TOKENS)).isEmpty();
    }

    @Test
    void permissionsOfDifferentSubjectsDoNotMeet() {
        bind(HOLDER, "shop", CREATE).bind(Estate.inShop(AssetKind.SERVICE_ACCOUNT, "api"), "shop", READ);

        assertThat(estate.steps(TOKENS)).isEmpty();
    }

    @Test
    void whatOneBindingAllowsIsToldOfThatBindingOnly() {
        bind(HOLDER, "shop", "verbs=* groups= resources=secrets names=").bind(HOLDER, "*", READ);

        assertThat(estate.steps(TOKENS))
                .hasSize(2)
                .noneMatch(step -> step.from().equals(HOLDER));
    }

    @Test
    void aServiceAccountAlsoHoldsWhatItsGroupsHold() {
        group(SIGNED_IN, HOLDER).bind(HOLDER, "shop", CREATE).bind(SIGNED_IN, "shop", READ);

        assertThat(reached(TOKENS, HOLDER)).isEqualTo("serviceaccount:prod/shop/api");
        assertThat(reached(TOKENS, SIGNED_IN)).isEmpty();
    }

    @Test
    void aUserAlsoHoldsWhatIsGivenToEverybodyWhoSignsIn() {
        AssetKey ann = AssetKey.parse("subject:prod/User/ann");
        group(SIGNED_IN).bind(ann, "shop", CREATE).bind(SIGNED_IN, "shop", READ);

        assertThat(reached(TOKENS, ann)).isEqualTo("serviceaccount:prod/shop/api serviceaccount:prod/shop/holder");
    }

    @Test
    void whatMembersHaveByTheirGroupsAloneIsToldOnceAtTheNarrowerGroup() {
        group(SIGNED_IN, HOLDER).group(EVERY_ACCOUNT, HOLDER);
        bind(EVERY_ACCOUNT, "shop", CREATE).bind(SIGNED_IN, "shop", READ);

        assertThat(estate.steps(TOKENS)).hasSize(2).allMatch(step -> step.from().equals(EVERY_ACCOUNT));
        assertThat(reached("ServiceAccountIsInGroup", HOLDER)).contains(EVERY_ACCOUNT.text());
    }

    @Test
    void aNodeHoldsWhatIsGivenToItsUserAndGroups() {
        group(SIGNED_IN).bind(Shop.NODES, "shop", CREATE).bind(SIGNED_IN, "shop", READ);

        assertThat(reached(TOKENS, Estate.node("n1"))).contains("serviceaccount:prod/shop/api");
    }

    @Test
    void whoeverDoesNotSignInHoldsWhatIsGivenToBothNamesForThat() {
        AssetKey user = AssetKey.parse("subject:prod/User/system:anonymous");
        AssetKey all = AssetKey.parse("subject:prod/Group/system:unauthenticated");
        estate.asset(user, Map.of("type", "User"));
        group(all).bind(user, "shop", CREATE).bind(all, "shop", READ);

        assertThat(reached(TOKENS, user)).contains("serviceaccount:prod/shop/api");
        assertThat(reached("AnonymousUsesCluster", AssetKey.ANONYMOUS)).contains(user.text());
    }

    @Test
    void takingItOutOfEitherBindingBreaksTheStep() {
        AttackStep step = bind(HOLDER, "shop", CREATE)
                .bind(HOLDER, "*", READ)
                .estate
                .steps(TOKENS)
                .get(0);

        assertThat(step.breaks())
                .containsExactly("take holder out of prod/shop/part0", "take holder out of prod/-/part1");
        assertThat(step.evidence().assets()).startsWith(HOLDER).hasSize(5);
        assertThat(step.evidence().fields()).containsEntry("scope", "shop").containsEntry("rule", CREATE + "; " + READ);
    }

    @Test
    void aBindingThatAnotherReplacesDoesNotBreakIt() {
        AttackStep step = bind(HOLDER, "shop", CREATE)
                .bind(HOLDER, "*", READ)
                .bind(HOLDER, "shop", READ)
                .estate
                .steps(TOKENS)
                .get(0);

        assertThat(step.breaks()).containsExactly("take holder out of prod/shop/part0");
    }
}
