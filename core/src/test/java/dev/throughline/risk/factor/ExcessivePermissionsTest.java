package dev.throughline.risk.factor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.Estate;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RelationType;
import dev.throughline.risk.Factor;
import dev.throughline.risk.Verdict;
import dev.throughline.risk.Verdict.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExcessivePermissionsTest {
    private static final AssetKey API = Estate.workload("api");
    private static final AssetKey ACCOUNT = Estate.inShop(AssetKind.SERVICE_ACCOUNT, "robot");
    private static final AssetKey IDENTITY = AssetKey.of(AssetKind.IDENTITY, "arn:aws:iam::1:role/robot");

    private static Verdict verdict(Estate estate, AssetKey asset) {
        return estate.verdict(asset, Factor.EXCESSIVE_PERMISSIONS);
    }

    private static Estate robot(String scope, String rule) {
        return new Estate().deployment("api").runsAs("api", "robot").role("robot", scope, rule);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*|verbs=* groups=* resources=* names=",
                "*|verbs=get,list groups= resources=secrets names=",
                "*|verbs=create groups= resources=pods names=",
                "*|verbs=create groups=apps resources=deployments names=",
                "*|verbs=watch groups= resources=secrets names=",
                "*|verbs=get groups= resources=nodes/proxy names=",
                "*|verbs=patch groups= resources=pods/ephemeralcontainers names=",
                "shop|verbs=impersonate groups= resources=users names=",
                "shop|verbs=bind groups=rbac.authorization.k8s.io resources=roles names="
            })
    void holdsForAnAccountThatMayTooMuchAndWhatRunsAsIt(String scope, String rule) {
        Estate estate = robot(scope, rule);

        assertThat(verdict(estate, ACCOUNT).isYes()).isTrue();
        assertThat(verdict(estate, API).isYes()).isTrue();
        assertThat(verdict(estate, API).evidence().assets())
                .startsWith(API, ACCOUNT)
                .hasSize(3);
    }

    @Test
    void holdsForWhoIsInAGroupThatMayTooMuch() {
        AssetKey user = AssetKey.of(AssetKind.IDENTITY, "arn:aws:iam::111122223333:user/ann");
        AssetKey group = AssetKey.of(AssetKind.IDENTITY_GROUP, "arn:aws:iam::111122223333:group/developers");
        AssetKey policy = AssetKey.of(AssetKind.CLOUD_POLICY, "arn:aws:iam::aws:policy/PowerUserAccess");
        Estate estate = new Estate()
                .asset(AssetKind.IDENTITY, user, Map.of())
                .relation(user, RelationType.MEMBER_OF, group)
                .relation(group, RelationType.HAS_ROLE, policy);

        assertThat(verdict(estate, user).isYes()).isTrue();
        assertThat(verdict(estate, user).evidence().assets()).containsExactly(user, group, policy);
    }

    @Test
    void doesNotHoldForAnAccountWhoseRolesAllowLittle() {
        assertThat(verdict(robot("shop", "verbs=get groups= resources=configmaps names="), ACCOUNT)
                        .answer())
                .isEqualTo(Answer.NO);
    }

    @Test
    void isNotKnownOfAnAccountWithoutRoles() {
        assertThat(verdict(new Estate().deployment("api").runsAs("api", "robot"), ACCOUNT)
                        .answer())
                .isEqualTo(Answer.UNKNOWN);
    }

    private static Estate holding(AssetKey role) {
        return new Estate()
                .asset(AssetKind.IDENTITY, IDENTITY, Map.of())
                .relation(IDENTITY, RelationType.HAS_ROLE, role);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arn:aws:iam::aws:policy/AdministratorAccess",
                "/subscriptions/1/providers/Microsoft.Authorization/roleDefinitions/b24988ac-6180-42a0-ab88-20f7382dd24c",
                "roles/editor"
            })
    void holdsForRolesOfACloudThatAllowNearlyEverything(String role) {
        assertThat(verdict(holding(AssetKey.of(AssetKind.CLOUD_ROLE, role)), IDENTITY)
                        .isYes())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"allow action=* resource=*|YES", "allow action=s3:* resource=*|UNKNOWN", "deny action=*|UNKNOWN"})
    void holdsForAPolicyThatAllowsEverything(String statement, Answer answer) {
        AssetKey policy = AssetKey.of(AssetKind.CLOUD_POLICY, "arn:aws:iam::1:policy/p");
        Estate estate = holding(policy).asset(AssetKind.CLOUD_POLICY, policy, Map.of("statements", List.of(statement)));

        assertThat(verdict(estate, IDENTITY).answer()).isEqualTo(answer);
    }

    @Test
    void isNotKnownUnderAConditionThatNobodyCanCheck() {
        Estate estate = new Estate()
                .asset(AssetKind.IDENTITY, IDENTITY, Map.of())
                .relation(
                        IDENTITY,
                        RelationType.HAS_ROLE,
                        AssetKey.of(AssetKind.CLOUD_ROLE, "roles/owner"),
                        Map.of("condition", "request.time < timestamp('2020-01-01')"));

        assertThat(verdict(estate, IDENTITY).answer()).isEqualTo(Answer.UNKNOWN);
    }
}
