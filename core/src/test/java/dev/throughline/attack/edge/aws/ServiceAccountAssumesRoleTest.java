package dev.throughline.attack.edge.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.Estate;
import dev.throughline.attack.AttackStep;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RelationType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Its rows are tested by {@link AbusesTest}, what policies allow by {@link EvaluatorTest}. */
class ServiceAccountAssumesRoleTest {
    private static final AssetKey ACCOUNT = Estate.inShop(AssetKind.SERVICE_ACCOUNT, "api");
    private static final AssetKey ROLE = Account.role("api");
    private static final AssetKey TRUST = AssetKey.of(AssetKind.TRUST_POLICY, ROLE.value() + "#trust/0");
    private static final AssetKey PROVIDER = AssetKey.of(
            AssetKind.CLOUD_RESOURCE, "arn:aws:iam::111122223333:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/A1");

    private static Estate estate(String subject) {
        return new Estate()
                .account("api")
                .relation(ACCOUNT, RelationType.CAN_AUTHENTICATE_AS, ROLE)
                .asset(
                        AssetKind.TRUST_POLICY,
                        TRUST,
                        Map.of("issuer", "https://oidc.eks.eu-west-1.amazonaws.com/id/A1", "subject", subject))
                .relation(ROLE, RelationType.TRUSTS, TRUST)
                .relation(ROLE, RelationType.TRUSTS, PROVIDER);
    }

    private static List<AttackStep> steps(Estate estate) {
        return estate.steps("ServiceAccountAssumesRole");
    }

    @Test
    void leadsToTheRoleThatTrustsItsTokens() {
        assertThat(steps(estate("system:serviceaccount:shop:api")))
                .singleElement()
                .satisfies(step -> assertThat(step.to()).isEqualTo(ROLE));
        assertThat(steps(estate("system:serviceaccount:shop:*"))).hasSize(1);
    }

    @Test
    void leadsNowhereWhenTheRoleTrustsAnother() {
        assertThat(steps(estate("system:serviceaccount:other:api"))).isEmpty();
    }

    @Test
    void tellsClustersApartByTheProviderOfTheirTokens() {
        String subject = "system:serviceaccount:shop:api";

        assertThat(steps(estate(subject).relation(PROVIDER, RelationType.TRUSTS, Estate.CLUSTER)))
                .hasSize(1);
        assertThat(steps(estate(subject)
                        .relation(PROVIDER, RelationType.TRUSTS, AssetKey.of(AssetKind.CLUSTER, "staging"))))
                .isEmpty();
    }

    @Test
    void believesTheClusterWhereTheTrustWasNotRead() {
        assertThat(steps(new Estate().account("api").relation(ACCOUNT, RelationType.CAN_AUTHENTICATE_AS, ROLE)))
                .hasSize(1);
    }
}
