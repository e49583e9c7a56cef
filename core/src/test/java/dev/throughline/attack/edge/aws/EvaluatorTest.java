package dev.throughline.attack.edge.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.attack.AttackStep;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RelationType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each request is one for the objects of the bucket {@code pay}, by the user {@code ann}. */
class EvaluatorTest {
    private static final String READ = "allow action=s3:GetObject resource=*";

    private static List<String> found(String... statements) {
        return new Account().withUser("ann", statements).withBucket("pay").found("IdentityOpensStore");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "allow action=s3:GetObject resource=arn:aws:s3:::pay/*",
                "allow action=S3:getobject resource=*",
                "allow action=s3:Get* resource=arn:aws:s3:::p?y/*",
                "allow action=s3:* resource=arn:aws:s3:::pay/reports/2026-*.csv",
                "allow action=*:GetObject resource=arn:aws:s3:::*",
                "allow action!=iam:* resource=*",
                "allow action=s3:GetObject resource!=arn:aws:s3:::other/*"
            })
    void allowsWhatAStatementReaches(String statement) {
        assertThat(found(statement)).containsExactly("policy/ann-policy -> pay");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "allow action=s3:ListBucket resource=arn:aws:s3:::pay",
                "allow action=s3:GetObject resource=arn:aws:s3:::pay",
                "allow action=s3:GetObject resource=arn:aws:s3:::payments/*",
                "allow action!=s3:* resource=*",
                "allow action=s3:GetObject resource!=arn:aws:s3:::*",
                "deny action=s3:GetObject resource=*"
            })
    void allowsNothingElse(String statement) {
        assertThat(found(statement)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "deny action=s3:* resource=*",
                "deny action=s3:GetObject resource=arn:aws:s3:::pay/*",
                "deny action!=s3:ListBucket resource=*",
                "deny action=s3:GetObject resource!=arn:aws:s3:::other/*"
            })
    void anExplicitDenyWins(String deny) {
        assertThat(found(READ, deny)).isEmpty();
    }

    @Test
    void aDenyOfSomeObjectsLeavesTheOthers() {
        assertThat(found(READ, "deny action=s3:GetObject resource=arn:aws:s3:::pay/secret/*"))
                .containsExactly("user/ann -> pay");
    }

    @Test
    void aConditionMakesTheStepHarderAndIsNamed() {
        AttackStep step = new Account()
                .withUser("ann", READ + " when=Bool,aws:MultiFactorAuthPresent,true")
                .withBucket("pay")
                .steps("IdentityOpensStore")
                .get(0);

        assertThat(step.probability()).isEqualTo(0.8);
        assertThat(step.evidence().fields()).containsEntry("conditions", "aws:MultiFactorAuthPresent Bool true");
    }

    @Test
    void aStatementWithoutConditionIsPreferred() {
        AttackStep step = new Account()
                .withUser("ann", READ + " when=Bool,aws:MultiFactorAuthPresent,true", READ)
                .withBucket("pay")
                .steps("IdentityOpensStore")
                .get(0);

        assertThat(step.probability()).isEqualTo(0.95);
    }

    @Test
    void aDenyUnderAConditionIsNotAbsolute() {
        AttackStep step = new Account()
                .withUser("ann", READ, "deny action=* resource=* when=StringNotEquals,aws:SourceVpc,vpc-1")
                .withBucket("pay")
                .steps("IdentityOpensStore")
                .get(0);

        assertThat(step.probability()).isEqualTo(0.8);
        assertThat(step.evidence().fields())
                .containsEntry("conditions", "denied if aws:SourceVpc StringNotEquals vpc-1");
    }

    @Test
    void whoeverSendsARequestMayEncryptIt() {
        AttackStep step = new Account()
                .withUser("ann", READ)
                .withBucket(
                        "pay",
                        "deny action=s3:* resource=arn:aws:s3:::pay/* principal=* when=Bool,aws:SecureTransport,false")
                .steps("IdentityOpensStore")
                .get(0);

        assertThat(step.probability()).isEqualTo(0.95);
    }

    @Test
    void thePolicyOfTheResourceDenies() {
        assertThat(new Account()
                        .withUser("ann", READ)
                        .withUser("bob", READ)
                        .withBucket(
                                "pay",
                                "deny action=s3:GetObject resource=arn:aws:s3:::pay/* principal=aws:"
                                        + Account.user("ann").value())
                        .found("IdentityOpensStore"))
                .containsExactly("policy/bob-policy -> pay");
    }

    @Test
    void whomAPolicyLeavesOutOfItsDenyMayGoOn() {
        assertThat(new Account()
                        .withUser("ann", READ)
                        .withUser("bob", READ)
                        .withBucket(
                                "pay",
                                "deny action=s3:GetObject resource=arn:aws:s3:::pay/* principal!=aws:"
                                        + Account.user("ann").value())
                        .found("IdentityOpensStore"))
                .containsExactly("user/ann -> pay");
    }

    @Test
    void thePolicyOfTheResourceAloneIsEnoughInOneAccount() {
        assertThat(new Account()
                        .withUser("ann")
                        .withUser("bob")
                        .withBucket(
                                "pay",
                                "allow action=s3:GetObject resource=arn:aws:s3:::pay/* principal=aws:"
                                        + Account.user("ann").value())
                        .found("IdentityOpensStore"))
                .containsExactly("user/ann -> pay");
    }

    @Test
    void acrossAccountsBothSidesMustAllow() {
        AssetKey far = AssetKey.of(AssetKind.CLOUD_ACCOUNT, "aws/999900001111");
        String[] admitted = {
            "allow action=s3:GetObject resource=arn:aws:s3:::far/* principal=aws:arn:aws:iam::111122223333:root"
        };
        Account account = new Account()
                .withUser("ann", READ + " when=StringEquals,aws:PrincipalTag/team,pay")
                .withUser("bob")
                .related(far, RelationType.CONTAINS, Account.bucket("far"))
                .guarded(Account.bucket("far"), admitted);

        assertThat(account.found("IdentityOpensStore")).containsExactly("policy/ann-policy -> far");
    }

    @Test
    void aPolicyOfAnotherAccountOpensNothingByItself() {
        AssetKey far = AssetKey.of(AssetKind.CLOUD_ACCOUNT, "aws/999900001111");

        assertThat(new Account()
                        .withUser("ann", READ)
                        .related(far, RelationType.CONTAINS, Account.bucket("far"))
                        .found("IdentityOpensStore"))
                .isEmpty();
    }

    @Test
    void aBoundaryMustAllowToo() {
        Account account = new Account().withUser("ann", READ).withBucket("pay").withBucket("logs");

        assertThat(account.limited(Account.user("ann"), "boundary", "allow action=s3:* resource=arn:aws:s3:::logs/*")
                        .found("IdentityOpensStore"))
                .containsExactly("user/ann -> logs");
    }

    @Test
    void aBoundaryHoldsForARoleThatThePolicyOfTheResourceNamesButNotForAUserOrSession() {
        String boundary = "allow action=s3:* resource=arn:aws:s3:::logs/*";
        String open = "allow action=s3:GetObject resource=arn:aws:s3:::pay/* principal=aws:";

        assertThat(new Account()
                        .withRole("app")
                        .limited(Account.role("app"), "boundary", boundary)
                        .withBucket("pay", open + Account.role("app").value())
                        .found("IdentityOpensStore"))
                .isEmpty();
        assertThat(new Account()
                        .withUser("ann")
                        .limited(Account.user("ann"), "boundary", boundary)
                        .withBucket("pay", open + Account.user("ann").value())
                        .found("IdentityOpensStore"))
                .containsExactly("user/ann -> pay");
        assertThat(new Account()
                        .withRole("app")
                        .limited(Account.role("app"), "boundary", boundary)
                        .withBucket("pay", open + "arn:aws:sts::111122223333:assumed-role/app/run")
                        .found("IdentityOpensStore"))
                .containsExactly("role/app -> pay");
    }

    @Test
    void aBoundaryThatWasNotReadIsADoubtAndNoSafety() {
        AttackStep step = new Account()
                .withUser("ann", READ)
                .withBucket("pay")
                .related(Account.user("ann"), RelationType.GUARDED_BY, Account.policy("unread"))
                .steps("IdentityOpensStore")
                .get(0);

        assertThat(step.probability()).isEqualTo(0.8);
        assertThat(step.evidence().fields().get("conditions")).contains("policy/unread was not read");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "allow action=s3:ListAllMyBuckets resource=* | 0",
                "deny action=s3:ListAllMyBuckets resource=*  | 1"
            })
    void aPolicyOfTheOrganizationThatAllowsOtherThingsOnlyForbidsTheRest(String statement, int steps) {
        assertThat(new Account()
                        .withUser("ann", READ)
                        .withBucket("pay")
                        .controlled(Account.KEY, "999900001111", "service_control_policy", statement)
                        .found("IdentityOpensStore"))
                .hasSize(steps);
    }

    @Test
    void everyLevelOfTheOrganizationMustAllow() {
        AssetKey unit = AssetKey.of(AssetKind.CLOUD_RESOURCE, "arn:aws:organizations::1:ou/o-1/ou-1");
        Account account = new Account()
                .withUser("ann", READ)
                .withBucket("pay")
                .withBucket("logs")
                .related(unit, RelationType.CONTAINS, Account.KEY)
                .limited(unit, "full", Account.ANYTHING);

        assertThat(account.limited(Account.KEY, "some", "allow action=s3:* resource=arn:aws:s3:::logs/*")
                        .found("IdentityOpensStore"))
                .containsExactly("policy/ann-policy -> logs");
    }

    private static Account controlled(String manager, String kind, String statement) {
        AssetKey unit = AssetKey.of(AssetKind.CLOUD_RESOURCE, "arn:aws:organizations::1:ou/o-1/ou-1");
        return new Account()
                .withUser("ann", READ)
                .withBucket("pay")
                .related(unit, RelationType.CONTAINS, Account.KEY)
                .controlled(unit, manager, kind, statement);
    }

    @Test
    void aResourceControlPolicyDeniesWhatIsDoneWithResourcesOfTheAccount() {
        assertThat(controlled("1", "resource_control_policy", "deny principal=* action=s3:* resource=*")
                        .found("IdentityOpensStore"))
                .isEmpty();
    }

    @Test
    void aResourceControlPolicyThatAllowsGrantsNothingAndBoundsNothing() {
        assertThat(controlled("1", "resource_control_policy", "allow principal=* action=kms:* resource=*")
                        .found("IdentityOpensStore"))
                .hasSize(1);
    }

    @Test
    void aResourceControlPolicyWithAConditionIsNamed() {
        assertThat(controlled(
                                "1",
                                "resource_control_policy",
                                "deny principal=* action=s3:* resource=* when=StringNotEquals,aws:PrincipalOrgID,o-1")
                        .steps("IdentityOpensStore"))
                .singleElement()
                .satisfies(
                        step -> assertThat(step.evidence().fields().toString()).contains("denied if"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"resource_control_policy", "service_control_policy"})
    void noPolicyOfAnOrganizationBindsTheAccountThatManagesIt(String kind) {
        String deny = "deny principal=* action=s3:* resource=*";

        assertThat(controlled("1", kind, deny).found("IdentityOpensStore")).isEmpty();
        assertThat(controlled("111122223333", kind, deny).found("IdentityOpensStore"))
                .hasSize(1);
    }

    @Test
    void aDenyAtAnyLevelOfTheOrganizationWins() {
        AssetKey unit = AssetKey.of(AssetKind.CLOUD_RESOURCE, "arn:aws:organizations::1:ou/o-1/ou-1");

        assertThat(new Account()
                        .withUser("ann", READ)
                        .withBucket("pay")
                        .related(unit, RelationType.CONTAINS, Account.KEY)
                        .limited(unit, "no", "deny action=s3:GetObject resource=*")
                        .found("IdentityOpensStore"))
                .isEmpty();
    }

    @Test
    void aVariableIsThePrincipalThatAsks() {
        String own = "allow action=s3:GetObject resource=arn:aws:s3:::home-${aws:username}/*";

        assertThat(new Account()
                        .withUser("ann", own)
                        .withBucket("home-ann")
                        .withBucket("home-bob")
                        .found("IdentityOpensStore"))
                .containsExactly("user/ann -> home-ann");
    }

    @Test
    void theKeyPolicyMustHandAKeyToTheAccount() {
        AssetKey open = Account.resource("kms", "key/1");
        AssetKey closed = Account.resource("kms", "key/2");

        assertThat(new Account()
                        .withUser("ann", "allow action=kms:Decrypt resource=*")
                        .with(
                                AssetKind.ENCRYPTION_KEY,
                                open,
                                Map.of(),
                                "allow action=kms:* resource=* principal=aws:arn:aws:iam::111122223333:root")
                        .with(
                                AssetKind.ENCRYPTION_KEY,
                                closed,
                                Map.of(),
                                "allow action=kms:* resource=* principal=aws:"
                                        + Account.role("keys").value())
                        .found("IdentityOpensStore"))
                .containsExactly("policy/ann-policy -> key/1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"aws", "aws-us-gov", "aws-cn"})
    void accountsAndDatabasesAreNamedAlikeInEveryPartition(String partition) {
        String arn = "arn:" + partition + ":";
        AssetKey user = AssetKey.of(AssetKind.IDENTITY, arn + "iam::111122223333:user/ann");
        AssetKey role = AssetKey.of(AssetKind.IDENTITY, arn + "iam::111122223333:role/app");
        AssetKey policy = AssetKey.of(AssetKind.CLOUD_POLICY, arn + "iam::111122223333:policy/p");
        AssetKey database = AssetKey.of(AssetKind.DATA_STORE, arn + "rds:r:111122223333:db:orders");
        Account account = new Account()
                .with(AssetKind.IDENTITY, user, Map.of("type", "user"))
                .with(
                        AssetKind.IDENTITY,
                        role,
                        Map.of("type", "role"),
                        "allow action=sts:AssumeRole principal=aws:" + arn + "iam::111122223333:root")
                .with(AssetKind.DATA_STORE, database, Map.of())
                .with(
                        AssetKind.CLOUD_POLICY,
                        policy,
                        Map.of(
                                "statements",
                                List.of(
                                        "allow action=sts:AssumeRole resource=" + role.value(),
                                        "allow action=rds-db:connect resource=" + arn
                                                + "rds-db:r:111122223333:dbuser:*")))
                .related(user, RelationType.HAS_ROLE, policy);

        assertThat(account.steps("IdentityAssumesRole").stream().map(AttackStep::to))
                .containsExactly(role);
        assertThat(account.steps("IdentityOpensStore").stream().map(AttackStep::to))
                .containsExactly(database);
    }
}
