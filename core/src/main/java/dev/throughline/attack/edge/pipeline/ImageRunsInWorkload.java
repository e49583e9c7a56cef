package dev.throughline.attack.edge.pipeline;

import dev.throughline.attack.AttackEdge;
import dev.throughline.attack.AttackSituation;
import dev.throughline.attack.AttackStep;
import dev.throughline.attack.Likelihood;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Evidence;
import dev.throughline.model.Workload;
import java.util.List;
import java.util.function.Consumer;

/** A workload runs the image, and will run the next one of its name: whoever builds it decides what runs. */
final class ImageRunsInWorkload implements AttackEdge {
    @Override
    public List<String> techniques() {
        return List.of("T1525", "T1610");
    }

    @Override
    public void derive(AttackSituation situation, Consumer<AttackStep> steps) {
        situation.graph().assets(Workload.class).forEach(workload -> {
            for (AssetKey image : situation.mapping().imagesRunBy(workload.key())) {
                steps.accept(new AttackStep(
                        image,
                        name(),
                        workload.key(),
                        techniques(),
                        Likelihood.EASY.probability(),
                        Evidence.of("it runs this image", image, workload.key()),
                        List.of(),
                        List.of("deploy " + workload.key().value() + " by digest, after a review of its own")));
            }
        });
    }
}
