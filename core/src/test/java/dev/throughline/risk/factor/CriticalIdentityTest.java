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

class CriticalIdentityTest {
    private static Verdict verdict(Estate estate, AssetKey asset) {
        return estate.verdict(asset, Factor.CRITICAL_RESOURCE);
    }

    @Test
    void holdsForAServiceAccountThatMayDoAnythingAnywhere() {
        Estate estate = new Estate().account("root").role("root", "*", "verbs=* groups=* resources=* names=");

        Verdict verdict = verdict(estate, Estate.inShop(AssetKind.SERVICE_ACCOUNT, "root"));

        assertThat(verdict.isYes()).isTrue();
        assertThat(verdict.evidence().fields()).containsEntry("level", "very-high");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        shop | verbs=* groups=* resources=* names=
        *    | verbs=* groups=* resources=* names=one
        *    | verbs=get,list groups=* resources=* names=
        *    | verbs=* groups=apps resources=* names=
        """)
    void doesNotHoldForAServiceAccountThatMayDoLess(String scope, String rule) {
        Estate estate = new Estate().account("less").role("less", scope, rule);

        assertThat(verdict(estate, Estate.inShop(AssetKind.SERVICE_ACCOUNT, "less"))
                        .answer())
                .isEqualTo(Answer.UNKNOWN);
    }

    @Test
    void holdsForAnIdentityOfTheControlPlane() {
        AssetKey account = AssetKey.inNamespace(AssetKind.SERVICE_ACCOUNT, "prod", "kube-system", "controller");
        AssetKey role = AssetKey.inNamespace(AssetKind.ROLE, "prod", "-", "watcher");
        Estate estate = new Estate()
                .asset(account, Map.of())
                .asset(role, Map.of("rules", List.of("verbs=watch groups= resources=pods names=")))
                .relation(account, RelationType.HAS_ROLE, role, Map.of("scope", "*"));

        assertThat(verdict(estate, account).evidence().fields()).containsEntry("level", "high");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "entra/directoryroles/62e90394-69f5-4237-9190-012177145e10",
                "entra/directoryroles/e8611ab8-c189-46e8-94e1-60213ab1f814",
                "entra/approles/9e3f62cf-ca93-4989-b6ce-bf83c28f9fe8",
                "entra/approles/06b708a9-e830-4db3-a914-8e69da51d44f"
            })
    void holdsForWhoAdministersADirectory(String role) {
        AssetKey identity = AssetKey.of(AssetKind.IDENTITY, "entra/admin");
        Estate estate = new Estate()
                .asset(AssetKind.IDENTITY, identity, Map.of())
                .relation(identity, RelationType.HAS_ROLE, AssetKey.of(AssetKind.CLOUD_ROLE, role));

        assertThat(verdict(estate, identity).isYes()).isTrue();
    }

    @Test
    void holdsForTheMembersOfAGroupThatMayDoAnything() {
        AssetKey user = AssetKey.of(AssetKind.IDENTITY, "arn:aws:iam::111122223333:user/ann");
        AssetKey group = AssetKey.of(AssetKind.IDENTITY_GROUP, "arn:aws:iam::111122223333:group/admins");
        AssetKey policy = AssetKey.of(AssetKind.CLOUD_POLICY, "arn:aws:iam::aws:policy/AdministratorAccess");
        Estate estate = new Estate()
                .asset(AssetKind.IDENTITY, user, Map.of())
                .asset(AssetKind.IDENTITY_GROUP, group, Map.of())
                .relation(user, RelationType.MEMBER_OF, group)
                .relation(group, RelationType.HAS_ROLE, policy);

        assertThat(verdict(estate, user).isYes()).isTrue();
        assertThat(verdict(estate, user).evidence().assets()).containsExactly(user, group, policy);
        assertThat(verdict(estate, group).isYes()).isTrue();
    }

    @Test
    void holdsForTheOwnerOfACloudScope() {
        AssetKey identity = AssetKey.of(AssetKind.IDENTITY, "//iam.googleapis.com/robot");
        Estate estate = new Estate()
                .asset(AssetKind.IDENTITY, identity, Map.of())
                .relation(identity, RelationType.HAS_ROLE, AssetKey.of(AssetKind.CLOUD_ROLE, "roles/owner"));

        assertThat(verdict(estate, identity).isYes()).isTrue();
    }
}
