package dev.throughline.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.Estate;
import dev.throughline.mapping.trust.TrustPitfall;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RelationType;
import dev.throughline.model.Severity;
import dev.throughline.model.WeaknessType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeakTrustTest {
    private static final AssetKey ROLE = AssetKey.of(AssetKind.IDENTITY, "arn:aws:iam::111122223333:role/deploy");
    private static final AssetKey SHOP = AssetKey.repository("github.com/acme/shop");
    private static final String GITHUB = "https://token.actions.githubusercontent.com";

    private static Estate trusting(String... subjects) {
        Estate estate = new Estate();
        for (int i = 0; i < subjects.length; i++) {
            trust(estate, i, Map.of("issuer", GITHUB, "subject", subjects[i], "audience", "sts.amazonaws.com"));
        }
        return estate;
    }

    private static Estate trust(Estate estate, int number, Map<String, String> policy) {
        AssetKey key = AssetKey.of(AssetKind.TRUST_POLICY, ROLE.value() + "/trust/" + number);
        return estate.asset(AssetKind.TRUST_POLICY, key, policy).relation(ROLE, RelationType.TRUSTS, key);
    }

    private static List<Finding> findings(Estate estate) {
        return estate.assess().findings().ofType(WeaknessType.CLOUD).list();
    }

    private static Finding only(Estate estate) {
        assertThat(findings(estate)).hasSize(1);
        return findings(estate).get(0);
    }

    @ParameterizedTest
    @CsvSource({
        "EVERYBODY, repo:*, CRITICAL",
        "OPEN_OWNER, repo:acme*, CRITICAL",
        "EVERY_REPOSITORY_OF_OWNER, repo:acme/*, HIGH",
        "OPEN_REPOSITORY, repo:acme/shop-*:ref:refs/heads/main, HIGH",
        "EVERY_REF, repo:acme/shop:*, HIGH",
        "PULL_REQUEST, repo:acme/shop:pull_request, HIGH",
        "OPEN_REF, repo:acme/shop:ref:refs/heads/release*, MEDIUM"
    })
    void everyPitfallIsAFindingOnTheIdentity(TrustPitfall pitfall, String subject, Severity severity) {
        Finding finding = only(trusting(subject));

        assertThat(finding.title()).isEqualTo(pitfall.explanation() + ": " + subject);
        assertThat(finding.asset()).isEqualTo(ROLE);
        assertThat(finding.severity()).isEqualTo(severity);
        assertThat(finding.score().level()).isNotNull();
        assertThat(finding.state()).isEqualTo(Finding.State.OPEN);
    }

    @Test
    void conditionsThatWereNotReadAreFindingsToo() {
        Map<String, String> bare = Map.of("issuer", GITHUB);

        assertThat(findings(trust(new Estate(), 0, bare)))
                .extracting(Finding::title)
                .containsExactlyInAnyOrder(
                        TrustPitfall.NO_SUBJECT.explanation(), TrustPitfall.NO_AUDIENCE.explanation());
    }

    @Test
    void namesTheRepositoryItLetsIn() {
        assertThat(only(trusting("repo:acme/shop:*")).repository()).isEqualTo(SHOP);
        assertThat(only(trusting("repo:acme/*")).repository()).isNull();
    }

    @Test
    void aConditionThatAdmitsWhatWasMeantIsNone() {
        assertThat(findings(trusting("repo:acme/shop:ref:refs/heads/main"))).isEmpty();
    }

    @Test
    void isOneFindingForEachRepositoryHoweverTheConditionIsWritten() {
        assertThat(findings(trusting("repo:acme/shop:*", "repo:acme/web:*"))).hasSize(2);
        assertThat(findings(trusting("repo:acme/shop:*", "repo:acme/shop:**"))).hasSize(1);
        assertThat(only(trusting("repo:acme/shop:*")).key())
                .isEqualTo(only(trusting("repo:acme/shop:ref:refs/heads/*")).key());
    }

    @Test
    void keepsItsKeyWhileOtherConditionsComeAndGo() {
        AssetKey key = only(trusting("repo:acme/shop:*")).key();

        assertThat(findings(trusting("repo:acme/*", "repo:acme/shop:*")))
                .extracting(Finding::key)
                .contains(key);
    }

    @Test
    void whoeverCanReachTheIdentityRaisesItsScore() {
        double stranger = only(trusting("repo:*")).score().value();
        Map<String, String> elsewhere = new HashMap<>(Map.of("subject", "repo:*", "audience", "x"));
        elsewhere.put("issuer", "https://git.acme.example/_services/token");

        assertThat(stranger)
                .isGreaterThan(only(trust(new Estate(), 0, elsewhere)).score().value());
    }
}
