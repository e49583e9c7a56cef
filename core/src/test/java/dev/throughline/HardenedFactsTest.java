package dev.throughline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.throughline.attack.AttackStep;
import dev.throughline.attack.Fix;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RelationType;
import dev.throughline.model.Visibility;
import dev.throughline.risk.Hardening;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * What makes a step less likely and does not take it away: a what-if says what an assessment says after the vulnerability, the
 * setting of a container or the protection of a branch has really changed.
 */
class HardenedFactsTest {
    private static final int SERVICES = 2;
    private static final int VULNERABILITIES = 4;
    private static final List<String> CONTAINERS = List.of("app", "side");
    private static final List<String> VECTORS = List.of(
            "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
            "CVSS:3.1/AV:N/AC:H/PR:N/UI:N/S:U/C:H/I:H/A:H",
            "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N",
            "CVSS:3.1/AV:L/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N");
    private static final List<String> CAPABILITIES = List.of("SYS_ADMIN", "SYS_PTRACE", "SYS_MODULE", "ALL");
    private static final List<String> PATHS = List.of("/etc/kubernetes", "/proc", "/var/run/docker.sock");

    private static final AssetKey SHOP = AssetKey.repository("github.com/acme/shop");
    private static final AssetKey MAIN = AssetKey.branch(SHOP, "main");
    private static final AssetKey RELEASE =
            AssetKey.inRepository(AssetKind.PIPELINE, SHOP, ".github/workflows/release.yml");
    private static final AssetKey RUN = AssetKey.run(SHOP, "7");
    private static final AssetKey OPS = AssetKey.repository("github.com/acme/ops");
    private static final AssetKey ALICE = AssetKey.of(AssetKind.DEVELOPER, "github.com/alice");
    private static final List<Map<String, Object>> PROTECTIONS = List.of(
            Map.of("isProtected", false),
            Map.of("isProtected", true, "requiredReviews", 0L),
            Map.of("isProtected", true, "requiredReviews", 1L, "enforcedForAdmins", false),
            Map.of("isProtected", true, "requiredReviews", 1L),
            Map.of());
    private static final Map<String, Object> REVIEWED =
            Map.of("isProtected", true, "requiredReviews", 1L, "enforcedForAdmins", true);

    /** What is so in an estate; each of it can be changed. */
    private static final class Facts {
        private final Set<Integer> vulnerable = new TreeSet<>();
        private final Map<AssetKey, Set<String>> settings = new HashMap<>();
        private final Set<Integer> sharing = new TreeSet<>();
        private final String appArmor;
        private final String role;
        private Map<String, Object> protection;

        Facts(int seed) {
            Random random = new Random(seed);
            for (int i = 0; i < SERVICES; i++) {
                for (int j = 0; j < VULNERABILITIES; j++) {
                    if (random.nextBoolean()) {
                        vulnerable.add(i * VULNERABILITIES + j);
                    }
                }
                for (String container : CONTAINERS.subList(0, 1 + random.nextInt(2))) {
                    Set<String> some = settings.computeIfAbsent(container(i, container), c -> new TreeSet<>());
                    for (String setting : settings()) {
                        if (random.nextInt(4) == 0) {
                            some.add(setting);
                        }
                    }
                }
                if (random.nextBoolean()) {
                    sharing.add(i);
                }
            }
            appArmor = List.of("Unconfined", "RuntimeDefault").get(random.nextInt(2));
            role = List.of("write", "admin").get(random.nextInt(2));
            protection = PROTECTIONS.get(random.nextInt(PROTECTIONS.size()));
        }

        private static List<String> settings() {
            List<String> all = new ArrayList<>(List.of("privileged"));
            all.addAll(CAPABILITIES);
            all.addAll(PATHS);
            return all;
        }

        Assessment assess() {
            Estate estate = new Estate();
            for (int i = 0; i < SERVICES; i++) {
                estate.deployment("w" + i, Map.of("hostPid", sharing.contains(i)))
                        .exposed("w" + i)
                        .scheduled("w" + i, "n" + i)
                        .runs("w" + i, image(i));
            }
            vulnerable.forEach(number -> addVulnerability(number, estate));
            settings.forEach((container, some) -> addContainer(container, some, estate));
            addCode(estate);
            return estate.classified('a', "critical", "node:*", Map.of())
                    .classified('b', "critical", RELEASE.text(), Map.of())
                    .assess();
        }

        /** The first vulnerability of each image is that of two packages. */
        private static void addVulnerability(int number, Estate estate) {
            AssetKey image = image(number / VULNERABILITIES);
            int which = number % VULNERABILITIES;
            Map<String, Object> vulnerability = Map.of("cvssVector", VECTORS.get(which), "cvssScore", 5.0);
            estate.vulnerable(image, Character.forDigit(number, 16), cve(number).value(), vulnerability);
            if (which == 0) {
                estate.vulnerable(
                        image,
                        Character.forDigit(SERVICES * VULNERABILITIES + number / VULNERABILITIES, 16),
                        cve(number).value(),
                        vulnerability);
            }
        }

        private void addContainer(AssetKey container, Set<String> some, Estate estate) {
            int service = container.value().contains("/w0/") ? 0 : 1;
            estate.relation(Estate.workload("w" + service), RelationType.CONTAINS, container)
                    .asset(
                            container,
                            Map.of(
                                    "privileged", some.contains("privileged"),
                                    "capabilities",
                                            CAPABILITIES.stream()
                                                    .filter(some::contains)
                                                    .toList(),
                                    "appArmor", appArmor));
            PATHS.stream().filter(some::contains).forEach(path -> {
                AssetKey volume =
                        Estate.inShop(AssetKind.VOLUME, "Deployment/w" + service + "/" + path.replace('/', '-'));
                estate.asset(volume, Map.of("type", "hostPath", "path", path))
                        .relation(container, RelationType.MOUNTS, volume, Map.of("readOnly", "true"));
            });
        }

        /** Two leaked credentials: one writes to the repository, one is that of a member. */
        private void addCode(Estate estate) {
            estate.asset(SHOP, Map.of("defaultBranch", "main"))
                    .asset(MAIN, protection)
                    .relation(SHOP, RelationType.CONTAINS, MAIN)
                    .asset(RELEASE, Map.of("triggers", List.of("push")))
                    .relation(SHOP, RelationType.DEFINES, RELEASE)
                    .asset(RUN, Map.of("nativeId", "7", "branch", "main"))
                    .relation(RELEASE, RelationType.RAN, RUN)
                    .relation(RUN, RelationType.PUSHED, image(0))
                    .relation(ALICE, RelationType.HAS_ROLE, SHOP, Map.of("role", role))
                    .asset(OPS, Map.of("visibility", Visibility.PUBLIC));
            for (AssetKey opened : List.of(SHOP, ALICE)) {
                AssetKey leaked =
                        AssetKey.inRepository(AssetKind.EXPOSED_SECRET, OPS, "secret-scanning/" + opened.prefix());
                estate.asset(leaked, Map.of("validity", "active"))
                        .relation(OPS, RelationType.CONTAINS, leaked)
                        .relation(leaked, RelationType.CAN_AUTHENTICATE_TO, opened);
            }
        }
    }

    private static AssetKey container(int service, String name) {
        return Estate.inShop(AssetKind.CONTAINER, "Deployment/w" + service + "/" + name);
    }

    private static AssetKey image(int service) {
        return Estate.image((char) ('a' + service));
    }

    private static AssetKey cve(int number) {
        return AssetKey.vulnerability("CVE-2024-000" + number);
    }

    /** A fix, and the change of fact it stands for. */
    private record Change(Fix fix, Consumer<Facts> made) {}

    private static List<Change> changes(int seed) {
        Facts facts = new Facts(seed);
        List<Change> changes = new ArrayList<>();
        for (int number : facts.vulnerable) {
            changes.add(new Change(
                    new Fix.Patch(image(number / VULNERABILITIES), cve(number)),
                    changed -> changed.vulnerable.remove(number)));
        }
        facts.settings.forEach((container, some) -> some.forEach(setting -> changes.add(new Change(
                new Fix.Apply(remedy(setting, container)),
                changed -> changed.settings.get(container).remove(setting)))));
        for (int service : facts.sharing) {
            changes.add(new Change(
                    new Fix.Apply(Hardening.withoutSharing("hostPID", Estate.workload("w" + service))),
                    changed -> changed.sharing.remove(service)));
        }
        changes.add(new Change(new Fix.Protect(MAIN), changed -> changed.protection = REVIEWED));
        return changes;
    }

    private static String remedy(String setting, AssetKey container) {
        if (setting.equals("privileged")) {
            return Hardening.unprivileged(container);
        }
        return setting.startsWith("/")
                ? Hardening.withoutHostPath(setting, container)
                : Hardening.withoutCapability(setting, container);
    }

    @Test
    void isWhatAnAssessmentSaysAfterTheFactHasChanged() {
        int weakened = 0;
        for (int seed = 0; seed < 40; seed++) {
            Assessment now = new Facts(seed).assess();
            for (Change change : changes(seed)) {
                if (canBeAsked(now, change.fix())) {
                    weakened += check(now, seed, change);
                }
            }
        }
        assertThat(weakened).isGreaterThan(100);
    }

    @Test
    void isThatOfSeveralChangesTogether() {
        int weakened = 0;
        for (int seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            Assessment now = new Facts(seed).assess();
            List<Change> some = new ArrayList<>();
            for (Change change : changes(seed)) {
                if (random.nextBoolean() && canBeAsked(now, change.fix())) {
                    some.add(change);
                }
            }
            weakened += check(now, seed, some.toArray(Change[]::new));
        }
        assertThat(weakened).isPositive();
    }

    private static boolean canBeAsked(Assessment now, Fix fix) {
        return !(fix instanceof Fix.Apply apply)
                || now.attackGraph().steps().stream()
                        .anyMatch(step -> step.breaks().contains(apply.remedy())
                                || step.hardens().contains(apply.remedy()));
    }

    /** Compares both; tells how many steps became less likely. */
    private static int check(Assessment now, int seed, Change... changes) {
        Facts changed = new Facts(seed);
        List<Fix> fixes = new ArrayList<>();
        for (Change change : changes) {
            change.made().accept(changed);
            fixes.add(change.fix());
        }
        WhatIf different = now.whatIf(fixes.toArray(Fix[]::new));
        Assessment then = changed.assess();

        Set<AttackStep> steps = new HashSet<>(now.attackGraph().steps());
        steps.removeAll(different.steps());
        different
                .weakened()
                .forEach(left -> steps.removeIf(step -> step.from().equals(left.from())
                        && step.to().equals(left.to())
                        && step.edge().equals(left.edge())));
        steps.addAll(different.weakened());
        assertThat(steps)
                .as("seed %d, %s", seed, fixes)
                .containsExactlyInAnyOrderElementsOf(then.attackGraph().steps());
        WhatIfAgrees.with(now, different, then, "seed %d, %s".formatted(seed, fixes));
        return different.weakened().size();
    }

    @Test
    void theWordsOfAPathMeanTheSameFix() {
        Facts facts = new Facts(1);
        facts.protection = PROTECTIONS.get(0);
        Assessment assessment = facts.assess();
        Fix.Protect protect = new Fix.Protect(MAIN);

        WhatIf said = assessment.whatIf(new Fix.Apply(protect.remedy()));
        WhatIf meant = assessment.whatIf(protect);

        assertThat(said.weakened()).isNotEmpty().isEqualTo(meant.weakened());
        assertThat(said.steps()).isNotEmpty().isEqualTo(meant.steps());
        assertThat(said.findings()).isNotEmpty().isEqualTo(meant.findings());
    }

    @Test
    void refusesWhatOnlyAdvises() {
        Assessment assessment = new Facts(1).assess();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assessment.whatIf(
                        new Fix.Apply("enforce the Pod Security Standard \"baseline\" on the namespace")))
                .withMessageContaining("no attack step goes by");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assessment.whatIf(new Fix.Protect(AssetKey.branch(SHOP, "other"))))
                .withMessageContaining("the graph holds no");
    }
}
