package dev.throughline.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.throughline.Estate;
import dev.throughline.Throughline;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Evidence;
import dev.throughline.model.RelationType;
import dev.throughline.risk.Factor;
import dev.throughline.risk.Level;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class AttackPathsTest {
    private static final AssetKey STORE = Estate.store("payments");
    private static final AssetKey VAULT = Estate.workload("vault");
    private static final AssetKey SECRET = Estate.inShop(AssetKind.SECRET_OBJECT, "db");
    private static final String TAKES_OVER = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H";

    /** Two exposed workloads with one vulnerable image mount a credential of a sensitive store; a third is critical. */
    private static AttackPaths paths() {
        Estate estate = new Estate();
        for (String name : List.of("api", "web")) {
            AssetKey store = name.equals("api") ? STORE : Estate.store("orders");
            AssetKey secret = name.equals("api") ? SECRET : Estate.inShop(AssetKind.SECRET_OBJECT, "orders");
            estate.deployment(name)
                    .exposed(name)
                    .runs(name, Estate.image('a'))
                    .relation(Estate.workload(name), RelationType.MOUNTS, secret)
                    .asset(secret, Map.of())
                    .relation(secret, RelationType.CAN_AUTHENTICATE_TO, store)
                    .asset(AssetKind.DATA_STORE, store, Map.of("type", "AWS::S3::Bucket"));
        }
        return estate.vulnerable(Estate.image('a'), 'a', "CVE-2024-0001", Map.of("cvssVector", TAKES_OVER))
                .classified('a', "sensitive", "cloud:*", Map.of())
                .deployment("vault")
                .exposed("vault")
                .runs("vault", Estate.image('b'))
                .vulnerable(
                        Estate.image('b'),
                        'b',
                        "CVE-2024-0002",
                        Map.of("cvssVector", "CVSS:3.1/AV:N/AC:H/PR:N/UI:N/S:U/C:H/I:N/A:N"))
                .classified('b', "critical", VAULT.text(), Map.of())
                .assess()
                .attackPaths();
    }

    private static AssetKey asset(String name) {
        return AssetKey.of(AssetKind.CUSTOM_ASSET, "lab/" + name);
    }

    /** Three ways from the internet to a critical asset: the longest is certain, the shorter ones are not. */
    private static AttackPaths detour() {
        Estate estate = new Estate().classified('a', "critical", asset("root").text(), Map.of());
        for (String name : List.of("a", "b", "slow", "root")) {
            estate.asset(asset(name), Map.of());
        }
        try (Throughline throughline = Throughline.inMemory().with(new Detour())) {
            throughline.ingest(estate);
            return throughline.assess().attackPaths();
        }
    }

    private static final class Detour implements AttackEdge {
        @Override
        public List<String> techniques() {
            return List.of("T1210");
        }

        @Override
        public void derive(AttackSituation situation, Consumer<AttackStep> steps) {
            steps.accept(step(AssetKey.INTERNET, 1, asset("a")));
            steps.accept(step(asset("a"), 1, asset("b")));
            steps.accept(step(asset("b"), 1, asset("root")));
            steps.accept(step(asset("a"), 0.5, asset("root")));
            steps.accept(step(AssetKey.INTERNET, 0.2, asset("slow")));
            steps.accept(step(asset("slow"), 1, asset("root")));
        }

        private AttackStep step(AssetKey from, double probability, AssetKey to) {
            return new AttackStep(
                    from, name(), to, techniques(), probability, Evidence.of("a test says so"), List.of(), List.of());
        }
    }

    @Test
    void areListedMostUrgentFirst() {
        List<AttackPath> paths = paths().list();

        assertThat(paths).extracting(AttackPath::level).isSorted();
        assertThat(paths).extracting(AttackPath::target).contains(STORE, Estate.store("orders"), VAULT);
        assertThat(paths.get(0).level()).isEqualTo(Level.CRITICAL);
    }

    @Test
    void areNamedByTheirEntryAndTarget() {
        assertThat(paths().to(STORE).list())
                .extracting(AttackPath::title)
                .containsExactly("Widely internet exposed Kubernetes Deployment with a remote code execution"
                        + " vulnerability allows lateral movement to data store with sensitive data");
        assertThat(paths().to(VAULT).list())
                .extracting(AttackPath::title)
                .containsExactly("Widely internet exposed Kubernetes Deployment with a vulnerability that leaks data"
                        + " is a critical resource");
    }

    @Test
    void areSelectedByTheirEnds() {
        assertThat(paths().from(AssetKey.INTERNET).to(STORE).list()).hasSize(1);
        assertThat(paths().from(AssetKey.ANONYMOUS).list()).isEmpty();
        assertThat(paths().to(Factor.CRITICAL_RESOURCE).list())
                .extracting(AttackPath::target)
                .containsExactly(VAULT);
    }

    @Test
    void areSelectedByWhatTheyLeadThrough() {
        assertThat(paths().through(SECRET).list())
                .extracting(AttackPath::target)
                .containsExactly(STORE);
        assertThat(paths().through(AssetKey.INTERNET).list()).isEqualTo(paths().list());
    }

    @Test
    void areSelectedByTheirLength() {
        assertThat(paths().to(STORE).withinHops(3).list()).hasSize(1);
        assertThat(paths().to(STORE).withinHops(2).list()).isEmpty();
        assertThat(paths().withinHops(0).list()).isEmpty();
    }

    @Test
    void areTheMostLikelyOfThoseThatAreShortEnough() {
        AttackPaths toRoot = detour().to(asset("root"));

        assertThat(toRoot.list()).extracting(path -> path.steps().size()).containsExactly(3);
        assertThat(toRoot.withinHops(2).list())
                .extracting(path -> path.steps().size())
                .containsExactly(2);
        assertThat(toRoot.withinHops(1).list()).isEmpty();
    }

    @Test
    void areFollowedByTheNextBest() {
        AttackPaths toRoot = detour().to(asset("root"));

        assertThat(toRoot.nextBest(1).list())
                .hasSize(2)
                .startsWith(toRoot.list().get(0));
        assertThat(toRoot.nextBest(9).list())
                .extracting(AttackPath::probability)
                .containsExactly(1.0, 0.5, 0.2);
        assertThat(toRoot.nextBest(9).withinHops(2).list())
                .extracting(AttackPath::probability)
                .containsExactly(0.5, 0.2);
    }

    @Test
    void leadThroughAnAssetEvenIfAnotherWayIsMoreLikely() {
        AttackPaths toRoot = detour().to(asset("root"));

        assertThat(toRoot.through(asset("slow")).list())
                .extracting(AttackPath::probability)
                .containsExactly(0.2);
        assertThat(toRoot.through(asset("a")).through(asset("b")).list())
                .extracting(AttackPath::probability)
                .containsExactly(1.0);
        assertThat(toRoot.through(asset("a")).nextBest(5).list())
                .extracting(AttackPath::probability)
                .containsExactly(1.0, 0.5);
        assertThat(toRoot.through(asset("a")).through(asset("slow")).list()).isEmpty();
    }

    @Test
    void beginWhereAnInsiderIs() {
        assertThat(detour().from(asset("b")).list()).hasSize(1).allSatisfy(path -> {
            assertThat(path.entry()).isEqualTo(asset("b"));
            assertThat(path.steps()).hasSize(1);
        });
        assertThat(detour().from(asset("root")).list()).isEmpty();
    }

    @Test
    void endWhereItIsAskedForEvenIfThatIsOrdinary() {
        assertThat(detour().to(asset("b")).list()).extracting(AttackPath::level).containsExactly(Level.MEDIUM);
        assertThat(detour().list()).extracting(AttackPath::level).containsExactly(Level.CRITICAL);
    }

    @Test
    void tellThatTheEffortDidNotSuffice() {
        AttackPaths hasty = detour().nextBest(9).withinEffort(3);

        assertThat(hasty.isTruncated()).isTrue();
        assertThat(hasty.list()).isSubsetOf(detour().nextBest(9).list());
        assertThat(detour().nextBest(9).isTruncated()).isFalse();
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> detour().withinHops(1).withinEffort(0).verify())
                .withMessageContaining("is not known");
        assertThatIllegalArgumentException().isThrownBy(() -> detour().withinEffort(-1));
    }

    @Test
    void tellWhatIsMissingWhereThereAreNone() {
        assertThat(new Estate().assess().attackPaths().missing())
                .extracting(sentence -> sentence.split(":", 2)[0])
                .containsExactly("no entry", "no target", "nothing that runs", "no code", "no weakness", "no data");
        assertThat(new Estate().deployment("api").assess().attackPaths().missing())
                .contains("exposure: whether the internet reaches 1 workload is not known")
                .noneMatch(sentence -> sentence.startsWith("nothing that runs"));
        assertThat(paths().missing()).containsExactly("no code: no source told of a repository");
    }

    @Test
    void areSelectedByTheirLevel() {
        assertThat(paths().atLeast(Level.CRITICAL).list()).hasSize(1);
        assertThat(paths().atLeast(Level.LOW).list()).isEqualTo(paths().list());
    }

    @Test
    void areCutAfterTheMostUrgent() {
        assertThat(paths().top(1).list()).isEqualTo(paths().list().subList(0, 1));
        assertThat(paths().top(100).list()).isEqualTo(paths().list());
    }

    @Test
    void areGroupedByTheirShape() {
        List<AttackPath> grouped = paths().to(Factor.SENSITIVE_DATA)
                .through(Estate.workload("api"))
                .grouped()
                .list();
        List<AttackPath> all = paths().grouped().list();

        assertThat(grouped).extracting(AttackPath::alike).containsOnly(0);
        assertThat(all)
                .filteredOn(path -> path.title().endsWith("data store with sensitive data"))
                .extracting(AttackPath::alike)
                .containsExactly(1);
        assertThat(all)
                .filteredOn(path -> path.alike() == 1)
                .allSatisfy(path -> assertThat(path.toString()).endsWith("… and 1 more like it"));
    }

    @Test
    void failOnAnAssetThatIsNotThere() {
        AssetKey typo = Estate.workload("paymnets");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> paths().to(typo))
                .withMessageContaining("the graph holds no " + typo)
                .withMessageContaining("allowingNone()");
        assertThatIllegalArgumentException().isThrownBy(() -> paths().from(typo));
        assertThatIllegalArgumentException().isThrownBy(() -> paths().through(typo));
    }

    @Test
    void allowNoneWhenTheySaySo() {
        AssetKey typo = Estate.workload("paymnets");

        assertThat(paths().allowingNone().to(typo).through(typo).list()).isEmpty();
    }

    @Test
    void leaveTheSelectionTheyComeFromAsItWas() {
        AttackPaths all = paths();
        int before = all.list().size();

        assertThat(all.to(STORE).top(0).list()).isEmpty();
        assertThat(all.list()).hasSize(before).isUnmodifiable();
    }

    @Test
    void failABuildWhenThereAreAny() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> paths().to(STORE).verify())
                .withMessageStartingWith("there are 1 attack paths:")
                .withMessageContaining(STORE.text());
        assertThatCode(() -> paths().from(AssetKey.ANONYMOUS).verify()).doesNotThrowAnyException();
    }

    @Test
    void tellWhatBreaksAndWhatHardensThem() {
        AttackPath path = paths().to(STORE).list().get(0);

        assertThat(path.breaks())
                .anyMatch(remedy -> remedy.startsWith("take prod/shop/Deployment/api off the internet"))
                .anyMatch(remedy -> remedy.startsWith("replace the secret prod/shop/db"))
                .doesNotHaveDuplicates();
        assertThat(path.hardens()).contains("let the credential expire soon");
    }

    @Test
    void areShownOnOneLine() {
        assertThat(paths().to(STORE).list().get(0).toString())
                .startsWith("high 72% Widely internet exposed")
                .endsWith("outside:internet -> workload:prod/shop/Deployment/api -> secretobject:prod/shop/db -> "
                        + STORE)
                .doesNotContain("\n");
    }

    @Test
    void isAnEmptyListWhereNothingIsKnown() {
        assertThat(new Estate().assess().attackPaths().list()).isEmpty();
    }
}
