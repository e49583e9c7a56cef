package dev.throughline.mapping.link;

import dev.throughline.mapping.Candidate;
import dev.throughline.mapping.DeploymentLinker;
import dev.throughline.mapping.Link;
import dev.throughline.mapping.LinkMethod;
import dev.throughline.mapping.Mapping;
import dev.throughline.mapping.Trust;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Evidence;
import dev.throughline.model.RiskGraph;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Deployments to environments that a code host recorded (GitHub <em>deployments</em>, Azure DevOps <em>environment
 * deployment records</em>, GitLab <em>deployments</em>): a repository says that it deployed a commit.
 *
 * <p>An environment is a name. Which workloads are meant, the image tells: it was built from that commit of that repository.
 * Who may record deployments writes what they like, so that is a claim. It is more if it is known by more than a claim that
 * the image is the repository's own, the record names the place of the workload, and the cluster runs the digest there. A
 * place alone is a claim if it is a host that leads to one workload only. A name of an environment that looks like a
 * namespace tells nothing.
 */
final class EnvironmentDeployments implements DeploymentLinker {
    private static final double LOOSE = LinkMethod.DEPLOYMENT_TOOLING.confidence() / 2;

    @Override
    public void link(RiskGraph graph, Mapping images, Consumer<Link> links) {
        PlacedDeployments deployments = new PlacedDeployments(graph);
        for (AssetKey repository : deployments.repositories()) {
            for (AssetKey image : images.imagesOf(repository)) {
                List<AssetKey> names = images.namesOf(image);
                if (names.get(0).equals(image)) {
                    ofImage(graph, images, deployments, names, links);
                }
            }
        }
        deployments.visitHosts(deployment -> {
            AssetKey workload = deployments.behind(deployment);
            if (workload != null) {
                links.accept(byHost(workload, deployment));
            }
        });
    }

    private static void ofImage(
            RiskGraph graph,
            Mapping images,
            PlacedDeployments deployments,
            List<AssetKey> names,
            Consumer<Link> links) {
        AssetKey image = names.get(0);
        Candidate candidate = images.origin(image).orElse(null);
        AssetKey commit = candidate == null ? null : candidate.commit().orElse(null);
        Map<String, EnvironmentDeployment> places = commit == null ? Map.of() : deployments.of(commit);
        if (candidate == null || places.isEmpty()) {
            return;
        }
        KnownOrigin origin = KnownOrigin.of(images, image, candidate);
        Set<AssetKey> digests = Set.copyOf(names);
        for (AssetKey workload : images.workloadsRunning(image)) {
            WorkloadPlace place = WorkloadPlace.of(workload);
            EnvironmentDeployment here = deployments.exactly(places, workload, place);
            EnvironmentDeployment perhaps =
                    here == null && origin.isProven() ? PlacedDeployments.perhaps(places, place) : null;
            if (here != null) {
                boolean isObserved = RunningContainers.isObserved(graph, workload, digests);
                links.accept(built(workload, image, origin, here, here(origin, isObserved), isObserved));
            } else if (perhaps != null) {
                links.accept(built(workload, image, origin, perhaps, "where to is not told", false));
            }
        }
    }

    private static String here(KnownOrigin origin, boolean isObserved) {
        if (!origin.isProven()) {
            return "where the workload is; that its image was built from it is no more than a claim";
        }
        return isObserved
                ? "where the workload is, and its cluster runs the digest"
                : "where the workload is; what was pulled by its tag is not known";
    }

    /** By the commit that the image was built from. */
    private static Link built(
            AssetKey workload,
            AssetKey image,
            KnownOrigin origin,
            EnvironmentDeployment deployment,
            String place,
            boolean isObserved) {
        boolean isAgreed = origin.isProven() && isObserved;
        return new Link(
                workload,
                deployment.repository(),
                deployment.commit(),
                deployment.pipeline(),
                deployment.run(),
                LinkMethod.DEPLOYMENT_TOOLING,
                isAgreed ? Trust.ASSERTED : Trust.CLAIMED,
                isAgreed ? LinkMethod.DEPLOYMENT_TOOLING.confidence() : LOOSE,
                new Evidence(
                        "the code host recorded a deployment of the commit that the image was built from: " + place,
                        List.of(
                                workload,
                                image,
                                deployment.record().from(),
                                deployment.record().to()),
                        origin.fields(deployment.record().properties())));
    }

    /** By nothing but the place: what was deployed there, the host does not tell. */
    private static Link byHost(AssetKey workload, EnvironmentDeployment deployment) {
        return new Link(
                workload,
                deployment.repository(),
                null,
                null,
                null,
                LinkMethod.DEPLOYMENT_TOOLING,
                Trust.CLAIMED,
                LOOSE,
                new Evidence(
                        "the repository recorded a deployment under an address that leads to this workload only",
                        List.of(
                                workload,
                                deployment.record().from(),
                                deployment.record().to()),
                        deployment.record().properties()));
    }
}
