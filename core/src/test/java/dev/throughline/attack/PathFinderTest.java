package dev.throughline.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.throughline.model.AssetKey;
import dev.throughline.model.Evidence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PathFinderTest {
    private static AssetKey asset(int number) {
        return AssetKey.parse("custom:asset/" + number);
    }

    private static AttackStep step(AssetKey from, AssetKey to, double probability) {
        return step(from, to, probability, "TestStep", "a test says so");
    }

    private static AttackStep step(AssetKey from, AssetKey to, double probability, String edge, String because) {
        return new AttackStep(
                from, edge, to, List.of("T1190"), probability, Evidence.of(because), List.of(), List.of());
    }

    private static PathFinder from(List<AttackStep> steps, AssetKey... entries) {
        return PathFinder.from(AttackGraph.of(steps), List.of(entries));
    }

    /** Probabilities are few, so that equally likely ways are common. */
    private static List<AttackStep> randomSteps(Random random) {
        int assets = 2 + random.nextInt(7);
        int count = random.nextInt(assets * 4);
        List<AttackStep> steps = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            steps.add(step(
                    asset(random.nextInt(assets)),
                    asset(random.nextInt(assets)),
                    List.of(1.0, 0.95, 0.8, 0.5, 0.2).get(random.nextInt(5)),
                    "Edge" + random.nextInt(2),
                    "because " + random.nextInt(3)));
        }
        return steps;
    }

    /** The probability of the best of all simple paths, tried one by one. */
    private static double tried(List<AttackStep> steps, AssetKey at, AssetKey target, Set<AssetKey> visited) {
        if (at.equals(target)) {
            return 1;
        }
        visited.add(at);
        double best = 0;
        for (AttackStep step : steps) {
            if (step.from().equals(at) && !visited.contains(step.to())) {
                best = Math.max(best, step.probability() * tried(steps, step.to(), target, visited));
            }
        }
        visited.remove(at);
        return best;
    }

    @Test
    void isAsLikelyAsTheBestOfAllPathsTriedOneByOne() {
        for (int seed = 0; seed < 500; seed++) {
            List<AttackStep> steps = randomSteps(new Random(seed));
            PathFinder finder = from(steps, asset(0));
            boolean known = steps.stream().anyMatch(s -> s.from().equals(asset(0)) || s.to().equals(asset(0)));
            for (int target = 0; target < 8; target++) {
                double best = known ? tried(steps, asset(0), asset(target), new HashSet<>()) : 0;
                assertThat(finder.probability(asset(target)))
                        .as("seed %d target %d", seed, target)
                        .isEqualTo(best, within(1e-9));
            }
        }
    }

    @Test
    void findsWaysOfConnectedStepsThatVisitNothingTwice() {
        for (int seed = 0; seed < 500; seed++) {
            List<AttackStep> steps = randomSteps(new Random(seed));
            PathFinder finder = from(steps, asset(0));
            for (int target = 1; target < 8; target++) {
                AssetKey end = asset(target);
                finder.path(end).ifPresent(path -> {
                    AssetKey at = asset(0);
                    double probability = 1;
                    Set<AssetKey> visited = new HashSet<>(Set.of(at));
                    for (AttackStep step : path) {
                        assertThat(step.from()).isEqualTo(at);
                        assertThat(steps).contains(step);
                        at = step.to();
                        assertThat(visited.add(at)).isTrue();
                        probability *= step.probability();
                    }
                    assertThat(at).isEqualTo(end);
                    assertThat(finder.probability(end)).isEqualTo(probability, within(1e-9));
                });
                assertThat(finder.path(end).isPresent()).isEqualTo(finder.probability(end) > 0);
            }
        }
    }

    @Test
    void findsTheSameWaysInWhateverOrderStepsCome() {
        for (int seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            List<AttackStep> steps = randomSteps(random);
            List<AttackStep> shuffled = new ArrayList<>(steps);
            Collections.shuffle(shuffled, random);

            assertThat(AttackGraph.of(shuffled).steps())
                    .as("seed %d", seed)
                    .isEqualTo(AttackGraph.of(steps).steps());
            for (int target = 0; target < 8; target++) {
                assertThat(from(shuffled, asset(0), asset(1)).path(asset(target)))
                        .as("seed %d target %d", seed, target)
                        .isEqualTo(from(steps, asset(1), asset(0)).path(asset(target)));
            }
        }
    }

    @Test
    void startsAtTheNearestOfSeveralEntries() {
        List<AttackStep> steps = List.of(step(asset(0), asset(2), 0.2), step(asset(1), asset(2), 0.8));

        assertThat(from(steps, asset(0), asset(1)).path(asset(2)))
                .hasValueSatisfying(path -> assertThat(path.get(0).from()).isEqualTo(asset(1)));
    }

    @Test
    void prefersTwoLikelyStepsToOneUnlikely() {
        PathFinder finder = from(
                List.of(step(asset(0), asset(2), 0.5), step(asset(0), asset(1), 0.8), step(asset(1), asset(2), 0.8)),
                asset(0));

        assertThat(finder.probability(asset(2))).isEqualTo(0.64, within(1e-9));
        assertThat(finder.path(asset(2)).orElseThrow()).hasSize(2);
    }

    @Test
    void isAsLikelyBackwardAsForward() {
        for (int seed = 0; seed < 200; seed++) {
            AttackGraph graph = AttackGraph.of(randomSteps(new Random(seed)));
            PathFinder backward = PathFinder.to(graph, List.of(asset(1)));
            for (int entry = 2; entry < 8; entry++) {
                PathFinder forward = PathFinder.from(graph, List.of(asset(entry)));
                assertThat(backward.probability(asset(entry))).isEqualTo(forward.probability(asset(1)), within(1e-9));
            }
        }
    }

    @Test
    void reachesWhatHasAProbability() {
        for (int seed = 0; seed < 200; seed++) {
            AttackGraph graph = AttackGraph.of(randomSteps(new Random(seed)));
            PathFinder finder = PathFinder.from(graph, List.of(asset(0), asset(3)));
            for (int node = 0; node < 8; node++) {
                assertThat(graph.reachableFrom(List.of(asset(0), asset(3))).contains(asset(node)))
                        .isEqualTo(finder.probability(asset(node)) > 0);
            }
        }
    }

    @Test
    void needsNoWayToAnEntry() {
        PathFinder finder = from(List.of(step(asset(0), asset(1), 1)), asset(0));

        assertThat(finder.probability(asset(0))).isEqualTo(1);
        assertThat(finder.path(asset(0))).isEmpty();
    }

    @Test
    void saysThatThereIsNoWay() {
        PathFinder finder = from(List.of(step(asset(0), asset(1), 1)), asset(1), asset(9));

        assertThat(finder.probability(asset(0))).isZero();
        assertThat(finder.path(asset(0))).isEmpty();
        assertThat(finder.probability(asset(7))).isZero();
        assertThat(from(List.of()).path(asset(0))).isEmpty();
    }

    @Test
    void goesALongWayWithoutLosingPrecision() {
        List<AttackStep> steps = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            steps.add(step(asset(i), asset(i + 1), 1));
        }

        assertThat(from(steps, asset(0)).probability(asset(2_000))).isEqualTo(1);
        assertThat(from(steps, asset(0)).path(asset(2_000)).orElseThrow()).hasSize(2_000);
    }

    @Test
    void refusesAStepWhoseProbabilityIsNone() {
        for (double wrong : new double[] {0, -0.1, 1.1, Double.NaN}) {
            assertThatIllegalArgumentException().isThrownBy(() -> step(asset(0), asset(1), wrong));
        }
    }
}
