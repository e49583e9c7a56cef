package dev.throughline.attack.edge.kubernetes;

import dev.throughline.attack.AttackEdge;
import dev.throughline.attack.AttackStep;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Evidence;
import java.util.List;

/** A step that needs no attack: who holds the one holds the other, by the rules of Kubernetes. Its probability is 1. */
abstract class Inclusion implements AttackEdge {
    private static final double CERTAIN = 1;

    final AttackStep step(AssetKey from, AssetKey to, Evidence evidence, List<String> breaks, List<String> hardens) {
        return new AttackStep(from, name(), to, techniques(), CERTAIN, evidence, breaks, hardens);
    }
}
