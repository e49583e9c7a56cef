package dev.throughline.attack.edge.pipeline;

import dev.throughline.attack.AttackEdge;
import java.util.List;

/** The catalogue of this family of attack edges. */
public final class PipelineEdges {
    private PipelineEdges() {}

    /**
     * All edges of the family.
     *
     * @return the edges
     */
    public static List<AttackEdge> all() {
        return List.of(
                new RepositoryWriteRunsPipeline(),
                new RepositoryWriteReachesBranch(),
                new BranchWriteRunsPipeline(),
                new MemberWritesBranch(),
                new MemberCreatesBranch(),
                new MemberActsForTeam(),
                new AdministratorLiftsProtection(),
                new OwnerControlsOrganization(),
                new OrganizationControlsRepository(),
                new ForkRunsPrivilegedPipeline(),
                new EventTextRunsInPipeline(),
                new ForkReachesRunner(),
                new PipelineReachesRunner(),
                new RunnerTakesPipeline(),
                new ReferencedCodeRunsInPipeline(),
                new JobTokenWritesRepository(),
                new PipelineReadsSecret(),
                new WriteAccessReadsSecret(),
                new PipelineEntersEnvironment(),
                new EnvironmentReleasesSecret(),
                new PipelineAssumesIdentity(),
                new TrustAdmitsAnybody(),
                new PipelineUsesServiceConnection(),
                new PipelineJoinsProject(),
                new ProjectSharesResource(),
                new ServiceConnectionAssumesIdentity(),
                new PipelinePushesImage(),
                new ImageRunsInWorkload());
    }
}
