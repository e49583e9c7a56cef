package dev.throughline.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.throughline.model.AssetKey;
import dev.throughline.model.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChokePointsTest {
    private static final AssetKey INTERNET = asset("internet");
    private static final AssetKey INSIDER = asset("insider");
    private static final AssetKey WEB = asset("web");
    private static final AssetKey CI = asset("ci");
    private static final AssetKey NODE = asset("node");
    private static final AssetKey VAULT = asset("vault");
    private static final AssetKey ORDERS = asset("orders");

    private static AssetKey asset(Object name) {
        return AssetKey.parse("custom:asset/" + name);
    }

    private static AttackStep step(AssetKey from, AssetKey to, String... breaks) {
        return new AttackStep(
                from, "TestStep", to, List.of(), 0.5, Evidence.of("a test says so"), List.of(breaks), List.of());
    }

    /** Everything goes over the node; the insider has a second way there, and one to a store beside. */
    private static List<AttackStep> estate() {
        return List.of(
                step(INTERNET, WEB, "patch the web"),
                step(WEB, NODE, "confine the web", "patch the node"),
                step(INSIDER, CI, "protect the branch"),
                step(CI, NODE, "patch the node"),
                step(CI, ORDERS, "rotate the key"),
                step(NODE, VAULT, "seal the vault"),
                step(NODE, ORDERS, "fence the orders"),
                step(NODE, asset("nowhere"), "never mind"));
    }

    private static ChokePoints chokePoints(List<AttackStep> steps) {
        return ChokePoints.of(AttackGraph.of(steps), List.of(INTERNET, INSIDER), List.of(VAULT, ORDERS), asset -> 1);
    }

    @Test
    void areRankedByThePairsThatAreConnectedOnlyThroughThem() {
        ChokePoints found = chokePoints(estate());

        assertThat(found.pairs()).isEqualTo(4);
        assertThat(found.list()).extracting(ChokePoint::asset).containsExactly(NODE, CI, WEB);
        assertThat(found.list()).extracting(ChokePoint::pairs).containsExactly(3, 2, 2);
        assertThat(found.list()).extracting(ChokePoint::targets).containsExactly(1, 0, 0);
        assertThat(found.list().get(0).share()).isEqualTo(0.75, within(1e-9));
    }

    @Test
    void tellWhatEachRemedyBreaksByItself() {
        ChokePoints found = chokePoints(estate());

        assertThat(found.remedies())
                .extracting(Remedy::text, Remedy::pairs)
                .containsExactly(
                        tuple("patch the node", 3),
                        tuple("confine the web", 2),
                        tuple("patch the web", 2),
                        tuple("protect the branch", 2),
                        tuple("seal the vault", 2),
                        tuple("fence the orders", 1));
        assertThat(found.list().get(1).remedies())
                .extracting(Remedy::text)
                .containsExactly("patch the node", "protect the branch");
    }

    @Test
    void nameTheFewestAssetsThatTogetherLieOnAllPaths() {
        assertThat(chokePoints(estate()).minimumCut()).containsExactlyInAnyOrder(CI, WEB);
        assertThat(chokePoints(estate()).list())
                .filteredOn(ChokePoint::inMinimumCut)
                .extracting(ChokePoint::asset)
                .containsExactly(CI, WEB);
    }

    @Test
    void weighTheAssetsOfTheCut() {
        ChokePoints found = ChokePoints.of(
                AttackGraph.of(estate()),
                List.of(INTERNET, INSIDER),
                List.of(VAULT),
                asset -> asset.equals(NODE) ? 3 : 1);

        assertThat(found.minimumCut()).containsExactly(CI, WEB);
    }

    @Test
    void cutATargetOnlyWhereNothingLiesBetween() {
        List<AttackStep> steps = new ArrayList<>(estate());
        steps.add(step(INTERNET, VAULT));

        assertThat(chokePoints(steps).minimumCut()).containsExactlyInAnyOrder(INTERNET, CI);
        assertThat(chokePoints(steps).list()).extracting(ChokePoint::asset).doesNotContain(INTERNET);
    }

    @Test
    void areNoneWhereNoTargetCanBeReached() {
        ChokePoints found = chokePoints(List.of(step(INTERNET, WEB), step(NODE, VAULT)));

        assertThat(found).isEqualTo(new ChokePoints(0, List.of(), List.of(), List.of()));
        assertThat(chokePoints(List.of())).isEqualTo(found);
    }

    @Test
    void refuseACostThatIsOutOfRange() {
        for (int wrong : new int[] {0, -1, ChokePoints.MOST_COST + 1}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() ->
                            ChokePoints.of(AttackGraph.of(estate()), List.of(INTERNET), List.of(VAULT), asset -> wrong))
                    .withMessageContaining("costs " + wrong);
        }
    }

    /** Remedies name one to several steps each. */
    @Test
    void saysOfEveryRemedyAndAssetWhatHappensWhenItIsApplied() {
        Set<AssetKey> entries = Set.of(asset(0), asset(1));
        Set<AssetKey> targets = Set.of(asset(1), asset(2), asset(3));
        for (int seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            List<AttackStep> steps = IntStream.range(0, random.nextInt(20))
                    .mapToObj(i ->
                            step(asset(random.nextInt(7)), asset(random.nextInt(7)), "remedy " + random.nextInt(8)))
                    .toList();
            AttackGraph graph = AttackGraph.of(steps);
            ChokePoints found = ChokePoints.of(graph, entries, targets, asset -> 1);
            int before = pairs(graph.steps(), entries, targets);

            assertThat(found.pairs()).as("seed %d", seed).isEqualTo(before);
            for (Remedy remedy : found.remedies()) {
                List<AttackStep> left = graph.steps().stream()
                        .filter(step -> !step.breaks().contains(remedy.text()))
                        .toList();
                assertThat(before - pairs(left, entries, targets))
                        .as("seed %d %s", seed, remedy.text())
                        .isEqualTo(remedy.pairs())
                        .isPositive();
            }
            for (ChokePoint point : found.list()) {
                List<AttackStep> left = graph.steps().stream()
                        .filter(step -> !step.from().equals(point.asset()))
                        .toList();
                assertThat(before - pairs(left, entries, targets))
                        .as("seed %d %s", seed, point.asset())
                        .isEqualTo(point.pairs());
            }
        }
    }

    private static int pairs(List<AttackStep> steps, Set<AssetKey> entries, Set<AssetKey> targets) {
        int pairs = 0;
        for (AssetKey entry : entries) {
            Set<AssetKey> reached = new TreeSet<>(Set.of(entry));
            while (steps.stream().anyMatch(step -> reached.contains(step.from()) && reached.add(step.to()))) {
                // until nothing is added
            }
            reached.remove(entry);
            reached.retainAll(targets);
            pairs += reached.size();
        }
        return pairs;
    }
}
