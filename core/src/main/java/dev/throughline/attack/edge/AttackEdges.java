package dev.throughline.attack.edge;

import dev.throughline.attack.AttackEdge;
import dev.throughline.attack.edge.aws.AwsEdges;
import dev.throughline.attack.edge.azure.AzureEdges;
import dev.throughline.attack.edge.credential.CredentialEdges;
import dev.throughline.attack.edge.entry.EntryEdges;
import dev.throughline.attack.edge.gcp.GcpEdges;
import dev.throughline.attack.edge.kubernetes.KubernetesEdges;
import dev.throughline.attack.edge.pipeline.PipelineEdges;
import java.util.List;
import java.util.stream.Stream;

/** The catalogue of attack edges: the families that come with Throughline. */
public final class AttackEdges {
    private AttackEdges() {}

    /**
     * All attack edges that come with Throughline.
     *
     * @return the edges, family by family
     */
    public static List<AttackEdge> all() {
        return Stream.of(
                        EntryEdges.all(),
                        KubernetesEdges.all(),
                        AwsEdges.all(),
                        AzureEdges.all(),
                        GcpEdges.all(),
                        CredentialEdges.all(),
                        PipelineEdges.all())
                .flatMap(List::stream)
                .toList();
    }
}
