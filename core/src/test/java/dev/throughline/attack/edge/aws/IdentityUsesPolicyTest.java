package dev.throughline.attack.edge.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.attack.AttackStep;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RelationType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Its rows are tested by {@link AbusesTest}, what policies allow by {@link EvaluatorTest}. */
class IdentityUsesPolicyTest {
    private static final String READ = "allow action=s3:GetObject resource=*";
    private static final AssetKey FUNCTION = Account.resource("lambda", "function:f");
    private static final String LIST = "allow action=sqs:ReceiveMessage resource=*";
    private static final String ROW = "allow action=lambda:UpdateFunctionCode resource=*";

    @Test
    void leadsToThePoliciesOfAPrincipalAndItsGroups() {
        assertThat(new Account()
                        .withUser("ann", READ)
                        .withGroup("team", "ann")
                        .holds(Account.group("team"), "shared", LIST)
                        .found("IdentityUsesPolicy"))
                .containsExactly(
                        "group/team -> policy/shared", "user/ann -> policy/ann-policy", "user/ann -> policy/shared");
    }

    @Test
    void leavesOutWhoeverIsLimited() {
        assertThat(new Account()
                        .withUser("ann", READ)
                        .limited(Account.user("ann"), "boundary", Account.ANYTHING)
                        .withUser("bob", READ, "deny action=s3:GetObject resource=arn:aws:s3:::pay/*")
                        .found("IdentityUsesPolicy"))
                .isEmpty();
    }

    @Test
    void leadsToOneStopForAllWhoHoldStatementsThatAmountToTheSame() {
        Account account = new Account()
                .withUser("ann", READ)
                .withUser("bob", "allow action=S3:getobject,s3:ListBucket resource=*")
                .withBucket("pay");

        assertThat(account.steps("IdentityUsesPolicy").stream()
                        .map(AttackStep::to)
                        .distinct())
                .hasSize(1)
                .allSatisfy(to -> assertThat(to.value())
                        .startsWith(Account.policy("ann-policy").value() + "#permissions/111122223333/"));
        assertThat(account.steps("IdentityOpensStore")).hasSize(1);
    }

    @Test
    void leadsToOneStopForAllWhoHoldAPolicyWithinABoundary() {
        Account account = new Account().withBucket("pay").withBucket("logs");
        for (String name : List.of("ann", "bob")) {
            account.withUser(name)
                    .holds(Account.user(name), "read", READ)
                    .limited(Account.user(name), "boundary", "allow action=s3:* resource=arn:aws:s3:::logs/*");
        }

        assertThat(account.steps("IdentityUsesPolicy").stream().map(AttackStep::to))
                .hasSize(2)
                .allSatisfy(to -> assertThat(to.value())
                        .startsWith(Account.policy("read").value() + "#permissions/111122223333/"));
        assertThat(account.steps("IdentityOpensStore").stream().map(AttackStep::to))
                .containsExactly(Account.bucket("logs"));
    }

    @Test
    void leadsToAPolicyOfAwsAsItHoldsInEachAccount() {
        AssetKey managed = AssetKey.of(AssetKind.CLOUD_POLICY, "arn:aws:iam::aws:policy/Read");
        AssetKey far = AssetKey.of(AssetKind.IDENTITY, "arn:aws:iam::999900001111:role/far");
        Account account = new Account()
                .withUser("ann")
                .with(AssetKind.CLOUD_POLICY, managed, Map.of("statements", List.of(READ)))
                .with(AssetKind.IDENTITY, far, Map.of("type", "role"))
                .related(Account.user("ann"), RelationType.HAS_ROLE, managed)
                .related(far, RelationType.HAS_ROLE, managed)
                .withBucket("pay");

        assertThat(account.steps("IdentityUsesPolicy").stream()
                        .map(step -> step.to().value()))
                .containsExactlyInAnyOrder(
                        managed.value() + "#permissions/111122223333", managed.value() + "#permissions/999900001111");
        assertThat(account.steps("IdentityOpensStore").stream()
                        .map(step -> step.from().value()))
                .containsExactly(managed.value() + "#permissions/111122223333");
    }

    @Test
    void leadsToWhatSeveralPoliciesGiveTogether() {
        Account account = new Account().with(AssetKind.SERVERLESS_FUNCTION, FUNCTION, Map.of());
        for (String name : List.of("ann", "bob")) {
            account.withUser(name)
                    .holds(Account.user(name), "change", ROW)
                    .holds(Account.user(name), "call", "allow action=lambda:InvokeFunction resource=*");
        }

        List<AttackStep> uses = account.steps("IdentityUsesPolicy").stream()
                .filter(step -> step.evidence().assets().size() == 3)
                .toList();
        assertThat(uses).hasSize(2);
        assertThat(uses.get(0).breaks())
                .containsExactlyInAnyOrder(
                        "take " + Account.policy("change").value() + " from "
                                + Account.user("ann").value(),
                        "take " + Account.policy("call").value() + " from "
                                + Account.user("ann").value());
        assertThat(account.steps("IdentityRunsCode").stream().map(AttackStep::from))
                .contains(uses.get(0).to())
                .doesNotContain(Account.user("ann"), Account.user("bob"));
    }

    @Test
    void leavesTheOnlyHolderOfWhatSeveralPoliciesGiveTogetherAsItIs() {
        assertThat(new Account()
                                .with(AssetKind.SERVERLESS_FUNCTION, FUNCTION, Map.of())
                                .withUser("ann")
                                .holds(Account.user("ann"), "change", ROW)
                                .holds(Account.user("ann"), "call", "allow action=lambda:InvokeFunction resource=*")
                                .steps("IdentityRunsCode")
                                .stream()
                                .map(AttackStep::from))
                .containsExactlyInAnyOrder(Account.policy("change"), Account.user("ann"));
    }
}
