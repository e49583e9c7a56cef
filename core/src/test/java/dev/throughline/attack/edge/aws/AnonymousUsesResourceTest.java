package dev.throughline.attack.edge.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.attack.AttackStep;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnonymousUsesResourceTest {
    private static List<AttackStep> role(String... trust) {
        return new Account().withRole("app", trust).steps("AnonymousUsesResource");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "allow action=sts:AssumeRole principal=*",
                "allow action=sts:AssumeRole principal=aws:*",
                "allow action=sts:* principal!=aws:arn:aws:iam::111122223333:user/ann"
            })
    void aRoleThatTrustsEverybodyIsForEverybody(String trust) {
        assertThat(role(trust)).singleElement().satisfies(step -> {
            assertThat(step.from()).isEqualTo(AssetKey.ANONYMOUS);
            assertThat(step.to()).isEqualTo(Account.role("app"));
            assertThat(step.probability()).isEqualTo(0.95);
            assertThat(step.evidence().fields()).containsEntry("permissions", "sts:AssumeRole");
        });
    }

    @Test
    void aRoleThatAsksForAnythingOrNamesAnAccountIsNot() {
        assertThat(role("allow action=sts:AssumeRole principal=* when=StringEquals,aws:PrincipalOrgID,o-1"))
                .isEmpty();
        assertThat(role("allow action=sts:AssumeRole principal=aws:111122223333"))
                .isEmpty();
        assertThat(role("allow action=sts:AssumeRole principal=*", "deny action=sts:* principal=*"))
                .isEmpty();
    }

    @Test
    void aDenialUnderAConditionMakesItHarder() {
        AttackStep step = role(
                        "allow action=sts:AssumeRole principal=*",
                        "deny action=sts:AssumeRole principal=* when=StringNotEquals,aws:PrincipalOrgID,o-1")
                .get(0);

        assertThat(step.probability()).isEqualTo(0.8);
        assertThat(step.evidence().fields().get("conditions")).startsWith("denied if aws:PrincipalOrgID");
    }

    @Test
    void aQueueThatEverybodyReadsIsForEverybodyAndABucketGoesByItsPublicAccess() {
        AssetKey queue = Account.resource("sqs", "orders");

        assertThat(new Account()
                        .with(AssetKind.CLOUD_RESOURCE, queue, Map.of(), "allow action=sqs:* resource=* principal=*")
                        .withBucket("pay", "allow action=s3:GetObject resource=arn:aws:s3:::pay/* principal=*")
                        .steps("AnonymousUsesResource"))
                .singleElement()
                .satisfies(step -> assertThat(step.to()).isEqualTo(queue));
    }
}
