package dev.throughline.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.Estate;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Evidence;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RemediesTest {
    private static final AssetKey API = Estate.workload("api");

    private static AttackStep step(AssetKey from, AssetKey to, List<String> breaks, List<String> hardens) {
        return new AttackStep(from, "TestStep", to, List.of(), 0.5, Evidence.of("a test says so"), breaks, hardens);
    }

    /** Two ways lead through the same workload to a store each, one of them longer. */
    private static List<AttackPath> paths() {
        var factors = new Estate()
                .classified('a', "sensitive", "cloud:*", Map.of())
                .asset(Estate.store("orders"), Map.of())
                .asset(Estate.store("cards"), Map.of())
                .assess();
        List<AttackStep> steps = List.of(
                step(AssetKey.INTERNET, API, List.of("mend the api", "both"), List.of("watch it", "rotate")),
                step(API, Estate.store("orders"), List.of("close orders", "both"), List.of("watch it")),
                step(API, Estate.node("n"), List.of("confine the api"), List.of("confine the node", "patch")),
                step(Estate.node("n"), Estate.store("cards"), List.of("rotate", "patch"), List.of()));
        return new PathReporter(factors.graph(), factors.factors())
                .paths(AttackGraph.of(steps), Set.of(AssetKey.INTERNET));
    }

    @Test
    void listEachThingThatBreaksAPathOnceAndWhatBreaksMostFirst() {
        assertThat(paths())
                .extracting(AttackPath::target)
                .containsExactly(Estate.store("orders"), Estate.store("cards"));
        assertThat(paths().get(0).breaks()).containsExactly("mend the api", "both", "close orders");
        assertThat(paths().get(1).breaks())
                .containsExactly("mend the api", "both", "confine the api", "rotate", "patch");
    }

    @Test
    void doNotListAsHardeningWhatBreaksThePathElsewhere() {
        assertThat(paths().get(0).hardens()).containsExactly("watch it", "rotate");
        assertThat(paths().get(1).hardens()).containsExactly("watch it", "confine the node");
    }
}
