package dev.throughline.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RbacRuleTest {
    private static final RbacRule READ_SECRETS =
            new RbacRule(List.of("get", "list"), List.of(""), List.of("secrets"), List.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "verbs=get,list groups= resources=secrets,pods/exec names=",
                "verbs=* groups=* resources=* names=",
                "verbs=create groups=,apps resources=pods,deployments names=",
                "verbs=get groups=apps, resources=deployments names=a,b",
                "verbs= groups= resources= names="
            })
    void survivesItsTextForm(String text) {
        assertThat(RbacRule.parse(text)).hasToString(text);
    }

    @Test
    void takesTheEmptyGroupForTheCoreGroup() {
        assertThat(RbacRule.parse(READ_SECRETS.toString())).isEqualTo(READ_SECRETS);
        assertThat(READ_SECRETS.allowsAny("get", "", "secrets")).isTrue();
        assertThat(READ_SECRETS.allowsAny("get", "apps", "secrets")).isFalse();
    }

    @Test
    void allowsNoMoreThanItSays() {
        assertThat(READ_SECRETS.allowsAny("watch", "", "secrets")).isFalse();
        assertThat(READ_SECRETS.allowsAny("get", "", "configmaps")).isFalse();
        assertThat(READ_SECRETS.allowsAny("*", "*", "*")).isFalse();
    }

    @Test
    void takesAStarForAnything() {
        RbacRule all = RbacRule.parse("verbs=* groups=* resources=* names=");

        assertThat(all.allowsAny("escalate", "rbac.authorization.k8s.io", "clusterroles"))
                .isTrue();
        assertThat(all.allowsAny("create", "", "pods/exec")).isTrue();
        assertThat(all.allowsAny("*", "*", "*")).isTrue();
    }

    @Test
    void doesNotTakeAResourceForItsSubresource() {
        RbacRule pods = RbacRule.parse("verbs=create groups= resources=pods names=");
        RbacRule exec = RbacRule.parse("verbs=create groups= resources=*/exec names=");

        assertThat(pods.allowsAny("create", "", "pods/exec")).isFalse();
        assertThat(exec.allowsAny("create", "", "pods/exec")).isTrue();
        assertThat(exec.allowsAny("create", "", "pods/attach")).isFalse();
        assertThat(exec.allowsAny("create", "", "pods")).isFalse();
    }

    @Test
    void isLimitedToTheNamesItGives() {
        RbacRule one = RbacRule.parse("verbs=get groups= resources=secrets names=db");

        assertThat(one.allowsAny("get", "", "secrets")).isFalse();
        assertThat(one.allows("get", "", "secrets", "db")).isTrue();
        assertThat(one.allows("get", "", "secrets", "tls")).isFalse();
        assertThat(READ_SECRETS.allows("get", "", "secrets", "tls")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "get", "verbs=get groups= resources=pods", "groups= verbs=get resources=pods names="})
    void refusesWhatIsNoRule(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> RbacRule.parse(text));
    }
}
