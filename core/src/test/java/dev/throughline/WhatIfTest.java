package dev.throughline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import dev.throughline.attack.AttackEdge;
import dev.throughline.attack.AttackPath;
import dev.throughline.attack.AttackSituation;
import dev.throughline.attack.AttackStep;
import dev.throughline.attack.Fix;
import dev.throughline.attack.PathChange;
import dev.throughline.finding.Finding;
import dev.throughline.finding.FindingChange;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Evidence;
import dev.throughline.model.RelationType;
import dev.throughline.risk.Level;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WhatIfTest {
    private static final int ASSETS = 6;
    private static final String LEAKS = "CVSS:3.1/AV:L/AC:H/PR:N/UI:N/S:U/C:H/I:N/A:N";
    private static final String TAKES_OVER = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H";

    /** Steps that are given. */
    private record Given(List<AttackStep> steps) implements AttackEdge {
        @Override
        public List<String> techniques() {
            return List.of();
        }

        @Override
        public void derive(AttackSituation situation, Consumer<AttackStep> sink) {
            steps.forEach(sink);
        }
    }

    private static AssetKey asset(int number) {
        return Estate.workload("w" + number);
    }

    /** Workloads with a finding each, which only the given steps lead to. One is critical, two are sensitive. */
    private static Assessment assessed(List<AttackStep> steps) {
        Estate estate = new Estate();
        for (int i = 0; i < ASSETS; i++) {
            char hex = (char) ('a' + i);
            estate.deployment("w" + i)
                    .runs("w" + i, Estate.image(hex))
                    .vulnerable(
                            Estate.image(hex), hex, "CVE-2024-000" + i, Map.of("cvssVector", LEAKS, "cvssScore", 5.0));
        }
        estate.classified('0', "critical", asset(5).text(), Map.of())
                .classified('1', "sensitive", asset(4).text(), Map.of())
                .classified('2', "sensitive", asset(3).text(), Map.of());
        try (Throughline throughline = Throughline.inMemory().with(new Given(steps))) {
            throughline.ingest(estate);
            return throughline.assess();
        }
    }

    private static List<AttackStep> randomSteps(Random random) {
        List<AttackStep> steps = new ArrayList<>();
        for (int i = random.nextInt(20); i > 0; i--) {
            AssetKey from = random.nextInt(4) == 0
                    ? List.of(AssetKey.INTERNET, AssetKey.ANONYMOUS).get(random.nextInt(2))
                    : asset(random.nextInt(ASSETS));
            steps.add(new AttackStep(
                    from,
                    "Edge" + random.nextInt(2),
                    asset(random.nextInt(ASSETS)),
                    List.of(),
                    List.of(1.0, 0.8, 0.5, 0.1).get(random.nextInt(4)),
                    Evidence.of("a test says so"),
                    List.of("remedy " + random.nextInt(5)),
                    List.of()));
        }
        return steps;
    }

    private static Fix randomFix(Random random, Assessment assessment) {
        List<AttackStep> steps = assessment.attackGraph().steps();
        AttackStep step = steps.get(random.nextInt(steps.size()));
        return switch (random.nextInt(4)) {
            case 0 -> new Fix.Isolate(asset(random.nextInt(ASSETS)));
            case 1 -> new Fix.StopEdge(step.to(), step.edge());
            case 2 -> new Fix.StopStep(step.from(), step.edge(), step.to());
            default ->
                step.breaks().isEmpty()
                        ? new Fix.Isolate(step.to())
                        : new Fix.Apply(step.breaks().get(0));
        };
    }

    private interface Check {
        void check(Assessment assessment, Fix one, Fix other);
    }

    private static void forRandomEstates(Check check) {
        for (int seed = 0; seed < 150; seed++) {
            Random random = new Random(seed);
            List<AttackStep> steps = randomSteps(random);
            Assessment assessment = assessed(steps);
            if (!assessment.attackGraph().steps().isEmpty()) {
                check.check(assessment, randomFix(random, assessment), randomFix(random, assessment));
            }
        }
    }

    @Test
    void isTheDifferenceToAFullAssessmentWithoutTheSteps() {
        forRandomEstates((assessment, one, other) -> {
            WhatIf different = assessment.whatIf(one, other);
            List<AttackStep> left = new ArrayList<>(assessment.attackGraph().steps());
            left.removeAll(different.steps());
            Assessment without = assessed(left);

            assertThat(after(assessment, different))
                    .as("%s %s", one, other)
                    .usingRecursiveFieldByFieldElementComparatorIgnoringFields(
                            "breaks", "hardens") // ordered by all paths
                    .containsExactlyInAnyOrderElementsOf(without.attackPaths().list());
            for (Finding finding : without.findings().list()) {
                assertThat(after(assessment.findings().list(), different, finding.key()))
                        .isEqualTo(List.of(finding.level(), finding.score().value()));
            }
            Set<AssetKey> exposed = targets(assessment.attackPaths().list());
            exposed.removeAll(targets(without.attackPaths().list()));
            assertThat(different.secured()).containsExactlyElementsOf(exposed);
        });
    }

    private static List<AttackPath> after(Assessment assessment, WhatIf different) {
        List<AttackPath> after = new ArrayList<>(assessment.attackPaths().list());
        different.paths().forEach(change -> after.remove(change.before()));
        different.changed().forEach(change -> after.add(change.after()));
        return after;
    }

    private static List<Object> after(List<Finding> findings, WhatIf different, AssetKey key) {
        Finding before = findings.stream()
                .filter(finding -> finding.key().equals(key))
                .findFirst()
                .orElseThrow();
        Finding after = different.findings().stream()
                .filter(change -> change.before().key().equals(key))
                .map(FindingChange::after)
                .findFirst()
                .orElse(before);
        return List.of(after.level(), after.score().value());
    }

    private static Set<AssetKey> targets(List<AttackPath> paths) {
        Set<AssetKey> targets = new TreeSet<>();
        paths.forEach(path -> targets.add(path.target()));
        return targets;
    }

    @Test
    void ofTwoFixesTakesTheStepsOfBothInWhateverOrder() {
        forRandomEstates((assessment, one, other) -> {
            WhatIf both = assessment.whatIf(one, other);
            WhatIf reversed = assessment.whatIf(other, one);
            Set<AttackStep> steps = new HashSet<>(assessment.whatIf(one).steps());
            steps.addAll(assessment.whatIf(other).steps());

            assertThat(both.steps()).containsExactlyInAnyOrderElementsOf(steps);
            assertThat(reversed.steps()).isEqualTo(both.steps());
            assertThat(reversed.paths()).isEqualTo(both.paths());
            assertThat(reversed.secured()).isEqualTo(both.secured());
            assertThat(reversed.findings()).isEqualTo(both.findings());
        });
    }

    @Test
    void neverAddsAPathNorMakesOneMoreLikelyNorRaisesAScore() {
        forRandomEstates((assessment, one, other) -> {
            WhatIf different = assessment.whatIf(one, other);

            assertThat(different.paths())
                    .extracting(PathChange::before)
                    .isSubsetOf(assessment.attackPaths().list());
            assertThat(different.changed())
                    .allMatch(change -> change.after()
                                    .entry()
                                    .equals(change.before().entry())
                            && change.after().target().equals(change.before().target())
                            && change.after().probability() <= change.before().probability() + 1e-9);
            assertThat(different.findings())
                    .allMatch(change -> change.after().score().value()
                            <= change.before().score().value());
            assertThat(different.paths())
                    .hasSameSizeAs(Stream.concat(different.gone().stream(), different.changed().stream())
                            .toList());
        });
    }

    @Test
    void ofTwoFixesLeavesNoPathThatOneOfThemTakes() {
        forRandomEstates((assessment, one, other) -> assertThat(
                        assessment.whatIf(one, other).gone())
                .containsAll(assessment.whatIf(one).gone()));
    }

    @Test
    void isNothingWithoutAFix() {
        Assessment assessment = assessed(randomSteps(new Random(1)));

        assertThat(assessment.whatIf())
                .isEqualTo(new WhatIf(List.of(), List.of(), List.of(), List.of(), List.of(), List.of()));
    }

    /** Two exposed workloads; the image of the first has one vulnerability that opens it, that of the second two. */
    private static Assessment exposed() {
        return new Estate()
                .deployment("api")
                .exposed("api")
                .runs("api", Estate.image('a'))
                .vulnerable(Estate.image('a'), 'a', "CVE-2024-0001", Map.of("cvssVector", TAKES_OVER))
                .deployment("web")
                .exposed("web")
                .runs("web", Estate.image('b'))
                .vulnerable(Estate.image('b'), 'b', "CVE-2024-0002", Map.of("cvssVector", TAKES_OVER))
                .vulnerable(Estate.image('b'), 'c', "CVE-2024-0003", Map.of("cvssVector", TAKES_OVER))
                .classified('a', "critical", "workload:*", Map.of())
                .assess();
    }

    @Test
    void takesAwayWhatRestsOnAMendedFindingAlone() {
        WhatIf first = exposed().whatIf(new Fix.Mend(Estate.weakness('a')));
        WhatIf second = exposed().whatIf(new Fix.Mend(Estate.weakness('b')));

        assertThat(first.gone()).extracting(AttackPath::target).containsExactly(Estate.workload("api"));
        assertThat(first.secured()).containsExactly(Estate.workload("api"));
        assertThat(first.findings())
                .extracting(change -> change.before().key(), FindingChange::after)
                .contains(tuple(Estate.weakness('a'), null));
        assertThat(second.paths()).isEmpty();
        assertThat(second.findings())
                .extracting(change -> change.before().key())
                .containsExactly(Estate.weakness('b'));
    }

    @Test
    void appliesTheRemedyOfAPath() {
        Assessment assessment = exposed();
        AttackPath path =
                assessment.attackPaths().to(Estate.workload("web")).list().get(0);

        assertThat(path.breaks())
                .isNotEmpty()
                .allSatisfy(remedy -> assertThat(
                                assessment.whatIf(new Fix.Apply(remedy)).gone())
                        .contains(path));
    }

    @Test
    void lowersTheScoreOfWhatIsHarderToReach() {
        AssetKey web = Estate.workload("web");
        WhatIf different = exposed().whatIf(new Fix.Isolate(web));

        assertThat(different.steps())
                .allMatch(step -> step.to().equals(web) || step.from().equals(web));
        assertThat(different.findings())
                .allMatch(change -> change.after().level().compareTo(Level.CRITICAL) >= 0);
    }

    /** Two bindings let a service account make itself an administrator, and neither of them alone. */
    @Test
    void takesAwayWhatAnIsolatedBindingAllowsTogetherWithOthers() {
        AssetKey account = Estate.inShop(AssetKind.SERVICE_ACCOUNT, "bot");
        Estate estate = new Estate()
                .asset(Estate.CLUSTER, Map.of("name", "prod"))
                .deployment("api")
                .runsAs("api", "bot")
                .secret("db")
                .classified('a', "critical", "cluster:*", Map.of());
        List<AssetKey> bindings = new ArrayList<>();
        for (String rule : List.of(
                "verbs=bind groups=rbac.authorization.k8s.io resources=clusterroles names=",
                "verbs=create groups=rbac.authorization.k8s.io resources=clusterrolebindings names=")) {
            String name = "b" + bindings.size();
            AssetKey role = AssetKey.inNamespace(AssetKind.ROLE, "prod", "-", name);
            AssetKey binding = AssetKey.inNamespace(AssetKind.ROLE_BINDING, "prod", "-", name);
            estate.asset(role, Map.of("rules", List.of(rule))).asset(binding, Map.of("name", name));
            estate.relation(binding, RelationType.BINDS, role).relation(binding, RelationType.BINDS, account);
            bindings.add(binding);
            bindings.add(role);
        }
        Assessment assessment = estate.assess();

        assertThat(bindings)
                .allSatisfy(part -> assertThat(
                                assessment.whatIf(new Fix.Isolate(part)).steps())
                        .extracting(AttackStep::from, AttackStep::edge)
                        .contains(tuple(account, "PermissionBindsRole")));
    }

    @Test
    void refusesAFixThatNamesWhatIsNotThere() {
        AssetKey typo = Estate.workload("wbe");
        AssetKey web = Estate.workload("web");
        for (Fix wrong : List.of(
                new Fix.Isolate(typo),
                new Fix.StopEdge(typo, "InternetExploitsWorkload"),
                new Fix.StopEdge(web, "InternetExploitsWrkload"),
                new Fix.StopStep(web, "InternetExploitsWorkload", AssetKey.INTERNET),
                new Fix.Mend(typo),
                new Fix.Apply("hope"))) {
            assertThatIllegalArgumentException()
                    .as(wrong.toString())
                    .isThrownBy(() -> exposed().whatIf(wrong))
                    .withMessageMatching("(?s).*(the graph holds no|no attack step goes by) .*");
        }
    }
}
