package dev.throughline.attack.edge;

import dev.throughline.attack.AttackEdge;
import java.util.List;

/** The catalogue of attack edges. */
public final class AttackEdges {
    private AttackEdges() {}

    /**
     * All attack edges that come with Throughline.
     *
     * @return the edges, by family: entry, container and node, Kubernetes identity, secrets, pipeline
     */
    public static List<AttackEdge> all() {
        return List.of(
                new InternetExploitsWorkload(),
                new AnonymousReadsLeakedSecret(),
                new ContainerEscapesToNode(),
                new NodeControlsWorkload(),
                new WorkloadTakesServiceAccountToken(),
                new ServiceAccountReadsSecret(),
                new ServiceAccountExecsIntoWorkload(),
                new ServiceAccountRunsPodAs(),
                new ServiceAccountControlsCluster(),
                new WorkloadReadsMountedSecret(),
                new CredentialOpensTarget(),
                new RepositoryWriteRunsPipeline(),
                new PipelineReadsSecret(),
                new PipelinePushesImage(),
                new ImageRunsInWorkload());
    }
}
