package dev.throughline.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.throughline.Estate;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RelationType;
import dev.throughline.model.Severity;
import dev.throughline.risk.Factor;
import dev.throughline.risk.Level;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The laws of the score, each held against many small estates, with and without one more fact. */
class FindingScoreTest {
    private static final AssetKey IMAGE = Estate.image('a');
    private static final AssetKey FINDING = Estate.weakness('a');
    private static final AssetKey STORE = Estate.store("payments");
    private static final AssetKey SECRET = Estate.inShop(AssetKind.SECRET_OBJECT, "db");
    private static final int ESTATES = 60;

    /** What is said of the workload, its image and its vulnerability; any part may be missing. */
    private record Situation(
            boolean deployed,
            Map<String, ?> service,
            boolean sensitive,
            String critical,
            boolean lateral,
            Map<String, ?> vulnerability) {
        static Situation random(Random random) {
            return new Situation(
                    true,
                    List.<Map<String, ?>>of(Map.of(), INSIDE, NARROW, WIDE).get(random.nextInt(4)),
                    random.nextBoolean(),
                    List.of("", "low", "medium", "high", "very-high").get(random.nextInt(5)),
                    random.nextBoolean(),
                    randomVulnerability(random));
        }

        private static Map<String, ?> randomVulnerability(Random random) {
            Map<String, Object> known = new HashMap<>();
            known.put("severity", List.of(Severity.values()).get(random.nextInt(5)));
            if (random.nextBoolean()) {
                known.put("cvssScore", random.nextInt(101) / 10.0);
            }
            if (random.nextBoolean()) {
                known.put("epss", random.nextInt(1000) / 1000.0);
            }
            if (random.nextBoolean()) {
                known.put(
                        "cvssVector",
                        List.of(
                                        "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
                                        "CVSS:3.1/AV:N/AC:H/PR:N/UI:N/S:U/C:H/I:N/A:N",
                                        "CVSS:3.1/AV:L/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H")
                                .get(random.nextInt(3)));
            }
            return known;
        }

        Situation deployed(boolean is) {
            return new Situation(is, service, sensitive, critical, lateral, vulnerability);
        }

        Situation behind(Map<String, ?> other) {
            return new Situation(deployed, other, sensitive, critical, lateral, vulnerability);
        }

        Situation sensitive(boolean is) {
            return new Situation(deployed, service, is, critical, lateral, vulnerability);
        }

        Situation critical(String level) {
            return new Situation(deployed, service, sensitive, level, lateral, vulnerability);
        }

        Situation lateral(boolean is) {
            return new Situation(deployed, service, sensitive, critical, is, vulnerability);
        }

        Situation known(String attribute, Object value) {
            Map<String, Object> more = new HashMap<>(vulnerability);
            more.put(attribute, value);
            return new Situation(deployed, service, sensitive, critical, lateral, more);
        }

        Score score() {
            return estate().finding(FINDING).score();
        }

        Estate estate() {
            Estate estate = new Estate()
                    .vulnerable(IMAGE, 'a', "CVE-2024-0001", vulnerability)
                    .deployment("api")
                    .deployment("other");
            if (deployed) {
                estate.runs("api", IMAGE);
            }
            if (!service.isEmpty()) {
                estate.service("api", service);
            }
            if (sensitive) {
                estate.classified('a', "sensitive", Estate.workload("api").text(), Map.of());
            }
            if (!critical.isEmpty()) {
                estate.classified('b', "critical", Estate.workload("api").text(), Map.of("level", critical));
            }
            if (lateral) {
                estate.relation(Estate.workload("api"), RelationType.MOUNTS, SECRET)
                        .relation(SECRET, RelationType.CAN_AUTHENTICATE_TO, STORE);
            }
            return estate;
        }
    }

    private static final Map<String, ?> INSIDE = Map.of("type", "ClusterIP");
    private static final Map<String, ?> NARROW =
            Map.of("type", "LoadBalancer", "sourceRanges", List.of("198.51.100.0/24"));
    private static final Map<String, ?> WIDE = Map.of("type", "LoadBalancer");

    private static void neverLowers(UnaryOperator<Situation> without, UnaryOperator<Situation> with) {
        for (int seed = 0; seed < ESTATES; seed++) {
            Situation situation = Situation.random(new Random(seed));
            Score before = without.apply(situation).score();
            Score after = with.apply(situation).score();

            assertThat(after.value()).as("seed %d %s", seed, situation).isGreaterThanOrEqualTo(before.value());
            assertThat(after.level().isAtLeast(before.level())).isTrue();
        }
    }

    @Test
    void isNeverLoweredByExposure() {
        neverLowers(s -> s.behind(INSIDE), s -> s.behind(NARROW));
        neverLowers(s -> s.behind(NARROW), s -> s.behind(WIDE));
    }

    @Test
    void isNeverLowerWhereExposureIsUnknownThanWhereThereIsNone() {
        neverLowers(s -> s.behind(INSIDE), s -> s.behind(Map.of()));
        neverLowers(s -> s.behind(Map.of()), s -> s.behind(NARROW));
    }

    @Test
    void isNeverLoweredBySensitiveData() {
        neverLowers(s -> s.sensitive(false), s -> s.sensitive(true));
    }

    @Test
    void isNeverLoweredByACriticalResource() {
        for (String level : List.of("low", "medium", "high", "very-high")) {
            neverLowers(s -> s.critical(""), s -> s.critical(level));
        }
        neverLowers(s -> s.critical("high"), s -> s.critical("very-high"));
    }

    @Test
    void isNeverLoweredByLateralMovement() {
        neverLowers(s -> s.lateral(false), s -> s.lateral(true));
    }

    @Test
    void isNeverLoweredByKnownExploitation() {
        neverLowers(s -> s, s -> s.known("knownExploited", true));
    }

    @Test
    void risesWithTheProbabilityOfExploitation() {
        neverLowers(s -> s.known("epss", null), s -> s.known("epss", 0.01));
        neverLowers(s -> s.known("epss", 0.01), s -> s.known("epss", 0.9));
    }

    @Test
    void risesWithRemoteCodeExecution() {
        neverLowers(s -> s.known("cwes", null), s -> s.known("cwes", List.of("CWE-502")));
        neverLowers(s -> s.known("cwes", List.of("CWE-89")), s -> s.known("cwes", List.of("CWE-502")));
    }

    @Test
    void isNeverLoweredByAnyFactorThatAPersonAsserts() {
        for (Factor factor : List.of(
                Factor.PRIVILEGED_WORKLOAD,
                Factor.EXCESSIVE_PERMISSIONS,
                Factor.PUBLIC_ACCESS,
                Factor.SENSITIVE_DATA,
                Factor.LATERAL_MOVEMENT,
                Factor.INTERNET_EXPOSED,
                Factor.CRITICAL_RESOURCE)) {
            for (int seed = 0; seed < ESTATES; seed++) {
                Situation situation = Situation.random(new Random(seed));

                assertThat(asserted(situation, factor).value())
                        .as("seed %d %s %s", seed, factor, situation)
                        .isGreaterThanOrEqualTo(situation.score().value());
            }
        }
    }

    private static Score asserted(Situation situation, Factor factor) {
        AssetKey rule = AssetKey.of(AssetKind.CLASSIFICATION_RULE, "f".repeat(64));
        return situation
                .estate()
                .asset(
                        rule,
                        Map.of(
                                "effect",
                                "verdict",
                                "pattern",
                                Estate.workload("api").text(),
                                "factor",
                                factor.id(),
                                "answer",
                                "yes"))
                .finding(FINDING)
                .score();
    }

    @Test
    void risesWithHowFarExploitsHaveCome() {
        String vector = "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N";

        neverLowers(s -> s.known("cvssVector", vector), s -> s.known("cvssVector", vector + "/E:P"));
        neverLowers(s -> s.known("cvssVector", vector + "/E:P"), s -> s.known("cvssVector", vector + "/E:A"));
    }

    @Test
    void risesWithTheNumberOfPlacesItRunsIn() {
        Map<String, ?> high = Map.of("severity", Severity.HIGH);
        Estate few = new Estate()
                .vulnerable(IMAGE, 'a', "CVE-2024-0001", high)
                .deployment("api")
                .runs("api", IMAGE);
        Estate many = new Estate().vulnerable(IMAGE, 'a', "CVE-2024-0001", high);
        for (int i = 0; i < 10; i++) {
            many.deployment("api" + i).runs("api" + i, IMAGE);
        }

        assertThat(many.finding(FINDING).score().value())
                .isGreaterThan(few.finding(FINDING).score().value());
        assertThat(many.finding(FINDING).score().terms())
                .extracting(Term::reason)
                .contains("runs in 10 places");
    }

    @Test
    void risesWithSeverity() {
        neverLowers(s -> s.known("severity", Severity.HIGH), s -> s.known("severity", Severity.CRITICAL));
        neverLowers(s -> s.known("severity", Severity.LOW), s -> s.known("severity", Severity.MEDIUM));
    }

    @Test
    void isLowerForWhatNothingRuns() {
        for (int seed = 0; seed < ESTATES; seed++) {
            Situation situation = Situation.random(new Random(seed)).known("severity", Severity.HIGH);

            assertThat(situation.deployed(false).score().value())
                    .as("seed %d %s", seed, situation)
                    .isLessThan(situation.score().value());
        }
    }

    @Test
    void showsTheTermsItIsMadeOf() {
        for (int seed = 0; seed < ESTATES; seed++) {
            Score score = Situation.random(new Random(seed)).score();
            double product = score.terms().stream().mapToDouble(Term::value).reduce(1, (a, b) -> a * b);

            assertThat(score.terms()).extracting(Term::name).startsWith("likelihood", "reach", "impact");
            assertThat(score.terms()).extracting(Term::reason).noneMatch(String::isBlank);
            assertThat(score.terms()).extracting(Term::value).allMatch(value -> value >= 0 && value <= 1);
            assertThat(score.value()).isEqualTo(100 * product, within(0.0501));
            assertThat(score.contextual()).isTrue();
        }
    }

    /** Defender for Cloud's worked example: contoso/payments-api on a cluster, internet-exposed, sensitive data. */
    @Test
    void isCriticalForAHighVulnerabilityThatIsExposedAndHasSensitiveDataBehindIt() {
        Estate estate = new Estate()
                .deployment("payments-api")
                .exposed("payments-api")
                .runs("payments-api", IMAGE)
                .vulnerable(IMAGE, 'a', "CVE-2024-0001", Map.of("severity", Severity.HIGH, "cvssScore", 7.0))
                .relation(Estate.workload("payments-api"), RelationType.STORES, STORE)
                .asset(AssetKind.DATA_STORE, STORE, Map.of())
                .classified('a', "sensitive", STORE.text(), Map.of());

        Finding finding = estate.finding(FINDING);

        assertThat(finding.severity()).isEqualTo(Severity.HIGH);
        assertThat(finding.level()).isEqualTo(Level.CRITICAL);
        assertThat(finding.has(Factor.INTERNET_EXPOSED)).isTrue();
        assertThat(finding.has(Factor.SENSITIVE_DATA)).isTrue();
        assertThat(finding.workloads()).containsExactly(Estate.workload("payments-api"));
    }

    @Test
    void isCriticalForThatVulnerabilityThoughOnlyNamedRangesAreLetIn() {
        Score score = new Situation(true, NARROW, true, "", false, Map.of("severity", Severity.HIGH, "cvssScore", 7.0))
                .score();

        assertThat(score.level()).isEqualTo(Level.CRITICAL);
    }

    @ParameterizedTest
    @CsvSource({"HIGH, CRITICAL", "MEDIUM, HIGH", "LOW, MEDIUM"})
    void isLiftedByContextByOneLevelAtMost(Severity severity, Level most) {
        Score score = new Situation(true, WIDE, true, "very-high", true, Map.of("severity", severity)).score();

        assertThat(score.level()).isEqualTo(most);
    }

    @Test
    void isNotEvaluatedWhereSeverityIsNotKnown() {
        Score score = new Situation(true, WIDE, true, "very-high", true, Map.of()).score();

        assertThat(score.level()).isEqualTo(Level.NOT_EVALUATED);
        assertThat(score.value()).isZero();
        assertThat(score.contextual()).isFalse();
        assertThat(Level.NOT_EVALUATED.isAtLeast(Level.LOW)).isFalse();
    }

    @Test
    void isEvaluatedForWhatIsKnownToBeExploitedThoughSeverityIsNot() {
        assertThat(new Situation(true, WIDE, false, "", false, Map.of("knownExploited", true))
                        .score()
                        .level())
                .isNotEqualTo(Level.NOT_EVALUATED);
    }

    @ParameterizedTest
    @EnumSource
    void isEvaluatedForEverySeverity(Severity severity) {
        Score score = new Situation(true, INSIDE, false, "", false, Map.of("severity", severity)).score();

        assertThat(score.level()).isNotEqualTo(Level.NOT_EVALUATED);
        assertThat(score.value()).isPositive();
    }
}
