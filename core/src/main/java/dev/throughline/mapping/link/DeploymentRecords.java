package dev.throughline.mapping.link;

import dev.throughline.mapping.Candidate;
import dev.throughline.mapping.DeploymentLinker;
import dev.throughline.mapping.Link;
import dev.throughline.mapping.LinkMethod;
import dev.throughline.mapping.Mapping;
import dev.throughline.mapping.Trust;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.DeploymentEnvironment;
import dev.throughline.model.Evidence;
import dev.throughline.model.Organization;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraph;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Deployment records of artifacts (GitHub, <em>artifact metadata</em>): an organization says that a digest was deployed to a
 * cluster under a name. Whoever may write to the repository of the artifact may write the record, and no answer names that
 * repository, so it is the one that the image was built from, if it is one of the organization.
 *
 * <p>What runs where is there for many to see, so that a record repeats it proves nothing by itself: it is a claim. It is
 * more if the cluster runs the digest at that place, and it is known by more than a claim that the image is the
 * repository's own. Also then it tells less of who deployed than a tool does, for a controller in the cluster may have
 * written the record: so it is less sure.
 */
final class DeploymentRecords implements DeploymentLinker {
    private static final double AGREED = 0.4;
    private static final double CLAIMED = 0.2;

    @Override
    public void link(RiskGraph graph, Mapping images, Consumer<Link> links) {
        byImage(graph).forEach((image, records) -> {
            Candidate candidate = images.origin(image).orElse(null);
            if (candidate != null && candidate.trust() != Trust.GUESS) {
                Map<String, Relation> byPlace = byPlace(graph, candidate.repository(), records);
                if (!byPlace.isEmpty()) {
                    KnownOrigin origin = KnownOrigin.of(images, image, candidate);
                    Set<AssetKey> names = Set.copyOf(images.namesOf(image));
                    for (AssetKey workload : images.workloadsRunning(image)) {
                        link(graph, workload, names, origin, byPlace, links);
                    }
                }
            }
        });
    }

    /**
     * A record, and the organization whose it is.
     *
     * @param organization the organization that holds the environment
     * @param relation the relation of the image to the environment
     */
    private record Filed(AssetKey organization, Relation relation) {}

    private static Map<AssetKey, List<Filed>> byImage(RiskGraph graph) {
        Map<AssetKey, List<Filed>> byImage = new TreeMap<>();
        graph.assets(DeploymentEnvironment.class).forEach(environment -> {
            for (Organization holder : graph.sources(environment.key(), RelationType.CONTAINS, Organization.class)) {
                for (Relation deployed : graph.incoming(environment.key(), RelationType.DEPLOYED_TO)) {
                    if (deployed.from().mayBe(AssetKind.CONTAINER_IMAGE)
                            || deployed.from().mayBe(AssetKind.IMAGE_INDEX)) {
                        byImage.computeIfAbsent(deployed.from(), image -> new ArrayList<>(1))
                                .add(new Filed(holder.key(), deployed));
                    }
                }
            }
        });
        return byImage;
    }

    /** The records of organizations that hold the repository, by cluster and name of the deployment. */
    private static Map<String, Relation> byPlace(RiskGraph graph, AssetKey repository, List<Filed> records) {
        Set<AssetKey> owners = new HashSet<>();
        graph.sources(repository, RelationType.CONTAINS, Organization.class).forEach(owner -> owners.add(owner.key()));
        Map<String, Relation> byPlace = new HashMap<>();
        for (Filed record : records) {
            Map<String, String> told = record.relation().properties();
            String name = told.get("deployment");
            if (name != null && owners.contains(record.organization())) {
                byPlace.putIfAbsent(place(told.get("cluster"), name), record.relation());
            }
        }
        return byPlace;
    }

    private static String place(@Nullable String cluster, String deployment) {
        return Objects.requireNonNullElse(cluster, "").toLowerCase(Locale.ROOT) + ' ' + deployment;
    }

    private static void link(
            RiskGraph graph,
            AssetKey workload,
            Set<AssetKey> image,
            KnownOrigin origin,
            Map<String, Relation> byPlace,
            Consumer<Link> links) {
        WorkloadPlace place = WorkloadPlace.of(workload);
        RunningContainers running = RunningContainers.of(graph, workload, image);
        for (String name : names(place, running.names())) {
            Relation record = byPlace.get(place(place.cluster(), name));
            if (record != null) {
                links.accept(link(workload, record, origin, origin.isProven() && running.isObserved()));
                return;
            }
        }
        for (String name : names(place, running.names())) {
            Relation record = byPlace.get(place(null, name));
            if (record != null) {
                links.accept(link(workload, record, origin, false));
                return;
            }
        }
    }

    /** As GitHub recommends names ({@code namespace-deployment-container}), as its deployment tracker writes them, or shorter. */
    private static List<String> names(WorkloadPlace place, List<String> containers) {
        List<String> names = new ArrayList<>();
        for (String container : containers) {
            names.add(place.namespace() + '-' + place.name() + '-' + container);
            names.add(place.namespace() + '/' + place.name() + '/' + container);
        }
        names.add(place.namespace() + '-' + place.name());
        names.add(place.namespace() + '/' + place.name());
        names.add(place.name());
        return names;
    }

    private static Link link(AssetKey workload, Relation record, KnownOrigin origin, boolean isAgreed) {
        AssetKey repository = origin.candidate().repository();
        return new Link(
                workload,
                repository,
                null,
                null,
                null,
                LinkMethod.DEPLOYMENT_TOOLING,
                isAgreed ? Trust.ASSERTED : Trust.CLAIMED,
                isAgreed ? AGREED : CLAIMED,
                new Evidence(
                        isAgreed
                                ? "the code host recorded that an image of this repository was deployed as this"
                                        + " workload, and its cluster runs that digest"
                                : "the code host recorded that an image which may be of this repository was deployed"
                                        + " under the name of this workload",
                        List.of(workload, record.from(), record.to(), repository),
                        origin.fields(record.properties())));
    }
}
