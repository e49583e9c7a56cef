package dev.throughline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.throughline.attack.AttackPath;
import dev.throughline.attack.Fix;
import dev.throughline.attack.PathChange;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RelationType;
import dev.throughline.risk.Factor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A what-if says what an assessment says after the fact has really changed. */
class FixedFactsTest {
    private static final int SERVICES = 4;
    private static final int BINDINGS = 5;
    private static final String TAKES_OVER = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H";
    private static final List<String> RULES = List.of(
            "verbs=get groups= resources=secrets names=",
            "verbs=create groups= resources=secrets names=",
            "verbs=create groups= resources=pods/exec names=",
            "verbs=bind groups=rbac.authorization.k8s.io resources=clusterroles names=",
            "verbs=create groups=rbac.authorization.k8s.io resources=rolebindings,clusterrolebindings names=",
            "verbs=get groups= resources=configmaps names=");

    /** What is so in an estate; taking one of these away is a change of fact. */
    private static final class Facts {
        private final Set<Integer> exposed = new TreeSet<>();
        private final Set<Integer> vulnerable = new TreeSet<>();
        private final Set<Integer> publicStores = new TreeSet<>();
        private final Map<Integer, String> rules = new HashMap<>();
        private final Map<Integer, Set<Integer>> bound = new HashMap<>();

        Facts(int seed) {
            Random random = new Random(seed);
            for (int i = 0; i < SERVICES; i++) {
                addIf(random.nextInt(3) > 0, i, exposed);
                addIf(random.nextInt(3) > 0, i, vulnerable);
                addIf(random.nextBoolean(), i, publicStores);
            }
            for (int i = 0; i < BINDINGS; i++) {
                rules.put(i, RULES.get(random.nextInt(RULES.size())));
                bound.put(i, new TreeSet<>());
                for (int j = 0; j < SERVICES; j++) {
                    addIf(random.nextInt(3) == 0, j, bound.get(i));
                }
            }
        }

        private static void addIf(boolean so, int number, Set<Integer> numbers) {
            if (so) {
                numbers.add(number);
            }
        }

        Assessment assess() {
            Estate estate = new Estate().secret("db").asset(Estate.CLUSTER, Map.of("name", "prod"));
            for (int i = 0; i < SERVICES; i++) {
                estate.deployment("w" + i)
                        .runsAs("w" + i, "s" + i)
                        .runs("w" + i, image(i))
                        .asset(
                                AssetKind.DATA_STORE,
                                Estate.store("d" + i),
                                Map.of("publicAccess", publicStores.contains(i)))
                        .vulnerable(image(i), (char) ('a' + i), "CVE-2024-100" + i, Map.of("cvssScore", 4.0))
                        .vulnerable(
                                Estate.store("d" + i), (char) ('4' + i), "CVE-2024-200" + i, Map.of("cvssScore", 4.0));
                if (exposed.contains(i)) {
                    estate.exposed("w" + i);
                } else {
                    estate.service("w" + i, Map.of("type", "ClusterIP", "ports", List.of()));
                }
                if (vulnerable.contains(i)) {
                    estate.vulnerable(image(i), (char) ('0' + i), cve(i).value(), Map.of("cvssVector", TAKES_OVER));
                }
            }
            for (int i = 0; i < BINDINGS; i++) {
                bind(i, estate);
            }
            return estate.classified('a', "critical", "secretobject:*", Map.of())
                    .classified('b', "sensitive", Estate.store("*").text(), Map.of())
                    .classified('c', "critical", "workload:*/w0", Map.of())
                    .assess();
        }

        private void bind(int number, Estate estate) {
            AssetKey role = Estate.inShop(AssetKind.ROLE, "r" + number);
            AssetKey binding = Estate.inShop(AssetKind.ROLE_BINDING, "b" + number);
            estate.asset(role, Map.of("rules", List.of(rules.get(number))))
                    .asset(binding, Map.of("name", "b" + number));
            estate.relation(binding, RelationType.BINDS, role);
            bound.get(number)
                    .forEach(i -> estate.relation(
                            binding, RelationType.BINDS, Estate.inShop(AssetKind.SERVICE_ACCOUNT, "s" + i)));
        }
    }

    private static AssetKey image(int number) {
        return Estate.image((char) ('a' + number));
    }

    private static AssetKey cve(int number) {
        return AssetKey.vulnerability("CVE-2024-000" + number);
    }

    /** One fact taken away, and the fix that says so. */
    private record Case(int seed, Fix fix, Facts changed) {}

    private static List<Case> cases(int seed) {
        List<Case> cases = new ArrayList<>();
        Facts facts = new Facts(seed);
        for (int i : facts.exposed) {
            Facts changed = new Facts(seed);
            changed.exposed.remove(i);
            cases.add(new Case(seed, new Fix.Deny(Estate.workload("w" + i), Factor.INTERNET_EXPOSED), changed));
        }
        for (int i : facts.vulnerable) {
            Facts changed = new Facts(seed);
            changed.vulnerable.remove(i);
            cases.add(new Case(seed, new Fix.Patch(image(i), cve(i)), changed));
        }
        for (int i : facts.publicStores) {
            Facts changed = new Facts(seed);
            changed.publicStores.remove(i);
            cases.add(new Case(seed, new Fix.Deny(Estate.store("d" + i), Factor.PUBLIC_ACCESS), changed));
        }
        facts.bound.forEach((binding, subjects) -> subjects.forEach(i -> {
            Facts changed = new Facts(seed);
            changed.bound.get(binding).remove(i);
            cases.add(new Case(seed, new Fix.Apply("take s" + i + " out of prod/shop/b" + binding), changed));
        }));
        return cases;
    }

    @Test
    void isWhatAnAssessmentSaysAfterTheFactHasChanged() {
        int checked = 0;
        for (int seed = 0; seed < 40; seed++) {
            Assessment now = new Facts(seed).assess();
            for (Case one : cases(seed)) {
                if (!(one.fix() instanceof Fix.Apply apply) || isNamed(now, apply.remedy())) {
                    check(now, one);
                    checked++;
                }
            }
        }
        assertThat(checked).isGreaterThan(300);
    }

    private static boolean isNamed(Assessment assessment, String remedy) {
        return assessment.attackGraph().steps().stream()
                .anyMatch(step -> step.breaks().contains(remedy));
    }

    private static void check(Assessment now, Case one) {
        WhatIf different = now.whatIf(one.fix());
        Assessment then = one.changed().assess();

        WhatIfAgrees.with(now, different, then, "seed %d, %s".formatted(one.seed(), one.fix()));
    }

    /** A workload that is exposed, with one vulnerability that opens it. */
    private static Assessment exposed() {
        Facts facts = new Facts(0);
        facts.exposed.addAll(List.of(0, 1));
        facts.vulnerable.addAll(List.of(0, 1));
        facts.publicStores.add(0);
        return facts.assess();
    }

    @Test
    void theWordsOfAPathMeanTheSame() {
        Assessment assessment = exposed();
        List<Fix> fixes = List.of(
                new Fix.Deny(Estate.workload("w0"), Factor.INTERNET_EXPOSED),
                new Fix.Deny(Estate.store("d0"), Factor.PUBLIC_ACCESS),
                new Fix.Patch(image(0), cve(0)));
        for (Fix fix : fixes) {
            String words = fix instanceof Fix.Deny deny ? deny.remedy() : ((Fix.Patch) fix).remedy();
            WhatIf said = assessment.whatIf(new Fix.Apply(words));
            WhatIf meant = assessment.whatIf(fix);

            assertThat(said.steps()).isNotEmpty().isEqualTo(meant.steps());
            assertThat(said.paths()).isEqualTo(meant.paths());
            assertThat(said.findings()).isNotEmpty().isEqualTo(meant.findings());
        }
    }

    @Test
    void everyRemedyThatAPathNamesCanBeAsked() {
        Assessment assessment = exposed();
        for (AttackPath path : assessment.attackPaths().list()) {
            assertThat(path.breaks())
                    .allSatisfy(remedy -> assertThat(
                                    assessment.whatIf(new Fix.Apply(remedy)).paths())
                            .extracting(PathChange::before)
                            .contains(path));
        }
    }

    @Test
    void refusesToChangeWhatIsNotSo() {
        Assessment assessment = exposed();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assessment.whatIf(new Fix.Deny(Estate.workload("w9"), Factor.INTERNET_EXPOSED)))
                .withMessageContaining("does not hold for");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assessment.whatIf(new Fix.Patch(image(1), cve(0))))
                .withMessageContaining("the graph holds no finding for");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Fix.Deny(Estate.workload("w0"), Factor.PUBLIC_ACCESS))
                .withMessageContaining("nothing to set up");
    }
}
