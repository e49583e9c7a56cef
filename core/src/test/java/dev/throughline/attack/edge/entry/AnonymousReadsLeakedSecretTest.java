package dev.throughline.attack.edge.entry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.Estate;
import dev.throughline.attack.AttackStep;
import dev.throughline.attack.Likelihood;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RelationType;
import dev.throughline.model.SourceState;
import dev.throughline.model.Visibility;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AnonymousReadsLeakedSecretTest {
    private static final AssetKey SHOP = AssetKey.repository("github.com/acme/shop");
    private static final AssetKey SECRET = AssetKey.inRepository(AssetKind.EXPOSED_SECRET, SHOP, "secret-scanning/1");

    private static List<AttackStep> steps(Visibility visibility, Map<String, ?> secret) {
        return new Estate()
                .asset(SHOP, visibility == null ? Map.of() : Map.of("visibility", visibility))
                .asset(SECRET, secret)
                .relation(SHOP, RelationType.CONTAINS, SECRET)
                .steps("AnonymousReadsLeakedSecret");
    }

    @Test
    void leadsToACredentialInAPublicRepository() {
        AttackStep step = steps(
                        Visibility.PUBLIC, Map.of("title", "GitHub token", "validity", "active", "path", "deploy.sh"))
                .get(0);

        assertThat(step.from()).isEqualTo(AssetKey.ANONYMOUS);
        assertThat(step.to()).isEqualTo(SECRET);
        assertThat(step.probability()).isEqualTo(Likelihood.TRIVIAL.probability());
        assertThat(step.evidence().assets()).containsExactly(AssetKey.ANONYMOUS, SHOP, SECRET);
        assertThat(step.evidence().fields()).containsEntry("path", "deploy.sh").containsEntry("validity", "active");
        assertThat(step.breaks()).containsExactly("revoke the GitHub token found in github.com/acme/shop");
    }

    @Test
    void isLessLikelyWhenNobodyCheckedWhetherItStillWorks() {
        assertThat(steps(Visibility.PUBLIC, Map.of()).get(0).probability())
                .isEqualTo(Likelihood.MODERATE.probability());
    }

    @Test
    void isNotTakenAwayByDismissingTheAlert() {
        assertThat(steps(Visibility.PUBLIC, Map.of("state", SourceState.DISMISSED)))
                .hasSize(1);
    }

    @Test
    void isGoneWhenTheCredentialIsRevoked() {
        assertThat(steps(Visibility.PUBLIC, Map.of("validity", "inactive"))).isEmpty();
        assertThat(steps(Visibility.PUBLIC, Map.of("state", SourceState.FIXED))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"PRIVATE", "INTERNAL"})
    void doesNotLeadIntoARepositoryThatIsNotPublic(Visibility visibility) {
        assertThat(steps(visibility, Map.of())).isEmpty();
    }

    @Test
    void leadsToACredentialThatWasSeenInPublicWhereverItLies() {
        assertThat(steps(Visibility.PRIVATE, Map.of("publiclyLeaked", true))).hasSize(1);
    }

    @Test
    void doesNotTakeAnUnknownVisibilityForPublic() {
        assertThat(steps(null, Map.of())).isEmpty();
    }
}
